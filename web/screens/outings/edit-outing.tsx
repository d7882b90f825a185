import { createSignal, Show } from "solid-js";
import type { Outing } from "../../../server/contract/outings.ts";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { OpenOuting } from "./create-outing.ts";
import styles from "./dialog.module.css";
import { OutingFields } from "./outing-fields.tsx";
import { type OutingForm, readOutingForm } from "./outing-form.ts";

/** Day, place and words of an outing that was made already. */
export function EditOuting(props: { readonly open: OpenOuting; readonly outing: Outing; readonly onDone: () => void }) {
  const { t } = useLanguage();
  const { name, day, startsAt, meetingPoint, isPairs, script, leadAccountId } = props.outing;
  const [form, setForm] = createSignal<OutingForm>({
    ...{ name, day, startsAt, isPairs, script, place: meetingPoint.label, openHours: "12", leadAccountId },
  });
  const reading = () => readOutingForm(form());
  const fault = () => {
    const read = reading();
    return read.ok ? null : read.reason;
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = reading();
    if (!read.ok) return;
    const { openHours: _unchanged, leadAccountId: chosen, ...said } = read.said;
    // Whose account was closed meanwhile stays as long as nobody else is chosen.
    const lead = chosen === leadAccountId ? {} : { leadAccountId: chosen };
    const place = { label: form().place.trim(), position: meetingPoint.position };
    const change = { ...said, ...lead, meetingPoint: place };
    if (await props.open.change(change, t("outings.changed"))) props.onDone();
  };
  return (
    <form class={styles.form} onSubmit={save} novalidate>
      <OutingFields
        form={form()}
        fault={fault()}
        start={null}
        hasHours={false}
        onChange={(part) => setForm((before) => ({ ...before, ...part }))}
      />
      <Show when={props.open.problem()}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onDone()}>{t("app.cancel")}</Button>
        <Button type="submit" look="primary" isBusy={props.open.isBusy()}>
          {t("outings.save")}
        </Button>
      </div>
    </form>
  );
}
