import { createSignal, For, Show } from "solid-js";
import { CHANNELS, FIELD_BOUNDS, PURPOSES } from "../../../server/contract/field-events.ts";
import { Button } from "../../design/button.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import { type ContactDraft, EMPTY_CONTACT, hasTick, readContact, withTick } from "../walk/contact-form.ts";
import forms from "./forms.module.css";
import { SheetDialog } from "./sheet-dialog.tsx";

/** The consent form. The phone is in the hand of the person whose details they are: they fill in and tick. */
export function ContactButton(props: { readonly field: Field }) {
  const { t } = useFieldLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  const [isDone, setIsDone] = createSignal(false);
  return (
    <>
      <Button
        class={forms.wide}
        onClick={() => {
          setIsDone(false);
          setIsOpen(true);
        }}
      >
        {t("contact.open")}
      </Button>
      <Show when={isDone()}>
        <p role="status">{t("contact.done")}</p>
      </Show>
      <Show when={isOpen()}>
        <ContactForm field={props.field} onSaved={() => setIsDone(true)} onClose={() => setIsOpen(false)} />
      </Show>
    </>
  );
}

function ContactForm(props: { readonly field: Field; readonly onSaved: () => void; readonly onClose: () => void }) {
  const { t } = useFieldLanguage();
  const [draft, setDraft] = createSignal<ContactDraft>(EMPTY_CONTACT);
  const [wrong, setWrong] = createSignal("");
  const notice = () => props.field.sheet()?.notice;
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const reading = readContact(draft(), notice()?.version ?? "");
    if (!reading.ok) return setWrong(t(`contact.${reading.need}`));
    if (!(await props.field.say(reading.saying))) return;
    setDraft(EMPTY_CONTACT);
    props.onSaved();
    props.onClose();
  };
  const input = (name: "firstName" | "lastName" | "email" | "phone", type: string, letters: number) => (
    <label class={forms.field}>
      <span>{t(`contact.${name}`)}</span>
      <input
        type={type}
        value={draft()[name]}
        onInput={(event) => setDraft({ ...draft(), [name]: event.currentTarget.value })}
        maxLength={letters}
        // The phone is the volunteer's: it must not offer, or learn, what somebody else types.
        autocomplete="off"
        spellcheck={false}
      />
    </label>
  );
  return (
    <SheetDialog title={t("contact.title")} onClose={props.onClose}>
      <form class={forms.form} onSubmit={save} novalidate>
        <p>{t("contact.hand")}</p>
        <div class={forms.text}>
          <p lang={props.field.sheet()?.outing.language}>{notice()?.text}</p>
        </div>
        {input("firstName", "text", FIELD_BOUNDS.nameLetters)}
        {input("lastName", "text", FIELD_BOUNDS.nameLetters)}
        {input("email", "email", 200)}
        {input("phone", "tel", 24)}
        <h3 class={forms.heading}>{t("contact.agree")}</h3>
        <div class={forms.groups}>
          <For each={PURPOSES}>
            {(purpose) => (
              <fieldset class={forms.group}>
                <legend>{t(`contact.purposes.${purpose}`)}</legend>
                <For each={CHANNELS}>
                  {(channel) => (
                    <label class={forms.tick}>
                      <input
                        type="checkbox"
                        checked={hasTick(draft(), purpose, channel)}
                        onChange={(event) => setDraft(withTick(draft(), purpose, channel, event.currentTarget.checked))}
                      />
                      <span>{t(`contact.channels.${channel}`)}</span>
                    </label>
                  )}
                </For>
              </fieldset>
            )}
          </For>
        </div>
        <p class={forms.soft}>{t("contact.cleared")}</p>
        <p class={forms.wrong} role="alert">
          {wrong()}
        </p>
        <Button type="submit" look="primary" class={forms.big}>
          {t("contact.save")}
        </Button>
      </form>
    </SheetDialog>
  );
}
