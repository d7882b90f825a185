import { createEffect, createSignal, Show } from "solid-js";
import type { RetentionState } from "../../../server/contract/retention.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { NumberField } from "../../design/number-field.tsx";
import { Section } from "../../design/section.tsx";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createAttempt } from "../people/create-attempt.ts";
import styles from "./contacts-screen.module.css";

const LIMITS = { low: 0, high: 3650, step: 1 };

/** How long things are kept, what is due, and a way not to wait for tomorrow. */
export function RetentionForm() {
  const api = useApi();
  const { t, formats } = useLanguage();
  const state = createLoad(
    () => "retention",
    (_, signal) => api.retention(signal),
  );
  const [form, setForm] = createSignal({ firstNameDays: "", eventDays: "", electionDay: "", contactsUntil: "" });
  const { problem, isBusy, attempt } = createAttempt();
  const [told, setTold] = createSignal("");
  createEffect(() => {
    const known = state.value()?.retention;
    if (!known) return;
    setForm({
      firstNameDays: String(known.firstNameDays),
      eventDays: String(known.eventDays),
      electionDay: known.electionDay ?? "",
      contactsUntil: known.contactsUntil ?? "",
    });
  });
  const change = (part: Partial<ReturnType<typeof form>>) => setForm((before) => ({ ...before, ...part }));
  const days = (text: string) => {
    const value = Number(text);
    return text.trim() !== "" && Number.isInteger(value) && value >= LIMITS.low && value <= LIMITS.high ? value : null;
  };
  const fault = (text: string) => (days(text) === null ? t("contacts.retention.invalid") : undefined);
  const send = (ask: () => Promise<RetentionState>, said: string) => {
    setTold("");
    return attempt(async () => {
      state.set(await ask());
      setTold(said);
    });
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const [firstNameDays, eventDays] = [days(form().firstNameDays), days(form().eventDays)];
    if (firstNameDays === null || eventDays === null) return;
    const { electionDay, contactsUntil } = form();
    const retention = {
      firstNameDays,
      eventDays,
      electionDay: electionDay || null,
      contactsUntil: contactsUntil || null,
    };
    void send(() => api.saveRetention(retention), t("contacts.retention.saved"));
  };
  const due = () => {
    const known = state.value()?.due;
    if (!known || known.contacts + known.firstNames + known.events === 0) return null;
    const parts = [
      { words: "dueContacts", count: known.contacts },
      { words: "dueNames", count: known.firstNames },
      { words: "dueEvents", count: known.events },
    ] as const;
    const told = parts.filter(({ count }) => count > 0);
    const list = told.map(({ words, count }) => t(`contacts.retention.${words}`, count, formats().integer(count)));
    return t("contacts.retention.due", formats().list(list));
  };
  return (
    <Section title={t("contacts.retention.title")} level={2}>
      <p class={styles.soft}>{t("contacts.retention.intro")}</p>
      <Show when={state.problem()}>{(known) => <ProblemNotice problem={known()} onRetry={state.retry} />}</Show>
      <Show when={state.value()}>
        <form class={styles.form} onSubmit={save} novalidate>
          <NumberField
            label={t("contacts.retention.firstNameDays")}
            suffix={t("contacts.retention.days")}
            value={form().firstNameDays}
            limits={LIMITS}
            problem={fault(form().firstNameDays)}
            onChange={(firstNameDays) => change({ firstNameDays })}
          />
          <TextField
            type="date"
            isOptional
            label={t("contacts.retention.electionDay")}
            value={form().electionDay}
            onInput={(electionDay) => change({ electionDay })}
          />
          <NumberField
            label={t("contacts.retention.eventDays")}
            suffix={t("contacts.retention.days")}
            hint={t("contacts.retention.eventHint")}
            value={form().eventDays}
            limits={LIMITS}
            problem={fault(form().eventDays)}
            onChange={(eventDays) => change({ eventDays })}
          />
          <TextField
            type="date"
            isOptional
            label={t("contacts.retention.contactsUntil")}
            hint={t("contacts.retention.contactsHint")}
            value={form().contactsUntil}
            onInput={(contactsUntil) => change({ contactsUntil })}
          />
          <div class={styles.actions}>
            <Button type="submit" look="primary" isBusy={isBusy()}>
              {t("contacts.retention.save")}
            </Button>
            <span role="status">{told()}</span>
          </div>
        </form>
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <p class={styles.soft}>
          {due() ?? t("contacts.retention.none")}{" "}
          <Show when={state.value()?.lastPurge}>
            {(last) => <>{t("contacts.retention.last", formats().dateTime(last().at))}</>}
          </Show>
        </p>
        <Show when={due()}>
          <div>
            <Button
              look="danger"
              isBusy={isBusy()}
              onClick={() => void send(api.purgeNow, t("contacts.retention.purged"))}
            >
              {t("contacts.retention.go")}
            </Button>
          </div>
        </Show>
      </Show>
    </Section>
  );
}
