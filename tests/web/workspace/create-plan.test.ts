import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { PlanState } from "../../../server/contract/territories.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createEditing } from "../../../web/workspace/create-editing.ts";
import { createPlan } from "../../../web/workspace/create-plan.ts";
import { planAt } from "./plan-at.ts";

let server: () => Promise<PlanState>;
let leave: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  server = async () => planAt(0);
});
afterEach(() => {
  leave();
  vi.useRealTimers();
});
const answered = () => vi.advanceTimersByTimeAsync(0);

it("is neither drawn nor edited when it is there no more", async () => {
  const { plan, problem, retry, isEditing, setIsEditing } = openPlan();
  await answered();
  setIsEditing(true);
  expect([plan()?.id, isEditing()]).toEqual(["plan", true]);

  server = () => Promise.reject(new ApiProblem({ code: "nothing-found", message: "" }));
  retry();
  await answered();

  expect([plan(), problem()?.code, isEditing()]).toEqual([null, "nothing-found", false]);
});

it("was deleted when it is there no more, and was never there when it was not found", async () => {
  const { isDeleted, retry, show } = openPlan();
  await answered();
  expect(isDeleted()).toBe(false);
  server = () => Promise.reject(new ApiProblem({ code: "nothing-found", message: "" }));
  retry();
  await answered();
  expect(isDeleted()).toBe(true);
  retry();
  await answered();
  expect(isDeleted()).toBe(true);

  show("unknown");
  await answered();
  expect(isDeleted()).toBe(false);

  show(null);
  expect(isDeleted()).toBe(false);
});

it("was deleted when somebody says so, without being asked for", async () => {
  const { plan, isDeleted, isEditing, setIsEditing, problem, noteRemoved } = openPlan();
  await answered();
  setIsEditing(true);
  server = () => Promise.reject(new Error("nobody asks"));

  noteRemoved();

  expect([plan(), isDeleted(), problem(), isEditing()]).toEqual([null, true, null, false]);
});

it("is not told as deleted when this window deletes it, however soon that is heard", async () => {
  const { isDeleted, noteRemoved, remove } = openPlan();
  await answered();

  const removing = remove("plan");
  noteRemoved();
  await removing;

  expect(isDeleted()).toBe(false);
});

it("stays, and is edited on, while the server does not answer", async () => {
  const { plan, retry, isEditing, setIsEditing } = openPlan();
  await answered();
  setIsEditing(true);

  server = () => Promise.reject(new ApiProblem({ code: "offline", message: "" }));
  retry();
  await answered();

  expect([plan()?.id, isEditing()]).toEqual(["plan", true]);
});

it("that was asked for before a hand took hold of it is shown when the hand is empty", async () => {
  const { plan, retry, setIsHeld } = openPlan();
  await answered();
  server = async () => planAt(1);
  retry();
  setIsHeld(true);
  await answered();
  expect(plan()?.plan?.edited?.revision).toBe(0);

  setIsHeld(false);
  await answered();

  expect(plan()?.plan?.edited?.revision).toBe(1);
});

function openPlan() {
  return createRoot((dispose) => {
    leave = dispose;
    const [isHeld, setIsHeld] = createSignal(false);
    const [planId, show] = createSignal<string | null>("plan");
    const followed = createPlan(
      { plan: () => server(), planEventsAddress: (id) => `/${id}`, removePlan: async () => undefined },
      planId,
      isHeld,
    );
    return { ...followed, show, ...createEditing(followed.isGone, () => undefined), setIsHeld };
  });
}
