import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { OutingRouteDetail } from "../../../server/contract/outing-moves.ts";
import type { Outing, OutingRouteSummary } from "../../../server/contract/outings.ts";
import { ApiProvider } from "../../../web/api/api-context.tsx";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { GiveStops } from "../../../web/screens/outings/give-stops.tsx";
import { examplePlan } from "../../fixtures/example-plan.ts";

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

describe("addresses that are given away", () => {
  it("are those that nobody has begun, all or the second half of them", async () => {
    const { page, move } = await show({ begun: ["s0", "s1"], finished: ["s0"] });
    expect(boxes(page).map(({ disabled }) => disabled)).toEqual([true, true, false, false, false]);

    press(page, "La seconde moitié");
    expect(boxes(page).map(({ checked }) => checked)).toEqual([false, false, false, false, true]);
    press(page, "Tout ce qui reste");
    press(page, "Donner 3 adresses");

    expect(move).toHaveBeenCalledWith(
      {
        revision: 4,
        moves: [{ stopIds: ["s2", "s3", "s4"], to: { kind: "new", number: 1 } }],
        orders: [],
        movesBegun: false,
      },
      "3 adresses ont changé de main.",
    );
  });

  it("are also those that were begun when that is insisted on, but never those that are done", async () => {
    const { page, move } = await show({ begun: ["s0", "s1"], finished: ["s0"] });
    page.querySelector<HTMLInputElement>("label[class*=toggle] input")?.click();
    press(page, "Tout ce qui reste");

    press(page, "Donner 4 adresses");

    const moves = expect.objectContaining({
      movesBegun: true,
      moves: [expect.objectContaining({ stopIds: ["s1", "s2", "s3", "s4"] })],
    });
    expect(move).toHaveBeenCalledWith(moves, expect.anything());
  });

  it("go to no route that was taken back", async () => {
    const { page } = await show({ begun: [], finished: [] });

    const goals = [...page.querySelectorAll("option")].map(({ textContent }) => textContent);
    expect(goals).toEqual(["Un nouveau bénévole (nouveau lien)", "Tournée 2 · Ada", "À personne pour l’instant"]);
  });
});

async function show({ begun, finished }: { readonly begun: readonly string[]; readonly finished: readonly string[] }) {
  const [route] = examplePlan().routes;
  const [stop] = route?.stops ?? [];
  if (!route || !stop) throw new Error("the example plan has a route with a stop");
  const stops = Array.from({ length: 5 }, (_, index) => ({ ...stop, id: `s${index}` }));
  const detail: OutingRouteDetail = {
    ...{ id: "r1", revision: 1, begunStops: begun, finishedStops: finished },
    route: { ...route, stops },
  };
  vi.stubGlobal("fetch", async () => Response.json(detail));
  const move = vi.fn(async () => true);
  const open = { move, problem: () => null, isBusy: () => false };
  const page = document.createElement("div");
  document.body.append(page);
  leave = render(
    () => (
      <LanguageProvider>
        <ApiProvider>
          <GiveStops open={open} outing={outing()} routeId="r1" onDone={() => undefined} />
        </ApiProvider>
      </LanguageProvider>
    ),
    page,
  );
  await vi.waitFor(() => expect(boxes(page)).toHaveLength(5));
  return { page, move };
}

function boxes(page: HTMLElement): readonly HTMLInputElement[] {
  return [...page.querySelectorAll<HTMLInputElement>("fieldset input[type=checkbox]")];
}

function press(page: HTMLElement, words: string): void {
  const button = [...page.querySelectorAll("button")].find(({ textContent }) => textContent === words);
  if (!button) throw new Error(`no button "${words}"`);
  button.click();
}

function outing(): Outing {
  const routeOf = (id: string, part: Partial<OutingRouteSummary>): OutingRouteSummary => ({
    ...{ id, routeId: id.slice(1), path: "/w/x", code: "AAAABBBB", state: "nobody", firstName: null, revision: 0 },
    ...{ stops: 5, doors: 10, durationSeconds: 600, heardAt: null },
    ...part,
  });
  return {
    ...{ id: "o", planId: "p", territoryName: "demo", name: "Samedi", day: "2026-03-07", startsAt: "14:30" },
    ...{
      closesAt: "2026-03-08T01:30:00.000Z",
      endedAt: null,
      surveyTitle: null,
      routes: 3,
      stops: 5,
      doors: 10,
      doorsTried: 0,
    },
    ...{
      meetingPoint: { label: "", position: null },
      isPairs: false,
      script: "",
      language: "fr",
      leadAccountId: null,
      leadName: null,
    },
    ...{ revision: 4, freeStops: 0, linkBase: "http://localhost" },
    outingRoutes: [routeOf("r1", {}), routeOf("r2", { firstName: "Ada" }), routeOf("r3", { state: "taken-back" })],
  };
}
