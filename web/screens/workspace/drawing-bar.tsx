import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { ZoneDrawing } from "../../map/draw-zone.ts";
import styles from "./drawing-bar.module.css";

interface DrawingBarProps {
  readonly drawing: ZoneDrawing;
  readonly corners: number;
  /** What the ring holds so far, for the eye: it changes with every move of the pointer. */
  readonly inside?: string;
  readonly onCancel: () => void;
}

export function DrawingBar(props: DrawingBarProps) {
  const { t } = useLanguage();
  const words = () => (props.corners === 0 ? t("map.drawingStart") : t("map.drawingCorners", props.corners));
  return (
    <fieldset class={styles.bar} aria-label={t("map.drawing")}>
      <p>
        {words()}
        <Show when={props.inside}>{(inside) => <small class={styles.inside}>{inside()}</small>}</Show>
      </p>
      <Announcement words={words()} isNews />
      <div class={styles.actions}>
        <Button size="small" disabled={props.corners === 0} onClick={() => props.drawing.undoCorner()}>
          <Icon name="undo" />
          {t("map.undoCorner")}
        </Button>
        <Button size="small" look="primary" disabled={props.corners < 3} onClick={() => props.drawing.finish()}>
          {t("map.finish")}
        </Button>
        <Button size="small" look="quiet" onClick={() => props.onCancel()}>
          {t("map.cancelDrawing")}
        </Button>
      </div>
    </fieldset>
  );
}
