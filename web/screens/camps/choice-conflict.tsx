import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { CandidateIndex } from "../../workspace/review-sides.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./choice-conflict.module.css";
import { ChoiceDifferences } from "./choice-differences.tsx";

export const CONFLICT_ID = "choice-conflict";

/** Somebody else saved while this choice was being changed: their version beside one's own, and what to do. */
export function ChoiceConflict(props: { readonly index: CandidateIndex }) {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  return (
    <Show when={camps.saving() === "conflict"}>
      <Show
        when={camps.theirs()}
        fallback={
          <Show when={camps.saveProblem()}>
            {(problem) => <ProblemNotice problem={problem()} onRetry={camps.saveAgain} />}
          </Show>
        }
      >
        {(theirs) => (
          <div role="alert" id={CONFLICT_ID} tabindex="-1">
            <Notice kind="warning">
              <strong>{t("camps.conflict.heading")}</strong>
              <p>
                {t(
                  "camps.conflict.text",
                  theirs().name || t("camps.conflict.untitled"),
                  formats().dateTime(theirs().savedAt ?? new Date(0).toISOString()),
                )}
              </p>
              <Show when={camps.choice()}>
                {(mine) => (
                  <>
                    <p>{t("camps.conflict.differences")}</p>
                    <ChoiceDifferences from={mine()} to={theirs()} index={props.index} />
                  </>
                )}
              </Show>
              <div class={styles.ways}>
                <Button size="small" look="primary" onClick={() => camps.endConflict("joining")}>
                  {t("camps.conflict.join")}
                </Button>
                <Button size="small" onClick={() => camps.endConflict("taking-theirs")}>
                  {t("camps.conflict.take")}
                </Button>
                <Button size="small" onClick={() => camps.endConflict("keeping-mine")}>
                  {t("camps.conflict.keep")}
                </Button>
              </div>
              <p class={styles.hint}>{t("camps.conflict.joinHint")}</p>
            </Notice>
          </div>
        )}
      </Show>
    </Show>
  );
}
