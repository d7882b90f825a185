import { createEffect, createSignal, For, Match, onCleanup, Show, Switch } from "solid-js";
import type { Contact, Erasure } from "../../../server/contract/contacts.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button, LinkButton } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import { EmptyNote } from "../../design/empty-note.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { createAttempt } from "../people/create-attempt.ts";
import { DirectorOnly } from "../people/director-only.tsx";
import { PeoplePage } from "../people/people-page.tsx";
import { ContactTable, nameOfContact } from "./contact-table.tsx";
import styles from "./contacts-screen.module.css";
import { EditDialog } from "./edit-dialog.tsx";
import { EraseDialog } from "./erase-dialog.tsx";
import { FieldSettingsForm } from "./field-settings-form.tsx";
import { RetentionForm } from "./retention-form.tsx";

const TYPING_MS = 300;

/** Persons who left their details: found, put right, handed over, erased; what phones may ask, and how long it stays. For the director. */
export function ContactsScreen() {
  return (
    <DirectorOnly>
      <Contacts />
    </DirectorOnly>
  );
}

function Contacts() {
  const api = useApi();
  const { t, formats } = useLanguage();
  const [typed, setTyped] = createSignal("");
  const [text, setText] = createSignal("");
  const [older, setOlder] = createSignal<readonly Contact[]>([]);
  const [next, setNext] = createSignal<string | null>(null);
  const { problem, isBusy, attempt } = createAttempt();
  const [erasing, setErasing] = createSignal<Contact | null>(null);
  const [erasure, setErasure] = createSignal<Erasure | null>(null);
  const [editing, setEditing] = createSignal<Contact | null>(null);
  /** As they are since they were put right here. */
  const [edited, setEdited] = createSignal<Readonly<Record<string, Contact>>>({});
  const [told, setTold] = createTold();
  const page = createLoad(text, (asked, signal) => api.contacts(asked, null, signal));
  createEffect(() => {
    const words = typed();
    const timer = setTimeout(() => setText(words), TYPING_MS);
    onCleanup(() => clearTimeout(timer));
  });
  createEffect(() => {
    setOlder([]);
    setEdited({});
    setNext(page.value()?.next ?? null);
  });
  const shown = () => [...(page.value()?.contacts ?? []), ...older()].map((contact) => edited()[contact.id] ?? contact);
  const counted = () => {
    const total = page.value()?.total ?? 0;
    if (total > 0) return t("contacts.count", total, formats().integer(total));
    return t(text() === "" ? "empty.contacts" : "empty.contactsFound");
  };
  const news = () => {
    const done = erasure();
    if (done === null) return told();
    const copies = done.copies.length > 0 ? ` ${t("contacts.copies", done.copies.length)}` : "";
    return `${t("contacts.erased", done.contacts)}${copies}`;
  };
  const showMore = () =>
    attempt(async () => {
      const asked = text();
      const more = await api.contacts(asked, next());
      // Somebody else has been searched for meanwhile.
      if (asked !== text()) return;
      setOlder((known) => [...known, ...more.contacts]);
      setNext(more.next);
    });
  const changed = (contact: Contact | null) => {
    setEditing(null);
    setErasure(null);
    setTold(contact === null ? t("contacts.edit.same") : t("contacts.edit.saved", nameOfContact(contact)));
    if (contact !== null) setEdited((known) => ({ ...known, [contact.id]: contact }));
  };
  const erased = (done: Erasure) => {
    setErasing(null);
    setTold("");
    setErasure(done);
    page.retry();
  };
  return (
    <PeoplePage title={t("contacts.title")}>
      <div class={styles.parts}>
        <div class={styles.titleLine}>
          <Guided screen="contacts">
            <h1>{t("contacts.title")}</h1>
          </Guided>
          <LinkButton href={api.contactsCsvAddress()} download="contacts.csv" title={t("contacts.csvHint")}>
            {t("contacts.csv")}
          </LinkButton>
        </div>
        <p class={styles.soft}>{t("contacts.intro")}</p>
        <label class={styles.search}>
          {t("contacts.search")}
          <input type="search" value={typed()} onInput={(event) => setTyped(event.currentTarget.value)} />
        </label>
        {/* Said once the dialog that it was done in is gone: what is behind a dialog is not read aloud. */}
        <Announcement words={news()} />
        <Show when={erasure()}>{(done) => <ErasureNotice erasure={done()} />}</Show>
        <Show when={told()}>{(words) => <Notice>{words()}</Notice>}</Show>
        {/* Of a search; that one less is there is no news to who has erased them. */}
        <Announcement words={text() === "" ? "" : counted()} />
        <Switch fallback={<Skeleton lines={4} />}>
          <Match when={page.problem()}>{(told) => <ProblemNotice problem={told()} onRetry={page.retry} />}</Match>
          <Match when={page.value()}>
            {(known) => (
              <>
                <Show
                  when={known().total > 0}
                  fallback={<Nobody isSearched={text() !== ""} onClear={() => setTyped("")} />}
                >
                  <p class={styles.soft}>{counted()}</p>
                </Show>
                <Show when={known().total > 0}>
                  <ContactTable contacts={shown()} onEdit={setEditing} onErase={setErasing} />
                </Show>
              </>
            )}
          </Match>
        </Switch>
        <Show when={problem()}>{(told) => <ProblemNotice problem={told()} />}</Show>
        <Show when={next() !== null}>
          <div>
            <Button isBusy={isBusy()} onClick={() => void showMore()}>
              {t("contacts.more")}
            </Button>
          </div>
        </Show>
        <FieldSettingsForm />
        <RetentionForm />
      </div>
      <EditDialog contact={editing()} onClose={() => setEditing(null)} onChanged={changed} />
      <EraseDialog contact={erasing()} onClose={() => setErasing(null)} onErased={erased} />
    </PeoplePage>
  );
}

function Nobody(props: { readonly isSearched: boolean; readonly onClear: () => void }) {
  const { t } = useLanguage();
  return (
    <Show
      when={props.isSearched}
      fallback={
        <EmptyNote
          action={t("empty.toPhones")}
          onAction={() => document.querySelector<HTMLElement>("#field-settings input")?.focus()}
        >
          <p>{t("empty.contacts")}</p>
        </EmptyNote>
      }
    >
      <EmptyNote action={t("empty.allContacts")} onAction={props.onClear}>
        <p>{t("empty.contactsFound")}</p>
      </EmptyNote>
    </Show>
  );
}

function ErasureNotice(props: { readonly erasure: Erasure }) {
  const { t, formats } = useLanguage();
  return (
    <Notice kind={props.erasure.copies.length > 0 ? "warning" : "info"}>
      <p>{t("contacts.erased", props.erasure.contacts)}</p>
      <Show when={props.erasure.copies.length > 0}>
        <p>{t("contacts.copies", props.erasure.copies.length)}</p>
        <ul>
          <For each={props.erasure.copies}>
            {({ kind, madeAt, madeBy }) => (
              <li>{t("contacts.copy", kind, formats().dateTime(madeAt), madeBy || t("contacts.someone"))}</li>
            )}
          </For>
        </ul>
      </Show>
    </Notice>
  );
}
