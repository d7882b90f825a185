import { createSignal, Index, Show } from "solid-js";
import type { LayerUnit } from "../../../server/contract/layers.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { MOST_BREAKS, MOST_SIZES } from "../../workspace/layer-classes.ts";
import type { LayerView } from "../../workspace/layer-view.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./breaks-editor.module.css";

/** Shares and points are typed as they are read: in hundredths. */
const FACTOR: Readonly<Record<LayerUnit, number>> = {
  share: 100,
  points: 100,
  euros: 1,
  count: 1,
  seconds: 1,
  number: 1,
};

/** Where the classes of a layer begin, typed by hand. A field that is emptied is a break less. */
export function BreaksEditor(props: { readonly view: LayerView }) {
  const workspace = useWorkspace();
  const { t, language } = useLanguage();
  const [bad, setBad] = createSignal<number | null>(null);
  const unit = () => props.view.answer.unit;
  const breaks = () => workspace.state().breaks;
  const set = (changed: readonly number[]) => {
    setBad(null);
    workspace.move({ type: "breaks-set", breaks: changed });
  };
  const written = (value: number) => {
    const text = String(Number((value * FACTOR[unit()]).toPrecision(10)));
    return language() === "fr" ? text.replace(".", ",") : text;
  };
  const change = (place: number, text: string) => {
    const bare = text.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
    const value = Number(bare) / FACTOR[unit()];
    if (bare === "") set(breaks().filter((_, other) => other !== place));
    else if (Number.isFinite(value)) set(breaks().map((one, other) => (other === place ? value : one)));
    else setBad(place);
  };
  const isDiverging = () => props.view.centre !== null;
  const most = () => (isDiverging() ? MOST_SIZES : MOST_BREAKS);
  return (
    <fieldset class={styles.editor}>
      <legend>{t(isDiverging() ? `layers.sizes.${unit()}` : `layers.breaks.${unit()}`)}</legend>
      <Index each={breaks()}>
        {(value, place) => (
          <span class={styles.field}>
            <input
              type="text"
              inputmode="decimal"
              autocomplete="off"
              aria-label={t("layers.breakAt", String(place + 1))}
              aria-invalid={bad() === place}
              value={written(value())}
              onChange={(event) => change(place, event.currentTarget.value)}
            />
            <Show when={breaks().length > 1}>
              <button
                type="button"
                aria-label={t("layers.removeBreak", written(value()))}
                onClick={() => set(breaks().filter((_, other) => other !== place))}
              >
                <Icon name="close" />
              </button>
            </Show>
          </span>
        )}
      </Index>
      <Show when={breaks().length < most()}>
        <Button size="small" look="quiet" onClick={() => set([...breaks(), anotherBreak(props.view, breaks())])}>
          <Icon name="plus" />
          {t("layers.addBreak")}
        </Button>
      </Show>
      <Show when={bad() !== null}>
        <p class={styles.bad} role="alert">
          {t("layers.badBreak")}
        </p>
      </Show>
    </fieldset>
  );
}

/** In the middle of the widest class. Around a centre, larger than the sizes that there are. */
function anotherBreak({ classes, centre }: LayerView, breaks: readonly number[]): number {
  if (centre !== null) return Number((2 * Math.max(...breaks.map(Math.abs))).toPrecision(2));
  const widest = classes.reduce((wide, one) => (one.high - one.low > wide.high - wide.low ? one : wide), {
    low: 0,
    high: 0,
  });
  return Number(((widest.low + widest.high) / 2).toPrecision(3));
}
