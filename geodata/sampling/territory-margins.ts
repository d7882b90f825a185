import type { Sentence } from "../../server/contract/refusal.ts";
import type { Side } from "../../server/contract/scores.ts";
import type { Territory } from "../territory/territory.ts";
import { censusMargins } from "./census-margins.ts";
import type { Checked } from "./sampling-frame.ts";
import { voteMargins } from "./vote-margins.ts";

/** A figure of every station that a sample may be balanced on. */
export interface KnownMargin {
  /** "DISP_MED21", "turnout@2024_euro_t1", "left@2024_euro_t1". */
  readonly id: string;
  /** Without the round: "left" means the left at the rounds that count by default. */
  readonly shortName: string;
  /** The round that it counts votes of; null for the census. */
  readonly electionId: string | null;
  readonly label: Sentence;
  readonly isDefault: boolean;
  /** Says enough of a place to judge a sample by. */
  readonly isTelling: boolean;
  /** In the order of the stations; null where it is unknown. */
  values(): readonly (number | null)[];
}

/** What sampling reads of a territory. */
export type SampledTerritory = Pick<
  Territory,
  "stations" | "elections" | "candidates" | "results" | "indicators" | "stationIndicators"
> & { readonly summary: Pick<Territory["summary"], "name" | "version"> };

/** All margins of a territory: the latest votes, the census, then earlier votes, each the most important first. */
export function territoryMargins(
  territory: SampledTerritory,
  sides: Readonly<Record<string, Side>> | null,
): readonly KnownMargin[] {
  const votes = voteMargins(territory, sides);
  const latest = votes.find(({ isDefault }) => isDefault);
  const isLatest = ({ electionId }: KnownMargin) => electionId === latest?.electionId;
  const margins = [...votes.filter(isLatest), ...censusMargins(territory), ...votes.filter((m) => !isLatest(m))];
  return [...margins.filter(({ isDefault }) => isDefault), ...margins.filter(({ isDefault }) => !isDefault)];
}

/**
 * The margins of these names, in their order, or the defaults. A name is an id, or what stands before the @: then the
 * margins of that name that count by default, else the first. Refuses an unknown name and one that is given twice.
 */
export function chooseMargins(
  known: readonly KnownMargin[],
  names: readonly string[] | null,
): Checked<readonly KnownMargin[]> {
  if (names === null) return { ok: true, value: known.filter(({ isDefault }) => isDefault) };
  const chosen: KnownMargin[] = [];
  for (const name of names) {
    const found = marginsNamed(known, name);
    if (found.length === 0) return { ok: false, reason: unknownMargin(known, name) };
    const again = found.find((margin) => chosen.includes(margin));
    if (again) {
      return {
        ok: false,
        reason: {
          fr: `La marge ${again.id} est donnée deux fois ; chaque marge est attendue une fois.`,
          en: `The margin ${again.id} is given twice; expected each margin once.`,
        },
      };
    }
    chosen.push(...found);
  }
  return { ok: true, value: chosen };
}

function marginsNamed(known: readonly KnownMargin[], name: string): readonly KnownMargin[] {
  const exact = known.filter(({ id }) => id === name);
  if (exact.length > 0) return exact;
  const sameName = known.filter(({ shortName }) => shortName === name);
  const defaults = sameName.filter(({ isDefault }) => isDefault);
  return defaults.length > 0 ? defaults : sameName.slice(0, 1);
}

function unknownMargin(known: readonly KnownMargin[], name: string): Sentence {
  const names = [...new Set(known.map(({ shortName }) => shortName))].join(", ");
  if (names === "") {
    return {
      fr: "Ce territoire n’a ni résultats ni recensement.",
      en: "This territory has neither results nor census.",
    };
  }
  return {
    fr: `« ${name} » n’est pas une marge de ce territoire ; les marges sont ${names} (une élection précise : left@2024_euro_t1).`,
    en: `"${name}" is not a margin of this territory; the margins are ${names} (of one round: left@2024_euro_t1).`,
  };
}
