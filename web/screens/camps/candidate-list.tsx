import { createMemo, createSignal, For, Show } from "solid-js";
import { foldName } from "../../../geodata/geometry/fold-name.ts";
import { SIDES } from "../../../server/contract/scores.ts";
import type { ElectionCandidates } from "../../../server/contract/territories.ts";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./candidate-list.module.css";
import { familyWord } from "./family-word.ts";

const LONG_LIST = 10;

/** Candidates of one election, most votes first, each with the campaign's side. */
export function CandidateList(props: { readonly candidates: ElectionCandidates["candidates"] }) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const [filter, setFilter] = createSignal("");
  const shown = createMemo(() => {
    const words = foldName(filter()).split(" ").filter(Boolean);
    return props.candidates
      .filter((candidate) => {
        const haystack = foldName(`${candidate.name} ${candidate.list ?? ""} ${candidate.nuance ?? ""}`);
        return words.every((word) => haystack.includes(word));
      })
      .toSorted((a, b) => b.votes - a.votes);
  });
  return (
    <>
      <Show when={props.candidates.length > LONG_LIST}>
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
            <li>
              <p class={styles.name}>
                <strong>{candidate.name}</strong>
                <small>
                  {[
                    candidate.nuance,
                    candidate.family === null ? null : familyWord(t, candidate.family),
                    t("camps.votes", formats().integer(candidate.votes)),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </small>
              </p>
              <Segmented
                label={t("camps.sideOf", candidate.name)}
                isLabelHidden
                size="small"
                value={camps.choice()?.sides[candidate.id] ?? null}
                options={SIDES.map((side) => ({ value: side, label: t(`camps.${side}`) }))}
                onChange={(side) => camps.setSide(candidate.id, side)}
              />
            </li>
          )}
        </For>
      </ul>
    </>
  );
}
