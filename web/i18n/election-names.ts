import type { Accessor } from "solid-js";
import type { Election } from "../../server/contract/territories.ts";
import { electionName } from "./election-words.ts";
import { useLanguage } from "./language.tsx";

/** Names of a territory's elections by id, in the reader's language; an unknown one keeps its id. */
export interface ElectionNames {
  /** "Européennes 2024, 1er tour". */
  readonly name: (id: string) => string;
  /** "Européennes 2024". */
  readonly withoutRound: (id: string) => string;
}

export function createElectionNames(elections: Accessor<readonly Election[]>): ElectionNames {
  const { t } = useLanguage();
  const find = (id: string) => elections().find((one) => one.id === id);
  return {
    name: (id) => {
      const election = find(id);
      return election === undefined ? id : electionName(t, election);
    },
    withoutRound: (id) => {
      const election = find(id);
      return election === undefined ? id : t("elections.name", t(`elections.${election.type}`), election.year);
    },
  };
}
