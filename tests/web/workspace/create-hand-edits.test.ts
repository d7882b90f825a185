import { batch, createComputed, createRoot, createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import type { Plan, PlanRoute } from "../../../server/contract/plan.ts";
import type { PlanEditAnswer, PlanEditRequest } from "../../../server/contract/plan-edit.ts";
import type { PlanState } from "../../../server/contract/territories.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createHandEdits } from "../../../web/workspace/create-hand-edits.ts";
import { type HeardEdits, NOTHING_HEARD } from "../../../web/workspace/recent-edits.ts";
import { examplePlan } from "../../fixtures/example-plan.ts";
import { editedAt, planAt } from "./plan-at.ts";

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
    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, false]);
    desk.read(1, [], "b a");
    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, true]);

    desk.edits.send({ kind: "reverse", routeId: "1" });
    expect(desk.edits.isOthers()).toBe(false);
    await desk.answer(2);
    expect(desk.reloads()).toBe(1);
  });

  it("are told when they are read without having been heard of, by a window that nobody looked at", () => {
    const desk = openDesk();

    desk.read(1, ["edit-of-others"], "b a");
    desk.hear(1, "edit-of-others");

    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([0, true]);
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
    desk.hear(2, "edit-of-others", "edit-1");
    expect(desk.reloads()).toBe(0);
    await desk.answer(1);
    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, false]);

    desk.read(2, ["edit-of-others", "edit-1"], "a b");

    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, true]);
  });

  it("wait for a hand that holds something, and are then shown", () => {
    const desk = openDesk();
    desk.setIsHeld(true);
    desk.hear(1);
    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([0, false]);

    desk.setIsHeld(false);
    expect(desk.reloads()).toBe(1);
    desk.read(1, [], "b a");

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

describe("an edit whose answer is lost", () => {
  const reverse = { kind: "reverse", routeId: "1" } as const;

  it("is sent again under its own id, which no other edit has", async () => {
    const desk = openDesk();
    desk.edits.send(reverse);
    await desk.refuse("offline");
    desk.edits.retry();
    await desk.answer(1);
    desk.edits.send(reverse);
    await desk.answer(2);

    expect(desk.asked.map(({ id, basedOn }) => [id, basedOn])).toEqual([
      ["edit-1", 0],
      ["edit-1", 0],
      ["edit-2", 1],
    ]);
    expect([desk.orders()["1"], desk.edits.problem(), desk.edits.canUndo()]).toEqual(["1-a 1-b", null, true]);
  });

  it.each(["unreadable", "too-slow", "store-gone"])(
    "and of which a proxy or a store says %s waits as well",
    async (code) => {
      const desk = openDesk();
      desk.edits.send(reverse);

      await desk.refuse(code);

      expect([desk.edits.problem()?.isUnanswered, desk.orders()["1"]]).toEqual([true, "1-b 1-a"]);
    },
  );

  it("is known again when it is heard to be made: nobody else made it, and nothing is sent twice", async () => {
    const desk = openDesk();
    desk.edits.send(reverse);
    desk.edits.send({ kind: "reverse", routeId: "2" });
    await desk.refuse("offline");
    expect(desk.reloads()).toBe(0);

    desk.hear(1, "edit-1");
    expect([desk.reloads(), desk.edits.isOthers()]).toEqual([1, false]);
    desk.read(1, ["edit-1"], "b a");
    expect([desk.edits.problem(), desk.edits.last()?.isFoundMade]).toEqual([null, true]);
    expect(desk.orders()).toEqual({ "1": "1-b 1-a", "2": "2-b 2-a" });
    await desk.answer(2);

    expect(desk.asked.map(({ id }) => id)).toEqual(["edit-1", "edit-2"]);
    expect([desk.edits.isBusy(), desk.edits.isOthers()]).toEqual([false, false]);
  });

  it("is not made twice in sight when the plan is read with it before it fails", async () => {
    const desk = openDesk();
    desk.edits.send(reverse);
    desk.read(1, ["edit-1"], "b a");
    expect(desk.orders()["1"]).toBe("1-b 1-a");

    await desk.refuse("offline");

    expect([desk.orders()["1"], desk.edits.problem(), desk.edits.isBusy()]).toEqual(["1-b 1-a", null, false]);
  });

  it("leaves what others did after it, when its answer comes at last", async () => {
    const desk = openDesk();
    desk.edits.send(reverse);
    desk.read(2, ["edit-of-others", "edit-1"], "b a c");

    await desk.answer(1);

    expect([desk.orders()["1"], desk.edits.shown()?.plan?.edited?.revision]).toEqual(["1-b 1-a 1-c", 2]);
    expect(desk.edits.isBusy()).toBe(false);
  });

  it("is told apart from what others did after it", async () => {
    const desk = openDesk();
    desk.edits.send(reverse);
    await desk.refuse("offline");

    desk.hear(2, "edit-of-others", "edit-1");
    desk.read(2, ["edit-of-others", "edit-1"], "b a");

    expect([desk.reloads(), desk.edits.isOthers(), desk.edits.problem()]).toEqual([1, true, null]);
  });
});

function openDesk() {
  return createRoot(() => {
    const [state, setState] = createSignal<PlanState | null>(planState());
    const [reloads, setReloads] = createSignal(0);
    const [heard, setHeard] = createSignal(NOTHING_HEARD);
    const [isHeld, setIsHeld] = createSignal(false);
    const asked: PlanEditRequest[] = [];
    const rehearsed: string[] = [];
    let ids = 0;
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
        heard,
        isHeld,
        newId: () => `edit-${++ids}`,
      },
    );
    const askedWhenShown: number[] = [];
    createComputed(() => {
      edits.shown();
      askedWhenShown.push(asked.length);
    });
    const settled = () => new Promise((resolve) => setTimeout(resolve));
    return {
      edits,
      asked,
      rehearsed,
      reloads,
      /** @param ids of the edits that led there, latest first */
      hear: (revision: number, ...ids: readonly string[]) => setHeard(editsAt(revision, ids)),
      /** The plan is read again, with the order of route 1 as it is by now. */
      read: (revision: number, ids: readonly string[], order: string) =>
        setState({ ...planState(revision, order), ...editsAt(revision, ids) }),
      setIsHeld,
      /** How many requests had been made each time the plan was shown. */
      askedWhenShown: () => askedWhenShown,
      orders: () =>
        Object.fromEntries(
          edits.shown()?.plan?.routes.map(({ id, stops }) => [id, stops.map((stop) => stop.id).join(" ")]) ?? [],
        ),
      async answer(revision: number) {
        settle?.resolve(answerOf(edits.shown()?.plan ?? examplePlan(), revision));
        await settled();
      },
      async refuse(code: string) {
        settle?.reject(new ApiProblem({ code, message: "" }));
        await settled();
      },
    };
  });
}

function editsAt(revision: number, ids: readonly string[]): HeardEdits {
  return { revision, recentEdits: ids.map((id, age) => ({ revision: revision - age, id })) };
}

/** Two routes of two stops. */
function planState(revision = 0, order = "a b"): PlanState {
  const known = planAt(revision);
  const plan = known.plan ?? examplePlan();
  const routes = plan.routes.map((route): PlanRoute => {
    const [stop] = route.stops;
    const names = (route.id === "1" ? order : "a b").split(" ");
    return { ...route, stops: stop ? names.map((name) => ({ ...stop, id: `${route.id}-${name}` })) : [] };
  });
  return { ...known, plan: { ...plan, routes } };
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
