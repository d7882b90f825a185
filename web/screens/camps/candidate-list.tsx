import { createMemo, createSignal, For, on, Show } from "solid-js";
import { foldName } from "../../../geodata/geometry/fold-name.ts";
import type { ElectionCandidates } from "../../../server/contract/territories.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type CandidateIndex, familySides, unclassedFirst } from "../../workspace/review-sides.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CandidateLine } from "./candidate-line.tsx";
import styles from "./candidate-list.module.css";

const LONG_LIST = 10;

/** Candidates of one round, those without a side first, each with the campaign's side. */
export function CandidateList(props: { readonly one: ElectionCandidates; readonly index: CandidateIndex }) {
  const { camps } = useWorkspace();
  const { t } = useLanguage();
  const [filter, setFilter] = createSignal("");
  const families = createMemo(() => familySides(props.index, camps.choice()?.sides ?? {}));
  // Ordered when the list opens, and not at every choice: who has just been classed stays under the pointer.
  const ordered = createMemo(
    on(
      () => props.one.candidates,
      (candidates) => unclassedFirst(candidates, camps.choice()?.sides ?? {}),
    ),
  );
  const shown = createMemo(() => {
    const words = foldName(filter()).split(" ").filter(Boolean);
    return ordered().filter((candidate) => {
      const haystack = foldName(`${candidate.name} ${candidate.list ?? ""} ${candidate.nuance ?? ""}`);
      return words.every((word) => haystack.includes(word));
    });
  });
  return (
    <>
      <Show when={props.one.candidates.length > LONG_LIST}>
        <input
          type="search"
          class={styles.filter}
          placeholder={t("camps.filter")}
          aria-label={t("camps.filter")}
          value={filter()}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      </Show>
      <ul class={styles.list}>
        <For each={shown()}>
          {(candidate) => (
            <CandidateLine
              candidate={candidate}
              election={props.one.election}
              index={props.index}
              families={families()}
            />
          )}
        </For>
      </ul>
    </>
  );
}
