import { createRoot, createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createLoad } from "../../../web/api/create-load.ts";

/** Answers that the test gives when it wants to, by question. */
function answersOnDemand() {
  const waiting = new Map<string, { give: (value: string) => void; fail: (problem: Error) => void }>();
  const ask = (question: string) =>
    new Promise<string>((give, fail) => {
      waiting.set(question, { give, fail });
    });
  return { ask, to: (question: string) => waiting.get(question) };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function withLoad(test: (tools: ReturnType<typeof makeLoad>) => Promise<void>) {
  const tools = createRoot((dispose) => ({ ...makeLoad(), dispose }));
  await settled();
  await test(tools);
  tools.dispose();
}

function makeLoad() {
  const answers = answersOnDemand();
  const [question, setQuestion] = createSignal<string | null>("first");
  return { answers, setQuestion, load: createLoad(question, answers.ask) };
}

describe("what a request has come to", () => {
  it("waits, then has the answer", () =>
    withLoad(async ({ load, answers }) => {
      expect(load.status()).toBe("loading");

      answers.to("first")?.give("one");
      await settled();

      expect(load.loaded()).toEqual({ status: "ready", value: "one", problem: null });
    }));

  it("drops the answer to an earlier question that arrives late", () =>
    withLoad(async ({ load, answers, setQuestion }) => {
      setQuestion("second");
      await settled();

      answers.to("second")?.give("two");
      answers.to("first")?.give("one");
      await settled();

      expect(load.value()).toBe("two");
    }));

  it("keeps the last good answer in sight while it asks again and when that fails", () =>
    withLoad(async ({ load, answers, setQuestion }) => {
      answers.to("first")?.give("one");
      await settled();
      setQuestion("second");
      await settled();
      expect(load.loaded()).toMatchObject({ status: "loading", value: "one" });

      answers.to("second")?.fail(new ApiProblem({ code: "offline", message: "" }));
      await settled();

      expect(load.loaded()).toMatchObject({ status: "failed", value: "one", problem: { code: "offline" } });
    }));

  it("asks the same question again when told to", () =>
    withLoad(async ({ load, answers }) => {
      answers.to("first")?.fail(new Error("broken"));
      await settled();
      expect(load.problem()?.code).toBe("unexpected");

      load.retry();
      await settled();
      answers.to("first")?.give("one");
      await settled();

      expect(load.loaded()).toEqual({ status: "ready", value: "one", problem: null });
    }));

  it("asks nothing when there is no question", () =>
    withLoad(async ({ load, setQuestion }) => {
      setQuestion(null);
      await settled();

      expect(load.loaded()).toEqual({ status: "idle", value: null, problem: null });
    }));
});
