import type { StationVotes } from "./station-votes.ts";

/** As many stations, drawn with replacement: what another draw of the same country could have given (Efron 1979). */
export function resampleStations(votes: StationVotes, random: () => number): StationVotes {
  const { stationCount, originCount, destinationCount } = votes;
  const origins = new Float64Array(votes.origins.length);
  const destinations = new Float64Array(votes.destinations.length);
  for (let place = 0; place < stationCount; place++) {
    const station = Math.min(stationCount - 1, Math.floor(random() * stationCount));
    const x = votes.origins.subarray(station * originCount, (station + 1) * originCount);
    const y = votes.destinations.subarray(station * destinationCount, (station + 1) * destinationCount);
    origins.set(x, place * originCount);
    destinations.set(y, place * destinationCount);
  }
  return { ...votes, origins, destinations };
}
