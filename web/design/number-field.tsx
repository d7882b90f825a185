import { createUniqueId, Show } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import { Icon } from "./icon.tsx";
import styles from "./number-field.module.css";

interface NumberFieldProps {
  readonly label: string;
  /** Spoken but not shown when the surroundings already say it. */
  readonly isLabelHidden?: boolean;
  readonly value: string;
  readonly limits: { readonly low: number; readonly high: number; readonly step: number };
  readonly suffix?: string;
  readonly hint?: string;
  /** For a field that may be empty: what that means in a word or two, and where its buttons begin. */
  readonly whenEmpty?: { readonly words: string; readonly value: number };
  /** What is wrong with the value, when something is. */
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** A number with its unit; buttons and arrow keys move it by one step. Takes a decimal comma. */
export function NumberField(props: NumberFieldProps) {
  const id = createUniqueId();
  const { t, language } = useLanguage();
  const isEmpty = () => props.value.trim() === "" && props.whenEmpty !== undefined;
  const step = (direction: 1 | -1) => {
    const { low, high, step: by } = props.limits;
    const now = readOr(low);
    const from = isEmpty() ? now - direction * by : now;
    const next = Math.min(high, Math.max(low, Math.round((from + direction * by) / by) * by));
    props.onChange(String(Number(next.toFixed(2))));
  };
  const readOr = (otherwise: number) => {
    if (isEmpty() && props.whenEmpty) return props.whenEmpty.value;
    const now = Number(props.value.replace(",", "."));
    return Number.isFinite(now) ? now : otherwise;
  };
  const shown = () => (language() === "fr" ? props.value.replace(".", ",") : props.value);
  return (
    <div class={styles.field}>
      <label for={id} classList={{ [styles.hidden ?? ""]: props.isLabelHidden ?? false }}>
        {props.label}
      </label>
      <div class={styles.box} classList={{ [styles.bad ?? ""]: props.problem !== undefined }}>
        <button
          type="button"
          tabindex="-1"
          aria-label={t("app.less", props.label)}
          aria-controls={id}
          onClick={() => step(-1)}
        >
          <Icon name="minus" />
        </button>
        <input
          id={id}
          type="text"
          inputmode="decimal"
          role="spinbutton"
          aria-valuenow={readOr(props.limits.low)}
          aria-valuemin={props.limits.low}
          aria-valuemax={props.limits.high}
          aria-valuetext={isEmpty() && props.whenEmpty ? props.whenEmpty.words : `${shown()} ${props.suffix ?? ""}`}
          placeholder={props.whenEmpty?.words}
          aria-invalid={props.problem !== undefined}
          aria-describedby={`${id}-hint`}
          autocomplete="off"
          value={shown()}
          onInput={(event) => props.onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === "ArrowUp") step(1);
            else if (event.key === "ArrowDown") step(-1);
            else return;
            event.preventDefault();
          }}
        />
        <Show when={!isEmpty() && props.suffix}>
          <span aria-hidden="true">{props.suffix}</span>
        </Show>
        <button
          type="button"
          tabindex="-1"
          aria-label={t("app.more", props.label)}
          aria-controls={id}
          onClick={() => step(1)}
        >
          <Icon name="plus" />
        </button>
      </div>
      <small id={`${id}-hint`} class={props.problem === undefined ? undefined : styles.problem}>
        {props.problem ?? props.hint ?? ""}
      </small>
    </div>
  );
}
