import { createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { StopGroups } from "../../../web/screens/routes/stop-groups.tsx";
import { NO_MARKS, toggleMark } from "../../../web/workspace/stop-marks.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";

let page: HTMLElement;
let leave: () => void;
beforeEach(() => {
  localStorage.setItem("arpent.language", "fr");
  page = document.createElement("div");
  document.body.append(page);
  const [marks, setMarks] = createSignal(NO_MARKS);
  const onMark = (stopIds: readonly string[], mark: "done" | "locked" | "skipped") =>
    setMarks((before) => toggleMark(before, stopIds, mark));
  leave = render(
    () => (
      <LanguageProvider>
        <StopGroups
          route={routeOfTwo()}
          language="fr"
          hoveredStopId={null}
          onHover={() => undefined}
          marking={{
            get marks() {
              return marks();
            },
            onMark,
          }}
        />
      </LanguageProvider>
    ),
    page,
  );
});
afterEach(() => {
  leave();
  page.remove();
});

describe("the marks of a stop", () => {
  it("are said in words, and gone after a second press", () => {
    button("1 Rue Oberkampf\u00a0: faite").click();
    expect(page.textContent).toContain("faite");
    expect(button("1 Rue Oberkampf\u00a0: faite").getAttribute("aria-pressed")).toBe("true");

    button("1 Rue Oberkampf\u00a0: faite").click();
    expect(page.textContent).not.toContain("faite");
  });

  it("can be given to all stops of a side of a street", () => {
    button("Rue Oberkampf, côté impair, toutes les adresses\u00a0: faite").click();

    expect(page.querySelectorAll('[data-marked="done"]')).toHaveLength(2);
  });

  it("are reached by arrows, with one stop of the Tab key for each address", () => {
    const first = button("1 Rue Oberkampf\u00a0: faite");
    first.focus();
    press("ArrowRight");
    expect(document.activeElement).toBe(button("1 Rue Oberkampf\u00a0: à garder sur cette tournée"));
    press("ArrowDown");
    expect(document.activeElement).toBe(button("2 Rue Oberkampf\u00a0: à garder sur cette tournée"));
    press("ArrowLeft");
    expect(document.activeElement).toBe(button("2 Rue Oberkampf\u00a0: faite"));

    expect(page.querySelectorAll('button[tabindex="0"]')).toHaveLength(3);
  });
});

/** Two addresses on the same side of a street. */
function routeOfTwo(): PlanRoute {
  const [first, second] = examplePlan().routes;
  if (first === undefined || second === undefined) throw new Error("the example has two routes");
  const stops = [...first.stops, ...second.stops].map((stop) => ({ ...stop, side: "odd" as const }));
  return { ...first, stops };
}

function button(name: string): HTMLButtonElement {
  const found = page.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]`);
  if (!found) throw new Error(`no button ${name}`);
  return found;
}

function press(key: string): void {
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}
