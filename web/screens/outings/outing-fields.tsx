import { createUniqueId } from "solid-js";
import { NumberField } from "../../design/number-field.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { LeadField } from "./lead-field.tsx";
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
  const script = createUniqueId();
  return (
    <div class={styles.fields}>
      <TextField
        label={t("outings.name")}
        id={OUTING_NAME_ID}
        maxlength={80}
        problem={props.fault === "missingName" ? t("outings.missingName") : undefined}
        value={props.form.name}
        onInput={(name) => props.onChange({ name })}
      />
      <div class={styles.pair}>
        <TextField
          label={t("outings.day")}
          type="date"
          problem={props.fault === "missingDay" ? t("outings.missingDay") : undefined}
          value={props.form.day}
          onInput={(day) => props.onChange({ day })}
        />
        <TextField
          label={t("outings.startsAt")}
          type="time"
          value={props.form.startsAt}
          onInput={(startsAt) => props.onChange({ startsAt })}
        />
      </div>
      <TextField
        label={t("outings.meetingPoint")}
        {...(props.start === null ? {} : { hint: t("outings.meetingPointHint", props.start) })}
        maxlength={120}
        isOptional
        value={props.form.place}
        onInput={(place) => props.onChange({ place })}
      />
      <Segmented
        label={t("outings.walkers")}
        value={props.form.isPairs ? "pairs" : "single"}
        options={[
          { value: "single", label: t("outings.single") },
          { value: "pairs", label: t("outings.pairs") },
        ]}
        onChange={(chosen) => props.onChange({ isPairs: chosen === "pairs" })}
      />
      <LeadField
        leadAccountId={props.form.leadAccountId}
        onChange={(leadAccountId) => props.onChange({ leadAccountId })}
      />
      <div class={styles.field}>
        <label for={script}>{t("outings.script")}</label>
        <textarea
          id={script}
          aria-describedby={`${script}-hint`}
          rows={3}
          maxlength={4000}
          value={props.form.script}
          onInput={(event) => props.onChange({ script: event.currentTarget.value })}
        />
        <small id={`${script}-hint`}>{t("outings.scriptHint")}</small>
      </div>
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
