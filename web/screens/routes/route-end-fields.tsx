import { createUniqueId, For, Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import type { EndChoice, PlanForm, StartChoice } from "../../workspace/plan-form.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./plan-form-view.module.css";

interface RouteEndFieldsProps {
  readonly form: PlanForm;
  readonly hasElevation: boolean;
  readonly onChange: (part: Partial<PlanForm>) => void;
}

/** Where routes begin and where they end. */
export function RouteEndFields(props: RouteEndFieldsProps) {
  const { t } = useLanguage();
  const starts = (): readonly Choice<StartChoice>[] => [
    { value: "central", label: t("plan.startCentral") },
    { value: "lowest", label: t("plan.startLowest"), isOff: !props.hasElevation },
    { value: "highest", label: t("plan.startHighest"), isOff: !props.hasElevation },
    { value: "transit", label: t("plan.startTransit") },
    { value: "anywhere", label: t("plan.startAnywhere") },
    { value: "place", label: t("plan.startPlace") },
  ];
  const ends = (): readonly Choice<EndChoice>[] => [
    { value: "anywhere", label: t("plan.endAnywhere") },
    { value: "start", label: t("plan.endStart") },
    { value: "central", label: t("plan.endCentral") },
    { value: "lowest", label: t("plan.endLowest"), isOff: !props.hasElevation },
    { value: "highest", label: t("plan.endHighest"), isOff: !props.hasElevation },
    { value: "transit", label: t("plan.endTransit") },
    { value: "place", label: t("plan.endPlace") },
  ];
  return (
    <>
      <EndField
        label={t("plan.start")}
        value={props.form.start}
        choices={starts()}
        onChange={(start) => props.onChange({ start })}
      />
      <EndField
        label={t("plan.end")}
        value={props.form.end}
        choices={ends()}
        onChange={(end) => props.onChange({ end })}
      />
      <Show when={!props.hasElevation}>
        <small class={styles.note}>{t("plan.noElevation")}</small>
      </Show>
    </>
  );
}

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isOff?: boolean;
}

interface EndFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}

function EndField<Value extends string>(props: EndFieldProps<Value>) {
  const id = createUniqueId();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <div class={styles.field}>
      <label for={id}>{props.label}</label>
      <select
        id={id}
        aria-describedby={`${id}-hint`}
        value={props.value}
        onChange={(event) => {
          const choice = props.choices.find(({ value }) => value === event.currentTarget.value);
          if (choice !== undefined) props.onChange(choice.value);
        }}
      >
        <For each={props.choices}>
          {(choice) => (
            <option value={choice.value} disabled={choice.isOff ?? false} selected={choice.value === props.value}>
              {choice.label}
            </option>
          )}
        </For>
      </select>
      <small id={`${id}-hint`}>
        <Show when={props.value === "place"}>
          {workspace.pointedPlace() === null ? t("plan.placeHint") : t("plan.placeChosen")}
        </Show>
      </small>
    </div>
  );
}
