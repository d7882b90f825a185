import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fr } from "../../../web/i18n/fr.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { TeamLimits } from "../../../web/screens/routes/team-limits.tsx";
import { type PlanForm, STARTING_FORM } from "../../../web/workspace/plan-form.ts";

let page: HTMLElement;
let leave: () => void;
let form: () => PlanForm;
beforeEach(() => {
  localStorage.setItem("arpent.language", "fr");
  page = document.createElement("div");
  document.body.append(page);
  const [shown, setShown] = createSignal<PlanForm>({ ...STARTING_FORM, volunteers: "2" });
  form = shown;
  leave = render(
    () => (
      <LanguageProvider>
        <TeamLimits form={shown()} hasElevation={true} onChange={(team) => setShown({ ...shown(), team })} />
      </LanguageProvider>
    ),
    page,
  );
});
afterEach(() => {
  leave();
  page.remove();
});

describe("the limits by volunteer", () => {
  it("say what happens while nobody has any", () => {
    expect(page.textContent).toContain(fr.plan.teamNone);
    expect(page.querySelector("table")).toBeNull();
  });

  it("begin with the field for the time, ready to be typed in", () => {
    add();

    expect(document.activeElement).toBe(field("Tournée 1\u00a0: Temps"));
    expect(field("Tournée 1\u00a0: Temps").placeholder).toBe("120");
  });

  it("keep the field that is typed in, and take what is typed", () => {
    add();
    const time = field("Tournée 1\u00a0: Temps");
    for (const text of ["4", "45"]) type(time, text);
    field("Tournée 1\u00a0: Sans escaliers").click();

    expect(document.activeElement).toBe(time);
    expect(form().team).toEqual([{ minutes: "45", maxAscentMetres: "", avoidsSteps: true, hasBicycle: false }]);
  });

  it("say what is expected of a field, and when there are more rows than routes", () => {
    add();
    type(field("Tournée 1\u00a0: Temps"), "3");
    expect(field("Tournée 1\u00a0: Temps").getAttribute("aria-invalid")).toBe("true");
    expect(status()).toContain("de 5 à 600 min");

    type(field("Tournée 1\u00a0: Temps"), "");
    add();
    expect(status()).toBe("");
    add();
    expect(status()).toBe("3 lignes pour 2 tournées\u00a0: retirez-en, ou ajoutez des bénévoles.");
  });

  it("take a row away and go back to the button that adds one", () => {
    add();
    button("Retirer les limites de la tournée 1").click();

    expect(form().team).toEqual([]);
    expect(document.activeElement?.textContent).toBe(fr.plan.teamAdd);
  });
});

function add(): void {
  button(fr.plan.teamAdd).click();
}

function button(name: string): HTMLButtonElement {
  const found = [...page.querySelectorAll("button")].find(
    (one) => one.getAttribute("aria-label") === name || one.textContent === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

function field(label: string): HTMLInputElement {
  const found = page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
  if (!found) throw new Error(`no field ${label}`);
  return found;
}

function type(input: HTMLInputElement, text: string): void {
  input.value = text;
  input.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function status(): string {
  return page.querySelector('[role="status"]')?.textContent ?? "";
}
