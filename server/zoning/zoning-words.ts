import { Refusal, type Sentence } from "../contract/refusal.ts";
import type { CutScore, Straddle } from "./score-zones.ts";

/** Above this over the mean, a team notices that its zone is heavier. */
const EVEN_WITHIN = 0.1;

export interface ZonesNote {
  readonly code: string;
  readonly text: Sentence;
}

/** What an organizer should know of a cut, worst first. */
export function zonesNotes(score: CutScore, withoutStreet: number): readonly ZonesNote[] {
  const straddled = (barrier: Straddle["barrier"]) => zonesThatStraddle(score, barrier);
  const [bridges, roads, gaps] = [straddled("bridge"), straddled("road"), straddled("gap")];
  return [
    ...(score.heaviest - 1 > EVEN_WITHIN ? [unevenNote(score)] : []),
    ...(bridges.zones > 0 ? [bridgeNote(bridges)] : []),
    ...(roads.zones > 0 ? [roadNote(roads)] : []),
    ...(gaps.zones > 0 ? [gapNote(gaps.zones)] : []),
    ...(score.tornSides > 0 ? [tornNote(score.tornSides)] : []),
    ...(withoutStreet > 0 ? [withoutStreetNote(withoutStreet)] : []),
  ];
}

interface Straddled {
  readonly zones: number;
  readonly streets: readonly string[];
}

function zonesThatStraddle({ zones }: CutScore, barrier: Straddle["barrier"]): Straddled {
  const found = zones.map(({ straddles }) => straddles.filter((straddle) => straddle.barrier === barrier));
  return {
    zones: found.filter(({ length }) => length > 0).length,
    streets: [...new Set(found.flat().flatMap(({ street }) => (street === "" ? [] : [street])))],
  };
}

function unevenNote({ heaviest }: CutScore): ZonesNote {
  const more = Math.round(100 * (heaviest - 1));
  return {
    code: "uneven",
    text: {
      fr: `La zone la plus chargée a ${more} % de travail de plus que la moyenne : ses immeubles ne se partagent pas davantage. Demandez moins de zones, ou mettez-y plus de monde.`,
      en: `The heaviest zone has ${more} % more work than the mean: its buildings cannot be shared out further. Ask for fewer zones, or send more people there.`,
    },
  };
}

function bridgeNote({ zones, streets }: Straddled): ZonesNote {
  return {
    code: "straddles-bridge",
    text: {
      fr: `${count(zones, "zone s’étend", "zones s’étendent")} de part et d’autre d’un pont ou d’un tunnel${listed(streets)} : aucun découpage aussi égal ne l’évite, parmi ceux qui ont été essayés.`,
      en: `${count(zones, "zone lies", "zones lie")} on both sides of a bridge or tunnel${listed(streets)}: no cut as even avoids it, of those that were tried.`,
    },
  };
}

function roadNote({ zones, streets }: Straddled): ZonesNote {
  return {
    code: "straddles-road",
    text: {
      fr: `${count(zones, "zone oblige", "zones obligent")} à traverser un grand axe${listed(streets)}.`,
      en: `${count(zones, "zone has", "zones have")} a main road to cross${listed(streets)}.`,
    },
  };
}

function gapNote(zones: number): ZonesNote {
  return {
    code: "cut-off",
    text: {
      fr: `${count(zones, "zone contient", "zones contiennent")} des adresses sans chemin à pied vers les autres (rue coupée du reste du réseau) : elles sont jointes à la zone la plus proche.`,
      en: `${count(zones, "zone holds", "zones hold")} addresses without a way on foot to the others (street cut off from the network): they are in the nearest zone.`,
    },
  };
}

function tornNote(sides: number): ZonesNote {
  return {
    code: "torn-sides",
    text: {
      fr: `${count(sides, "côté de rue est partagé", "côtés de rue sont partagés")} entre deux zones, faute de quoi les zones seraient inégales ou vides.`,
      en: `${count(sides, "side of a street is shared", "sides of streets are shared")} between two zones, or zones would be unequal or empty.`,
    },
  };
}

function withoutStreetNote(addresses: number): ZonesNote {
  return {
    code: "no-street",
    text: {
      fr: `${count(addresses, "adresse n’est", "adresses ne sont")} dans aucune zone, faute de rue praticable à pied aux alentours.`,
      en: `${count(addresses, "address is", "addresses are")} in no zone, for lack of a walkable street nearby.`,
    },
  };
}

export const zoningRefusal = {
  nothing: (): Refusal =>
    new Refusal("nothing-found", {
      fr: "Aucune adresse de la sélection n’est au bord d’une rue praticable à pied. Choisissez d’autres bureaux ou une autre zone.",
      en: "No address of the selection is on a walkable street. Choose other stations or another area.",
    }),
  tooManyZones: (zones: number, addresses: number): Refusal =>
    new Refusal("too-many-zones", {
      fr: `${zones} zones pour ${addresses} adresses : il en resterait de vides. Demandez au plus ${addresses} zones, ou choisissez un secteur plus grand.`,
      en: `${zones} zones for ${addresses} addresses would leave some empty. Ask for ${addresses} zones at most, or choose a larger area.`,
    }),
  tooManyAddresses: (addresses: number, most: number): Refusal =>
    new Refusal("too-many-stops", {
      fr: `${addresses} adresses à la fois, c’est plus que les ${most} qui se découpent d’un coup. Choisissez moins de bureaux ou un secteur plus petit.`,
      en: `${addresses} addresses at once are more than the ${most} that can be cut in one go. Choose fewer stations or a smaller area.`,
    }),
  best: (): Refusal =>
    new Refusal("best-is-for-plans", {
      fr: "Le choix « meilleurs bureaux » (best) dépend d’une équipe et de ses heures : il sert à faire un plan. Pour découper, nommez des bureaux ou dessinez un secteur.",
      en: "The choice “best” depends on a team and its hours: it is for plans. To cut zones, name stations or draw an area.",
    }),
} as const;

function listed(streets: readonly string[]): string {
  if (streets.length === 0) return "";
  const shown = streets.slice(0, 4).join(", ") + (streets.length > 4 ? "…" : "");
  return ` (${shown})`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
