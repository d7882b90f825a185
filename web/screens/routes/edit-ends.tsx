import { Button } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./edit-bar.module.css";

/** Where a route begins and ends, without dragging: at its own stops, or where the map is looked at. */
export function EditEnds(props: { readonly routeId: string }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const set = (kind: "set-start" | "set-end", isAtCentre: boolean) => {
    const camera = workspace.state().camera;
    const position: [number, number] | null = isAtCentre && camera ? [camera.longitude, camera.latitude] : null;
    workspace.handEdits.send({ kind, routeId: props.routeId, position });
  };
  const hasCentre = () => workspace.state().camera !== null;
  return (
    <Disclosure title={t("edit.ends")} isQuiet>
      <p class={styles.hint}>{t("edit.endsHint")}</p>
      <div class={styles.row}>
        <strong>{t("edit.start")}</strong>
        <Button size="small" onClick={() => set("set-start", false)}>
          {t("edit.atFirst")}
        </Button>
        <Button
          size="small"
          disabled={!hasCentre()}
          aria-label={t("edit.startAtCentre")}
          onClick={() => set("set-start", true)}
        >
          {t("edit.atCentre")}
        </Button>
      </div>
      <div class={styles.row}>
        <strong>{t("edit.finish")}</strong>
        <Button size="small" onClick={() => set("set-end", false)}>
          {t("edit.atLast")}
        </Button>
        <Button
          size="small"
          disabled={!hasCentre()}
          aria-label={t("edit.endAtCentre")}
          onClick={() => set("set-end", true)}
        >
          {t("edit.atCentre")}
        </Button>
      </div>
    </Disclosure>
  );
}
