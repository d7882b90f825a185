import { createMemo, For, Show } from "solid-js";
import type { CampChoice } from "../../../server/contract/scores.ts";
import { electionName } from "../../i18n/election-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { changedSides } from "../../workspace/choice-state.ts";
import type { CandidateIndex } from "../../workspace/review-sides.ts";
import styles from "./choice-differences.module.css";

const MOST_SHOWN = 8;

interface DifferencesProps {
  readonly from: CampChoice;
  readonly to: CampChoice;
  readonly index: CandidateIndex;
}

/** Candidates that one choice sees otherwise than another, those with most votes first. */
export function ChoiceDifferences(props: DifferencesProps) {
  const { t, formats } = useLanguage();
  const changes = createMemo(() => {
    const changed = changedSides(props.from, props.to);
    return props.index.all
      .filter(({ candidate }) => changed.has(candidate.id))
      .toSorted((a, b) => b.candidate.votes - a.candidate.votes);
  });
  const side = (choice: CampChoice, id: string) => t(`camps.${choice.sides[id] ?? "unclassed"}`);
  return (
    <ul class={styles.list}>
      <For each={changes().slice(0, MOST_SHOWN)}>
        {({ candidate, election }) => (
          <li>
            {t("camps.versions.change", candidate.name, side(props.from, candidate.id), side(props.to, candidate.id))}{" "}
            <small>{electionName(t, election)}</small>
          </li>
        )}
      </For>
      <Show when={changes().length > MOST_SHOWN}>
        <li>
          {t("camps.versions.others", changes().length - MOST_SHOWN, formats().integer(changes().length - MOST_SHOWN))}
        </li>
      </Show>
    </ul>
  );
}
