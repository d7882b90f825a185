import { createSignal, onCleanup } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./edit-bar.module.css";

/** Where a route begins and ends, without dragging: at its own stops, or under the cross that the map shows meanwhile. */
export function EditEnds(props: { readonly routeId: string }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  const toggle = (isNowOpen: boolean) => {
    setIsOpen(isNowOpen);
    workspace.setIsCrossShown(isNowOpen);
  };
  onCleanup(() => workspace.setIsCrossShown(false));
  const set = (kind: "set-start" | "set-end", isAtCross: boolean) => {
    const cross = workspace.crossPlace();
    const position: [number, number] | null = isAtCross && cross ? [...cross] : null;
    workspace.handEdits.send({ kind, routeId: props.routeId, position });
  };
  return (
    <Disclosure title={t("edit.ends")} isQuiet isOpen={isOpen()} onToggle={toggle}>
      <p class={styles.hint}>
        {t("edit.endsHint")} {t("edit.crossHint")}
      </p>
      <div class={styles.row}>
        <strong>{t("edit.start")}</strong>
        <Button size="small" onClick={() => set("set-start", false)}>
          {t("edit.atFirst")}
        </Button>
        <Button
          size="small"
          disabled={workspace.crossPlace() === null}
          aria-label={t("edit.startAtCross")}
          onClick={() => set("set-start", true)}
        >
          {t("edit.atCross")}
        </Button>
      </div>
      <div class={styles.row}>
        <strong>{t("edit.finish")}</strong>
        <Button size="small" onClick={() => set("set-end", false)}>
          {t("edit.atLast")}
        </Button>
        <Button
          size="small"
          disabled={workspace.crossPlace() === null}
          aria-label={t("edit.endAtCross")}
          onClick={() => set("set-end", true)}
        >
          {t("edit.atCross")}
        </Button>
      </div>
    </Disclosure>
  );
}
