import { createSignal, Show } from "solid-js";
import { type BuildingNote, FIELD_BOUNDS } from "../../../server/contract/field-events.ts";
import { Button } from "../../design/button.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import { noteOf } from "../walk/building-note.ts";
import { ChoiceRow } from "./choice-row.tsx";
import forms from "./forms.module.css";
import { SheetDialog } from "./sheet-dialog.tsx";

type Answer = "yes" | "no" | "unknown";

/** What is known of the building: never of who lives in it. Shown only where the campaign keeps such notes. */
export function NoteButton(props: { readonly field: Field; readonly stopId: string }) {
  const { t } = useFieldLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  const note = () => noteOf(props.field.sheet()?.notes ?? {}, props.field.said(), props.stopId);
  const words = () => {
    const { codeHours, hasLift, hasIntercom } = note();
    return [
      ...(codeHours ? [t("note.known.codeHours", codeHours)] : []),
      ...(hasLift === null ? [] : [t(hasLift ? "note.known.lift" : "note.known.noLift")]),
      ...(hasIntercom === null ? [] : [t(hasIntercom ? "note.known.intercom" : "note.known.noIntercom")]),
    ].join(" · ");
  };
  return (
    <>
      <Button class={forms.wide} onClick={() => setIsOpen(true)}>
        {words() === "" ? t("note.open") : `${t("note.open")} : ${words()}`}
      </Button>
      <Show when={isOpen()}>
        <NoteForm {...props} note={note()} onClose={() => setIsOpen(false)} />
      </Show>
    </>
  );
}

function NoteForm(props: {
  readonly field: Field;
  readonly stopId: string;
  readonly note: BuildingNote;
  readonly onClose: () => void;
}) {
  const { t } = useFieldLanguage();
  const [codeHours, setCodeHours] = createSignal(props.note.codeHours ?? "");
  const [lift, setLift] = createSignal<Answer>(asAnswer(props.note.hasLift));
  const [intercom, setIntercom] = createSignal<Answer>(asAnswer(props.note.hasIntercom));
  const answers = () => (["yes", "no", "unknown"] as const).map((value) => ({ value, label: t(`note.${value}`) }));
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const note = {
      codeHours: codeHours().trim() || null,
      hasLift: asBoolean(lift()),
      hasIntercom: asBoolean(intercom()),
    };
    if (await props.field.say({ kind: "note", stopId: props.stopId, note })) props.onClose();
  };
  return (
    <SheetDialog title={t("note.title")} onClose={props.onClose}>
      <form class={forms.form} onSubmit={save}>
        <p class={forms.soft}>{t("note.text")}</p>
        <label class={forms.field}>
          <span>{t("note.codeHours")}</span>
          <input
            value={codeHours()}
            onInput={(event) => setCodeHours(event.currentTarget.value)}
            maxLength={FIELD_BOUNDS.noteLetters}
            placeholder={t("note.codeHoursHint")}
            autocomplete="off"
          />
        </label>
        <ChoiceRow label={t("note.lift")} value={lift()} options={answers()} onChange={setLift} />
        <ChoiceRow label={t("note.intercom")} value={intercom()} options={answers()} onChange={setIntercom} />
        <Button type="submit" look="primary" class={forms.big}>
          {t("note.save")}
        </Button>
      </form>
    </SheetDialog>
  );
}

function asAnswer(known: boolean | null): Answer {
  if (known === null) return "unknown";
  return known ? "yes" : "no";
}

function asBoolean(answer: Answer): boolean | null {
  return answer === "unknown" ? null : answer === "yes";
}
