import { createUniqueId, type JSX } from "solid-js";
import { NumberField } from "../../design/number-field.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./outing-fields.module.css";
import type { OutingFault, OutingForm } from "./outing-form.ts";

interface OutingFieldsProps {
  readonly form: OutingForm;
  readonly fault: OutingFault | null;
  /** Where the plan begins, when an empty place means that. */
  readonly start: string | null;
  /** Whether the hours can still be chosen. */
  readonly hasHours: boolean;
  readonly onChange: (part: Partial<OutingForm>) => void;
}

export const OUTING_NAME_ID = "outing-name";

/** What is said of an outing. */
export function OutingFields(props: OutingFieldsProps) {
  const { t } = useLanguage();
  return (
    <div class={styles.fields}>
      <Field
        label={t("outings.name")}
        id={OUTING_NAME_ID}
        problem={props.fault === "missingName" ? t("outings.missingName") : ""}
      >
        {(id) => (
          <input
            {...id}
            type="text"
            maxlength={80}
            autocomplete="off"
            value={props.form.name}
            onInput={(event) => props.onChange({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class={styles.pair}>
        <Field label={t("outings.day")} problem={props.fault === "missingDay" ? t("outings.missingDay") : ""}>
          {(id) => (
            <input
              {...id}
              type="date"
              value={props.form.day}
              onInput={(event) => props.onChange({ day: event.currentTarget.value })}
            />
          )}
        </Field>
        <Field label={t("outings.startsAt")}>
          {(id) => (
            <input
              {...id}
              type="time"
              value={props.form.startsAt}
              onInput={(event) => props.onChange({ startsAt: event.currentTarget.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label={t("outings.meetingPoint")}
        hint={props.start === null ? "" : t("outings.meetingPointHint", props.start)}
      >
        {(id) => (
          <input
            {...id}
            type="text"
            maxlength={120}
            autocomplete="off"
            value={props.form.place}
            onInput={(event) => props.onChange({ place: event.currentTarget.value })}
          />
        )}
      </Field>
      <Segmented
        label={t("outings.walkers")}
        value={props.form.isPairs ? "pairs" : "single"}
        options={[
          { value: "single", label: t("outings.single") },
          { value: "pairs", label: t("outings.pairs") },
        ]}
        onChange={(chosen) => props.onChange({ isPairs: chosen === "pairs" })}
      />
      <Field label={t("outings.script")} hint={t("outings.scriptHint")}>
        {(id) => (
          <textarea
            {...id}
            rows={3}
            maxlength={4000}
            value={props.form.script}
            onInput={(event) => props.onChange({ script: event.currentTarget.value })}
          />
        )}
      </Field>
      {props.hasHours ? (
        <NumberField
          label={t("outings.openHours")}
          suffix={t("outings.hoursSuffix")}
          hint={t("outings.openHoursHint")}
          value={props.form.openHours}
          limits={{ low: 1, high: 168, step: 1 }}
          problem={props.fault === "invalidHours" ? t("outings.invalidHours") : undefined}
          onChange={(openHours) => props.onChange({ openHours })}
        />
      ) : null}
    </div>
  );
}

function Field(props: {
  readonly label: string;
  readonly id?: string;
  readonly hint?: string;
  readonly problem?: string;
  readonly children: (names: { readonly id: string; readonly "aria-describedby": string }) => JSX.Element;
}) {
  const id = props.id ?? createUniqueId();
  return (
    <div class={styles.field}>
      <label for={id}>{props.label}</label>
      {props.children({ id, "aria-describedby": `${id}-hint` })}
      <small id={`${id}-hint`} classList={{ [styles.problem ?? ""]: (props.problem ?? "") !== "" }}>
        {props.problem || props.hint || ""}
      </small>
    </div>
  );
}
