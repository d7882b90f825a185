import { batch, createComputed, createRoot, createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import type { Plan, PlanRoute } from "../../../server/contract/plan.ts";
import type { PlanEditAnswer, PlanEditRequest } from "../../../server/contract/plan-edit.ts";
import type { PlanState } from "../../../server/contract/territories.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createHandEdits } from "../../../web/workspace/create-hand-edits.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";
import { editedAt } from "./plan-at.ts";

describe("edits by hand", () => {
  it("are seen at once, and in their figures when they are answered", async () => {
    const desk = openDesk();

    desk.edits.send({ kind: "move", stopIds: ["1-a"], routeId: "2", before: null });
    expect(desk.orders()).toEqual({ "1": "1-b", "2": "2-a 2-b 1-a" });
    expect([...desk.edits.pendingRoutes()]).toEqual(["1", "2"]);
    expect(desk.edits.isBusy()).toBe(true);
    await desk.answer(1);

    expect(desk.edits.pendingRoutes().size).toBe(0);
    expect(desk.edits.isBusy()).toBe(false);
    expect(desk.edits.shown()?.plan?.edited?.revision).toBe(1);
    expect(desk.edits.canUndo()).toBe(true);
  });

  it("are on their way before the page takes the time to show them", () => {
    const desk = openDesk();

    desk.edits.send({ kind: "reverse", routeId: "1" });

    expect(desk.askedWhenShown()).toEqual([0, 1]);
  });

  it("are made ready for once the plan is opened for them, and nobody hears when that fails", async () => {
    const desk = openDesk();

    desk.edits.prepare();
    await new Promise((resolve) => setTimeout(resolve));

    expect(desk.rehearsed).toEqual([desk.edits.shown()?.id]);
    expect(desk.edits.problem()).toBeNull();
    expect(desk.edits.isBusy()).toBe(false);
  });

  it("wait for one another, each based on what the one before has made", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "1" });
    desk.edits.send({ kind: "reverse", routeId: "2" });

    expect(desk.asked).toHaveLength(1);
    expect(desk.orders()).toEqual({ "1": "1-b 1-a", "2": "2-b 2-a" });
    await desk.answer(1);

    expect(desk.asked.map(({ basedOn }) => basedOn)).toEqual([0, 1]);
    await desk.answer(2);
    expect(desk.edits.isBusy()).toBe(false);
  });

  it("are taken back in sight when they are refused, with what comes after them", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "take-out", stopIds: ["1-a"] });
    desk.edits.send({ kind: "reverse", routeId: "2" });

    await desk.refuse("no-way");

    expect(desk.orders()).toEqual({ "1": "1-a 1-b", "2": "2-a 2-b" });
    expect(desk.edits.problem()).toMatchObject({ isOutrun: false, problem: { code: "no-way" } });
    expect(desk.asked).toHaveLength(1);
    expect(desk.reloads()).toBe(0);
  });

  it("wait, all of them, for a server that is gone, and are sent in order when asked to", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "1" });
    desk.edits.send({ kind: "reverse", routeId: "2" });

    await desk.refuse("offline");
    expect(desk.orders()).toEqual({ "1": "1-b 1-a", "2": "2-b 2-a" });
    expect(desk.asked).toHaveLength(1);
    desk.edits.retry();
    await desk.answer(1);
    await desk.answer(2);

    expect(desk.asked.map(({ edit }) => edit)).toEqual([
      { kind: "reverse", routeId: "1" },
      { kind: "reverse", routeId: "1" },
      { kind: "reverse", routeId: "2" },
    ]);
    expect(desk.edits.isBusy()).toBe(false);
    expect(desk.edits.problem()).toBeNull();
  });

  it("ask for the plan again when somebody else was faster, and keep the gesture to be made again", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "2" });

    await desk.refuse("plan-edited");

    expect(desk.reloads()).toBe(1);
    expect(desk.edits.problem()).toMatchObject({ isOutrun: true, edit: { kind: "reverse", routeId: "2" } });
  });

  it("ask what has become of a plan that is not found", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "2" });

    await desk.refuse("nothing-found");

    expect(desk.reloads()).toBe(1);
  });

  it("show no directions under doors that they were not told for", () => {
    const desk = openDesk();

    desk.edits.send({ kind: "reverse", routeId: "1" });

    expect(desk.edits.shown()?.plan?.routes[0]?.osrm.legs).toEqual([]);
    expect(desk.edits.shown()?.plan?.routes[1]?.osrm.legs).toHaveLength(1);
  });
});

