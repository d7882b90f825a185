import { Show } from "solid-js";
import { FIELD_BOUNDS } from "../../../server/contract/field-events.ts";
import { Icon } from "../../design/icon.tsx";
import { useFieldLanguage } from "../field-language.tsx";
import type { StopProgress } from "../walk/walk-progress.ts";
import styles from "./door-count.module.css";

interface DoorCountProps {
  readonly now: StopProgress;
  readonly value: number;
  readonly onChange: (doors: number) => void;
}

/** For how many doors the next tap counts: one, unless the volunteer says the whole address or a number. */
export function DoorCount(props: DoorCountProps) {
  const { t } = useFieldLanguage();
  const clamp = (doors: number) => Math.max(1, Math.min(FIELD_BOUNDS.doors, doors));
  return (
    <Show when={props.now.stop.doors > 1}>
      <fieldset class={styles.row} aria-label={t("count.name")}>
        <Show when={props.now.doorsLeft > 1}>
          <button
            type="button"
            class={styles.choice}
            aria-pressed={props.value === props.now.doorsLeft}
            onClick={() => props.onChange(props.value === props.now.doorsLeft ? 1 : clamp(props.now.doorsLeft))}
          >
            {t("count.rest", props.now.doorsLeft)}
          </button>
        </Show>
        <span class={styles.stepper}>
          <button
            type="button"
            aria-label={t("count.fewer")}
            disabled={props.value <= 1}
            onClick={() => props.onChange(clamp(props.value - 1))}
          >
            <Icon name="minus" />
          </button>
          <output>{t("stop.doors", props.value)}</output>
          <button type="button" aria-label={t("count.more")} onClick={() => props.onChange(clamp(props.value + 1))}>
            <Icon name="plus" />
          </button>
        </span>
      </fieldset>
    </Show>
  );
}
