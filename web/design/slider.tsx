import { createUniqueId, Show } from "solid-js";
import styles from "./slider.module.css";

interface SliderProps {
  readonly label: string;
  /** Spoken but not shown when the surroundings already say it. */
  readonly isLabelHidden?: boolean;
  readonly value: number;
  readonly limits: { readonly low: number; readonly high: number; readonly step: number };
  /** The value as it is shown beside the label. */
  readonly written: string;
  /** The value as it is spoken, when that takes more words. */
  readonly spoken?: string;
  /** At every step of a gesture. */
  readonly onMove: (value: number) => void;
  /** Once at the end of a gesture: a drag, or arrows held down. */
  readonly onSettle: () => void;
}

export function Slider(props: SliderProps) {
  const id = createUniqueId();
  let isKeyHeld = false;
  const endKeys = () => {
    if (isKeyHeld) props.onSettle();
    isKeyHeld = false;
  };
  return (
    <div class={styles.slider}>
      <div class={styles.line} classList={{ [styles.hidden ?? ""]: props.isLabelHidden ?? false }}>
        <label for={id}>{props.label}</label>
        <Show when={!props.isLabelHidden}>
          {/* No output, which readers would say beside the value of the slider itself. */}
          <span>{props.written}</span>
        </Show>
      </div>
      <input
        id={id}
        type="range"
        class={styles.track}
        min={props.limits.low}
        max={props.limits.high}
        step={props.limits.step}
        value={props.value}
        aria-valuetext={props.spoken ?? props.written}
        onInput={(event) => props.onMove(event.currentTarget.valueAsNumber)}
        onChange={() => {
          // A held arrow key reports a change at each step: its gesture ends when it is let go.
          if (!isKeyHeld) props.onSettle();
        }}
        onKeyDown={(event) => {
          if (MOVING_KEYS.has(event.key)) isKeyHeld = true;
        }}
        onKeyUp={endKeys}
        onBlur={endKeys}
      />
    </div>
  );
}

const MOVING_KEYS = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End"]);
