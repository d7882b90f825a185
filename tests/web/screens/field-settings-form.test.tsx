import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FieldChoices } from "../../../server/contract/field-settings.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { fr } from "../../../web/i18n/fr.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { FieldSettingsForm } from "../../../web/screens/contacts/field-settings-form.tsx";

const words = fr.contacts.field;
const COUNTS_ONLY: FieldChoices = { privacy: { buildingNotes: false, contacts: false }, controller: null };
const ASSOCIATION = { name: "Association Demain", contact: "donnees@example.org" };

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("what phones may ask", () => {
  it("is counts by building until the director adds to it, which is said when it is kept", async () => {
    const { sent } = await show(COUNTS_ONLY);
    expect(boxes().map(({ checked }) => checked)).toEqual([false, false]);
    expect(document.body.textContent).toContain(words.intro);
    expect(status()).toBe("");

    boxes()[0]?.click();
    expect(status()).toBe(words.unsaved);
    submit();

    await vi.waitFor(() => expect(status()).toBe(words.saved));
    expect(sent).toEqual([{ privacy: { buildingNotes: true, contacts: false }, controller: null }]);
  });

  it("is not sent when nothing was changed, or was changed back", async () => {
    const { sent } = await show(COUNTS_ONLY);
    boxes()[0]?.click();
    boxes()[0]?.click();
    expect(status()).toBe("");

    submit();

    expect(status()).toBe(words.same);
    expect(sent).toEqual([]);
  });

  it("has contact details only once it is said who answers for them and how they are reached", async () => {
    const { sent } = await show(COUNTS_ONLY);
    boxes()[1]?.click();
    type(field(words.name), ` ${ASSOCIATION.name} `);
    submit();

    expect(field(words.name).getAttribute("aria-invalid")).toBeNull();
    expect(field(words.reach).getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field(words.reach));
    expect(describedBy(field(words.reach))).toBe(words.needed);
    expect(sent).toEqual([]);

    type(field(words.reach), ASSOCIATION.contact);
    expect(field(words.reach).getAttribute("aria-invalid")).toBeNull();
    submit();
    await vi.waitFor(() => expect(status()).toBe(words.saved));
    expect(sent).toEqual([{ privacy: { buildingNotes: false, contacts: true }, controller: ASSOCIATION }]);
  });

  it("keeps who answers for the details that were left, when no more are asked for", async () => {
    const { sent } = await show({ privacy: { buildingNotes: false, contacts: true }, controller: ASSOCIATION });
    boxes()[1]?.click();
    submit();

    await vi.waitFor(() => expect(status()).toBe(words.saved));
    expect(sent).toEqual([{ ...COUNTS_ONLY, controller: ASSOCIATION }]);
  });

  it("stays as it was typed when the server does not take it, in the server's words", async () => {
    await show(
      COUNTS_ONLY,
      () => new Response(JSON.stringify({ code: "busy", message: "Réessayez." }), { status: 503 }),
    );
    boxes()[0]?.click();
    submit();

    await vi.waitFor(() => expect(document.querySelector("[role=alert]")).not.toBeNull());
    expect(boxes()[0]?.checked).toBe(true);
    expect(status()).toBe(words.unsaved);
  });
});

/** The form once the server has said what was chosen; what is saved comes back as it was sent. */
async function show(known: FieldChoices, onSave = (body: string) => new Response(body)) {
  const sent: unknown[] = [];
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    if (init.method !== "PUT") return new Response(JSON.stringify(known));
    const body = String(init.body);
    sent.push(JSON.parse(body));
    return onSave(body);
  });
  const page = document.createElement("div");
  document.body.append(page);
  leave = render(
    () => (
      <LanguageProvider>
        <ApiProvider>
          <FieldSettingsForm />
        </ApiProvider>
      </LanguageProvider>
    ),
    page,
  );
  await vi.waitFor(() => expect(boxes()).toHaveLength(2));
  return { sent };
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")];
}

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll("label")].find(({ textContent }) => textContent === label)?.control;
  if (!(found instanceof HTMLInputElement)) throw new Error(`no field ${label}`);
  return found;
}

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function submit(): void {
  document.querySelector("form")?.requestSubmit();
}

function status(): string {
  return document.querySelector("form [role=status]")?.textContent ?? "";
}

function describedBy(input: HTMLInputElement): string {
  return document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent ?? "";
}
