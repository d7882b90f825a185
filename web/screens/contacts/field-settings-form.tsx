import { createEffect, createSignal, on, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { TextField } from "../../design/text-field.tsx";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "../people/create-attempt.ts";
import styles from "./contacts-screen.module.css";
import { choicesOf, type FieldChoicesForm, formOf, isChanged, MOST_LETTERS } from "./field-choices-form.ts";

/** What the campaign lets its phones ask: counts by building, and what the director adds to them. */
export function FieldSettingsForm() {
  const api = useApi();
  const { t } = useLanguage();
  const known = createLoad(
    () => "field-settings",
    (_, signal) => api.fieldChoices(signal),
  );
  const [form, setForm] = createSignal<FieldChoicesForm | null>(null);
  const [isTried, setIsTried] = createSignal(false);
  const [told, setTold] = createSignal("");
  const { problem, isBusy, attempt } = createAttempt();
  let element: HTMLFormElement | undefined;
  createEffect(
    on(known.value, (choices) => {
      if (choices) setForm(formOf(choices));
    }),
  );
  const change = (part: Partial<FieldChoicesForm>) => {
    setTold("");
    setForm((before) => before && { ...before, ...part });
  };
  const isDirty = () => {
    const [now, before] = [form(), known.value()];
    return now !== null && before !== null && isChanged(now, before);
  };
  const missing = (text: string) => (isTried() && text.trim() === "" ? t("contacts.field.needed") : undefined);
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const now = form();
    if (now === null) return;
    const choices = choicesOf(now);
    setIsTried(choices === null);
    if (choices === null) {
      element?.querySelector<HTMLInputElement>("[aria-invalid=true]")?.focus();
      return;
    }
    // Nothing is written into the log for nothing.
    if (!isDirty()) {
      setTold(t("contacts.field.same"));
      return;
    }
    void attempt(async () => {
      known.set(await api.saveFieldChoices(choices));
      setTold(t("contacts.field.saved"));
    });
  };
  const said = () => {
    if (isBusy()) return t("people.working");
    return told() === "" && isDirty() ? t("contacts.field.unsaved") : told();
  };
  return (
    <Section title={t("contacts.field.title")} level={2}>
      <p class={styles.soft}>{t("contacts.field.intro")}</p>
      <p class={styles.soft}>{t("contacts.field.since")}</p>
      <Show when={known.problem()}>{(failed) => <ProblemNotice problem={failed()} onRetry={known.retry} />}</Show>
      <Show when={form()} fallback={known.problem() ? null : <Skeleton lines={3} />}>
        {(now) => (
          <form id="field-settings" ref={element} class={styles.choices} onSubmit={save} novalidate>
            <Toggle
              label={t("contacts.field.notes")}
              hint={t("contacts.field.notesHint")}
              isOn={now().buildingNotes}
              onChange={(buildingNotes) => change({ buildingNotes })}
            />
            <Toggle
              label={t("contacts.field.contacts")}
              hint={t("contacts.field.contactsHint")}
              isOn={now().contacts}
              onChange={(contacts) => change({ contacts })}
            />
            <Show when={now().contacts}>
              <fieldset class={styles.controller}>
                <legend>{t("contacts.field.controller")}</legend>
                <p class={styles.soft}>{t("contacts.field.controllerHint")}</p>
                <TextField
                  label={t("contacts.field.name")}
                  hint={t("contacts.field.nameHint")}
                  maxlength={MOST_LETTERS.name}
                  value={now().name}
                  problem={missing(now().name)}
                  onInput={(name) => change({ name })}
                />
                <TextField
                  label={t("contacts.field.reach")}
                  hint={t("contacts.field.reachHint")}
                  maxlength={MOST_LETTERS.reach}
                  value={now().reach}
                  problem={missing(now().reach)}
                  onInput={(reach) => change({ reach })}
                />
              </fieldset>
            </Show>
            <div class={styles.actions}>
              <Button type="submit" look="primary">
                {t("contacts.field.save")}
              </Button>
              <span role="status">{said()}</span>
            </div>
          </form>
        )}
      </Show>
      <Show when={problem()}>{(failed) => <ProblemNotice problem={failed()} />}</Show>
    </Section>
  );
}
