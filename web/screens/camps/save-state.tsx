import { createEffect, createMemo, For, Match, on, Switch } from "solid-js";
import { countSides } from "../../../server/contract/choice-versions.ts";
import { SIDES } from "../../../server/contract/scores.ts";
import { Button } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import sideColours from "../../design/side-colours.module.css";
import { Announcement } from "../../design/spoken.tsx";
import { UndoButtons } from "../../design/undo-buttons.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CONFLICT_ID } from "./choice-conflict.tsx";
import styles from "./save-state.module.css";

/** How many candidates are on each side, whether that is saved, and taking the last change back. */
export function SaveState() {
  const { camps } = useWorkspace();
  const { t, formats } = useLanguage();
  const counts = createMemo(() => countSides(camps.choice()?.sides ?? {}));
  const words = () => {
    const [ours, near, neutral, far, hostile] = SIDES.map((side) => formats().integer(counts()[side]));
    return t("camps.counts", ours ?? "", near ?? "", neutral ?? "", far ?? "", hostile ?? "");
  };
  /** That each change is saved is not worth a sentence; what it comes to is. */
  const spoken = () => {
    if (camps.saving() === "failed") return t("camps.saveFailed");
    return camps.saving() === "conflict" ? t("camps.waits") : words();
  };
  const [told, tell] = createTold();
  // The first time it is: what it comes to is the same, and nothing else would be told.
  createEffect(on(camps.version, (_, before) => before === 0 && tell(`${t("camps.saved")}.`), { defer: true }));
  return (
    <div class={styles.bar}>
      <div class={styles.state}>
        <p role="img" aria-label={words()} title={words()} class={styles.counts}>
          <For each={SIDES}>
            {(side) => (
              <span>
                <i class={sideColours[side]} />
                {formats().integer(counts()[side])}
              </span>
            )}
          </For>
        </p>
        <Announcement words={spoken()} />
        <Announcement words={told()} />
        {/* What is done here goes away with its button: the focus stays where it says what came of it. */}
        <p tabindex="-1">
          <Switch>
            <Match when={camps.saving() === "failed"}>
              <span class={styles.bad}>
                {t("camps.saveFailed")}{" "}
                <Button size="small" look="quiet" onClick={camps.saveAgain}>
                  {t("app.retry")}
                </Button>
              </span>
            </Match>
            <Match when={camps.saving() === "conflict"}>
              <span class={styles.bad}>
                {t("camps.waits")}{" "}
                <Button size="small" look="quiet" onClick={showConflict}>
                  {t("camps.decide")}
                </Button>
              </span>
            </Match>
            <Match when={camps.saving() !== "saved"}>{t("camps.saving")}</Match>
            <Match when={camps.version() === 0}>
              {t("camps.unsaved")}.{" "}
              <Button size="small" look="quiet" onClick={camps.keep}>
                {t("camps.keep")}
              </Button>
            </Match>
            <Match when={true}>{t("camps.saved")}.</Match>
          </Switch>
        </p>
      </div>
      <span class={styles.undo}>
        <UndoButtons steps={camps} undoLabel={t("camps.undo")} redoLabel={t("camps.redo")} />
      </span>
    </div>
  );
}

function showConflict(): void {
  const conflict = document.getElementById(CONFLICT_ID);
  conflict?.focus({ preventScroll: true });
  conflict?.scrollIntoView({ block: "start" });
}
