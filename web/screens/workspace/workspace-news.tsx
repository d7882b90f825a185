import { createEffect, on } from "solid-js";
import { createTold } from "../../design/create-told.ts";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";

/**
 * Said wherever one is in the workspace, and outside of what other parts cover: what is compared, and settings of the
 * scores that were taken back. Everything else is said where it is done.
 */
export function WorkspaceNews() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [undone, tell] = createTold();
  createEffect(
    on(
      workspace.lastStep,
      (step) => {
        if (step?.kind === "hand") tell(t(step.direction === "undo" ? "hand.undone" : "hand.redone"));
      },
      { defer: true },
    ),
  );
  return (
    <>
      <Announcement words={t("compare.tray", formats().integer(workspace.state().comparison.subjects.length))} />
      <Announcement words={undone()} />
    </>
  );
}
