import { type CsvCell, csvText, decimalMark } from "../contract/csv-text.ts";
import { OUTCOMES, type Outcome } from "../contract/field-events.ts";
import type { Language } from "../contract/plan.ts";
import { SMALLEST_BREAKDOWN } from "../contract/progress.ts";
import type { StationList } from "../contract/station-list.ts";
import type { SeenCoverage } from "./read-progress.ts";

/**
 * What was done, a line a station, those where nobody was included: what is left is read from it too. For who has limits, the
 * stations that lie within them.
 */
export function coverageCsv({ coverage, isSeen }: SeenCoverage, stations: StationList, language: Language): string {
  const words = WORDS[language];
  const coveredOf = new Map(coverage.stations.map((station) => [station.stationId, station]));
  const rows = stations.stationIds.flatMap((stationId, index): CsvCell[][] => {
    const covered = coveredOf.get(stationId);
    if (!covered && !isSeen(stationId)) return [];
    const doors = stations.doors[index] ?? 0;
    const tried = covered?.doorsTried ?? 0;
    const few = tried > 0 && covered?.answers === null ? words.few : null;
    const row = [
      stationId,
      stations.names[index] ?? "",
      stations.communes[stations.communeOf[index] ?? 0] ?? "",
      stations.addresses[index] ?? 0,
      covered?.addressesDone ?? 0,
      doors,
      covered?.doorsReached ?? 0,
      doors > 0 ? Math.round((1000 * (covered?.doorsReached ?? 0)) / doors) / 1000 : null,
      tried,
      ...OUTCOMES.map((outcome) => covered?.answers?.counts[outcome] ?? few),
      covered?.lastDay ?? null,
    ];
    return [row];
  });
  const header = [...words.header, ...OUTCOMES.map((outcome) => words.outcomes[outcome]), words.lastDay];
  return csvText(header, rows, decimalMark(language));
}

interface Words {
  readonly header: readonly string[];
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly lastDay: string;
  readonly few: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  fr: {
    header: [
      "bureau",
      "nom",
      "commune",
      "adresses",
      "adresses_faites",
      "portes",
      "portes_atteintes",
      "part_atteinte",
      "portes_frappees",
    ],
    outcomes: {
      absent: "absents",
      refused: "refus",
      later: "plus_tard",
      conversation: "conversations",
      leaflet: "boitages",
      inaccessible: "inaccessibles",
      never: "ne_plus_passer",
    },
    lastDay: "dernier_jour",
    few: `non montré (moins de ${SMALLEST_BREAKDOWN} portes)`,
  },
  en: {
    header: [
      "station",
      "name",
      "commune",
      "addresses",
      "addresses_done",
      "doors",
      "doors_reached",
      "share_reached",
      "doors_tried",
    ],
    outcomes: {
      absent: "nobody_home",
      refused: "refused",
      later: "later",
      conversation: "conversations",
      leaflet: "leaflets",
      inaccessible: "no_access",
      never: "never_again",
    },
    lastDay: "last_day",
    few: `not shown (fewer than ${SMALLEST_BREAKDOWN} doors)`,
  },
};
