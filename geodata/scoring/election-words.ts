import type { Sentence } from "../../server/contract/refusal.ts";
import type { Election, ElectionType } from "../territory/territory.ts";

const NAME_OF_TYPE: Readonly<Record<ElectionType, Sentence>> = {
  presidential: { fr: "présidentielle", en: "presidential" },
  legislative: { fr: "législatives", en: "legislative" },
  european: { fr: "européennes", en: "European" },
  municipal: { fr: "municipales", en: "municipal" },
  regional: { fr: "régionales", en: "regional" },
  departmental: { fr: "départementales", en: "departmental" },
  referendum: { fr: "référendum", en: "referendum" },
};

/** "européennes 2024, 1er tour" / "European 2024, round 1". */
export function electionWords({ type, year, round }: Pick<Election, "type" | "year" | "round">): Sentence {
  const words = NAME_OF_TYPE[type];
  return { fr: `${words.fr} ${year}, ${round === 1 ? "1er" : "2e"} tour`, en: `${words.en} ${year}, round ${round}` };
}