describe("edits that somebody else makes", () => {
  it("are shown as soon as they are heard of, and told until this window edits again", async () => {
    const desk = openDesk();

    desk.hear(1);
    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, true]);

    desk.edits.send({ kind: "reverse", routeId: "1" });
    expect(desk.edits.isOthers()).toBe(false);
    await desk.answer(2);
    expect(desk.reloads()).toBe(1);
  });

  it("are told apart from those of this window, which are heard before they are answered", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "1" });
    desk.hear(1);
    await desk.answer(1);

    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([0, false]);
  });

  it("wait for what this window has sent, and are then shown", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "1" });
    desk.hear(2);
    expect(desk.reloads()).toBe(0);
    await desk.answer(1);

    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, true]);
  });

  it("wait for a hand that holds something, and are then shown", () => {
    const desk = openDesk();
    desk.setIsHeld(true);
    desk.hear(1);
    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([0, false]);

    desk.setIsHeld(false);

    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, true]);
  });

  it("refuse what a hand drops on the plan it saw before them, and are read once", async () => {
    const desk = openDesk();
    desk.setIsHeld(true);
    desk.hear(1);
    batch(() => {
      desk.setIsHeld(false);
      desk.edits.send({ kind: "move", stopIds: ["1-a"], routeId: "1", before: null });
    });
    expect([desk.asked.map(({ basedOn }) => basedOn), desk.reloads()]).toEqual([[0], 0]);

    await desk.refuse("plan-edited");

    expect(desk.edits.problem()).toMatchObject({ isOutrun: true, edit: { kind: "move" } });
    expect(desk.reloads()).toBe(1);
  });

  it("that refuse an edit do not take the plan away from under the next gesture", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "2" });
    desk.setIsHeld(true);

    await desk.refuse("plan-edited");
    expect(desk.reloads()).toBe(0);
    desk.setIsHeld(false);

    expect(desk.reloads()).toBe(1);
  });

  it("are read once when they are heard of before they refuse an edit", async () => {
    const desk = openDesk();
    desk.edits.send({ kind: "reverse", routeId: "2" });
    desk.hear(1);

    await desk.refuse("plan-edited");

    expect(desk.reloads()).toBe(1);
  });
});

function openDesk() {
  return createRoot(() => {
    const [state, setState] = createSignal<PlanState | null>(planState());
    const [reloads, setReloads] = createSignal(0);
    const [heardRevision, setHeardRevision] = createSignal(0);
    const [isHeld, setIsHeld] = createSignal(false);
    const asked: PlanEditRequest[] = [];
    const rehearsed: string[] = [];
    let settle: { resolve(answer: PlanEditAnswer): void; reject(failure: unknown): void } | null = null;
    const edits = createHandEdits(
      {
        editPlan: (_, request) => {
          asked.push(request);
          return new Promise((resolve, reject) => {
            settle = { resolve, reject };
          });
        },
        rehearseEdit: (planId) => {
          rehearsed.push(planId);
          return Promise.reject(new ApiProblem({ code: "offline", message: "" }));
        },
      },
      {
        plan: state,
        update: (change) => setState((before) => before && change(before)),
        reload: () => setReloads((count) => count + 1),
        heardRevision,
        isHeld,
      },
    );
    const askedWhenShown: number[] = [];
    createComputed(() => {
      edits.shown();
      askedWhenShown.push(asked.length);
    });
    const heard = () => new Promise((resolve) => setTimeout(resolve));
    return {
      edits,
      asked,
      rehearsed,
      reloads,
      hear: setHeardRevision,
      setIsHeld,
      /** How many requests had been made each time the plan was shown. */
      askedWhenShown: () => askedWhenShown,
      orders: () =>
        Object.fromEntries(
          edits.shown()?.plan?.routes.map(({ id, stops }) => [id, stops.map((stop) => stop.id).join(" ")]) ?? [],
        ),
      async answer(revision: number) {
        settle?.resolve(answerOf(edits.shown()?.plan ?? examplePlan(), revision));
        await heard();
      },
      async refuse(code: string) {
        settle?.reject(new ApiProblem({ code, message: "" }));
        await heard();
      },
    };
  });
}

/** Two routes of two stops. */
function planState(): PlanState {
  const plan = examplePlan();
  const routes = plan.routes.map((route): PlanRoute => {
    const [stop] = route.stops;
    return { ...route, stops: stop ? ["a", "b"].map((name) => ({ ...stop, id: `${route.id}-${name}` })) : [] };
  });
  return {
    id: "plan",
    territoryName: "two-squares",
    createdAt: "2026-03-07T09:00:00.000Z",
    status: "done",
    progress: null,
    failure: null,
    routeTokens: {},
    plan: { ...plan, routes },
  };
}

function answerOf(shown: Plan, revision: number): PlanEditAnswer {
  const { request, totals, metresEquivalentPerDoor, routes } = shown;
  return {
    head: {
      request,
      totals,
      metresEquivalentPerDoor,
      routeIds: routes.map(({ id }) => id),
      unserved: { gone: [], come: [] },
      edited: editedAt(revision),
    },
    routes,
    repair: null,
  };
}
