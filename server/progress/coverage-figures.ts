import { groupBy } from "../../geodata/geometry/group-by.ts";
import type { AddressCoverage, Coverage, CoverageFigures, DayCoverage, PlaceOfAddress } from "../contract/progress.ts";
import { answersOf, type Counts, doorsOf, hideSmall, sumCounts } from "./hide-small.ts";
import { stateOfStop } from "./outing-snapshot.ts";
import type { CoveredStop } from "./progress-store.ts";

/** An address with all its outings. */
interface CoveredAddress {
  readonly addressId: string;
  readonly stationId: string | null;
  readonly doors: number;
  readonly counts: Counts;
  readonly doorsTried: number;
  readonly state: "begun" | "done";
  readonly lastDay: string;
}

const NOWHERE: PlaceOfAddress = { address: null, position: null };

/** What was done over all outings, by station, day and address. */
export function coverageFigures(
  covered: readonly CoveredStop[],
  placeOf: (addressId: string) => PlaceOfAddress | undefined,
  at: Date,
): Coverage {
  const addresses = [...groupBy(covered, ({ stopId }) => stopId)].map(([id, visits]) => addressOf(id, visits));
  const stations = [...groupBy(addresses, ({ stationId }) => stationId)];
  const answers = hideSmall(stations.map(([, group]) => sumCounts(group.map(({ counts }) => counts))));
  return {
    at: at.toISOString(),
    outings: new Set(covered.map(({ outingId }) => outingId)).size,
    total: figuresOf(addresses),
    stations: stations.map(([stationId, group], index) => ({
      stationId,
      ...figuresOf(group),
      answers: answers[index] ?? null,
    })),
    days: daysOf(covered),
    addresses: addresses.map(
      ({ addressId, stationId, doors, doorsTried, state, lastDay }): AddressCoverage => ({
        ...{ addressId, stationId, doors, doorsTried, state, lastDay },
        ...(placeOf(addressId) ?? NOWHERE),
      }),
    ),
  };
}

/** Done once is done: an address that another outing only began again stays so. */
function addressOf(addressId: string, visits: readonly CoveredStop[]): CoveredAddress {
  const doors = Math.max(...visits.map((visit) => visit.doors));
  const doorsTried = visits.reduce((sum, visit) => sum + visit.doorsTried, 0);
  const isFinished = visits.some((visit) => visit.isFinished);
  return {
    addressId,
    stationId: visits.find(({ stationId }) => stationId !== null)?.stationId ?? null,
    doors,
    counts: sumCounts(visits.map(({ counts }) => counts)),
    doorsTried,
    state: stateOfStop(doors, { doors: doorsTried, isFinished }) === "done" ? "done" : "begun",
    lastDay:
      visits
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? "",
  };
}

function figuresOf(addresses: readonly CoveredAddress[]): CoverageFigures {
  const counts = sumCounts(addresses.map((address) => address.counts));
  return {
    addresses: addresses.length,
    addressesDone: addresses.filter(({ state }) => state === "done").length,
    doors: addresses.reduce((sum, { doors }) => sum + doors, 0),
    doorsReached: addresses.reduce((sum, { doors, doorsTried }) => sum + Math.min(doors, doorsTried), 0),
    doorsTried: doorsOf(counts),
    answers: answersOf(counts),
    lastDay:
      addresses
        .map(({ lastDay }) => lastDay)
        .sort()
        .at(-1) ?? null,
  };
}

function daysOf(covered: readonly CoveredStop[]): DayCoverage[] {
  const days = [...groupBy(covered, ({ day }) => day)].sort(([one], [other]) => other.localeCompare(one));
  const counts = days.map(([, visits]) => sumCounts(visits.map((visit) => visit.counts)));
  const answers = hideSmall(counts);
  return days.map(([day, visits], index) => ({
    day,
    outings: new Set(visits.map(({ outingId }) => outingId)).size,
    doorsTried: visits.reduce((sum, { doorsTried }) => sum + doorsTried, 0),
    answers: answers[index] ?? null,
  }));
}
