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

/** Uniform in [0, 1), the same on every machine. mulberry32 (Tommy Ettinger, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
