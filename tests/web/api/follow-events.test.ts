import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { followEvents } from "../../../web/api/follow-events.ts";
import { FakeSource } from "../fake-source.ts";

interface Whole {
  readonly revision: number;
}

let leaving: AbortController;
let server: () => Promise<Whole>;
let reads: number;
let known: Whole | null;
let heard: unknown[];
let connection: boolean[];
let problems: string[];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
  FakeSource.opened = [];
  leaving = new AbortController();
  [reads, known, heard, connection, problems] = [0, null, [], [], []];
  server = async () => ({ revision: 7 });
});
afterEach(() => {
  leaving.abort();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function follow() {
  const following = followEvents<Whole, { edit: { readonly text: string } }>(
    {
      read: () => {
        reads++;
        return server();
      },
      isKnown: () => known !== null,
      take: (whole) => {
        known = whole;
        return whole.revision < 0 ? null : `/events?after=${whole.revision}`;
      },
      events: { edit: ({ text }) => heard.push(text) },
      readAgainOn: ["reload"],
      onConnection: (isLive) => connection.push(isLive),
      onProblem: ({ code }) => problems.push(code),
    },
    leaving.signal,
  );
  await passed(0);
  return following;
}
const passed = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const offline = async () => {
  throw new ApiProblem({ code: "offline", message: "" });
};

describe("what the server tells of as it changes", () => {
  it("is read, then heard of from where it was", async () => {
    await follow();
    FakeSource.last().dispatchEvent(new Event("open"));
    FakeSource.last().say("edit", { text: "a" });

    expect(FakeSource.last().address).toBe("/events?after=7");
    expect(heard).toEqual(["a"]);
    expect(connection).toEqual([true, true]);
  });

  it("is not listened to when nothing more will come", async () => {
    server = async () => ({ revision: -1 });
    await follow();

    expect(FakeSource.opened).toEqual([]);
    expect(connection).toEqual([true]);
  });

  it("is taken up again by the browser when the connection breaks, and nothing is asked anew", async () => {
    await follow();
    FakeSource.last().breakOff(false);
    await passed(60_000);

    expect(connection).toEqual([false]);
    expect(reads).toBe(1);
    FakeSource.last().say("edit", { text: "b" });
    expect(connection.at(-1)).toBe(true);
  });

  it("is read again after pauses that grow when the browser gives up, and what is known stays", async () => {
    await follow();
    server = offline;
    FakeSource.last().breakOff(true);
    const askedAt: number[] = [];
    for (let second = 1; second <= 60; second++) {
      const before = reads;
      await passed(1000);
      if (reads > before) askedAt.push(second);
    }

    expect(askedAt).toEqual([1, 3, 7, 15, 31, 51]);
    expect(problems).toEqual([]);
    expect(FakeSource.open()).toEqual([]);
    server = async () => ({ revision: 9 });
    await passed(20_000);
    expect(FakeSource.last().address).toBe("/events?after=9");
  });

  it("says why it cannot be read when there is nothing to show, and is tried again", async () => {
    server = offline;
    await follow();
    expect(problems).toEqual(["offline"]);

    server = async () => ({ revision: 1 });
    await passed(1000);
    expect(known).toEqual({ revision: 1 });
  });

  it("is left alone once it is gone, even when it was known", async () => {
    await follow();
    server = async () => {
      throw new ApiProblem({ code: "nothing-found", message: "" });
    };
    FakeSource.last().say("reload");
    await passed(60_000);

    expect(problems).toEqual(["nothing-found"]);
    expect(reads).toBe(2);
  });

  it("is read at once when the stream asks for it, but not without end", async () => {
    await follow();
    FakeSource.last().say("reload");
    await passed(0);
    expect(reads).toBe(2);

    for (let asked = 0; asked < 50; asked++) {
      FakeSource.last().say("reload");
      await passed(100);
    }
    expect(reads).toBeLessThanOrEqual(8);
  });

  it("is read again after a pause when the server could not go on", async () => {
    await follow();
    FakeSource.last().say("failed", { error: { code: "our-fault", message: "" } });
    expect(connection).toEqual([false]);
    expect(FakeSource.open()).toEqual([]);

    await passed(1000);
    expect(reads).toBe(2);
  });

  it("has one stream, however often the network comes back while it is read", async () => {
    await follow();
    const answers: (() => void)[] = [];
    server = () => new Promise((resolve) => answers.push(() => resolve({ revision: answers.length })));
    window.dispatchEvent(new Event("offline"));
    expect(connection).toEqual([false]);
    for (let times = 0; times < 3; times++) {
      window.dispatchEvent(new Event("online"));
      await passed(1000);
    }
    for (const answer of answers) answer();
    await passed(0);

    expect(answers).toHaveLength(3);
    expect(FakeSource.open()).toHaveLength(1);
  });

  it("is left when nobody looks any more: no stream, no timer, no late answer", async () => {
    await follow();
    FakeSource.last().breakOff(true);
    leaving.abort();
    await passed(60_000);
    window.dispatchEvent(new Event("online"));
    await passed(60_000);

    expect(reads).toBe(1);
    expect(FakeSource.open()).toEqual([]);
  });

  it("gives its connection up while the page is not seen, and reads again once it is", async () => {
    await follow();
    expect(FakeSource.open()).toHaveLength(1);

    see(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([FakeSource.open().length, reads]).toEqual([0, 1]);

    server = async () => ({ revision: 9 });
    see(true);
    await vi.advanceTimersByTimeAsync(0);
    expect([FakeSource.open().length, FakeSource.last().address]).toEqual([1, "/events?after=9"]);
  });

  it("reads again for whoever hides and shows the page at once", async () => {
    await follow();
    for (const isSeen of [false, true, false, true]) see(isSeen);
    await vi.advanceTimersByTimeAsync(2000);
    expect([FakeSource.open().length, reads]).toEqual([1, 2]);
  });

  it("does not listen from a page that was opened unseen", async () => {
    see(false);
    await follow();
    expect([FakeSource.open().length, reads]).toEqual([0, 1]);
  });
});

function see(isSeen: boolean): void {
  vi.spyOn(document, "hidden", "get").mockReturnValue(!isSeen);
  document.dispatchEvent(new Event("visibilitychange"));
}
