import { afterEach, expect, it, vi } from "vitest";
import { askAhead } from "../../../web/api/ask-ahead.ts";
import { createClient } from "../../../web/api/client.ts";

/** A server whose answers come when the test says so, and the paths it was asked for. */
function serverInWaiting() {
  const asked: string[] = [];
  const waiting: { readonly answer: (body: unknown, status?: number) => void; readonly fail: () => void }[] = [];
  vi.stubGlobal("fetch", (input: RequestInfo | URL) => {
    const address = input instanceof Request ? input.url : String(input);
    asked.push(new URL(address, "http://here").pathname);
    return new Promise<Response>((resolve, reject) => {
      waiting.push({
        answer: (body, status = 200) => resolve(new Response(JSON.stringify(body), { status })),
        fail: () => reject(new TypeError("no network")),
      });
    });
  });
  return { asked, waiting };
}

/** Who wants a territory now asks the server for it anew, and has what it says now. */
async function expectAskedAnew({ asked, waiting }: ReturnType<typeof serverInWaiting>, name: string): Promise<void> {
  const before = asked.length;
  const wanted = createClient(() => "fr").territory(name);
  await vi.waitFor(() => expect(asked).toHaveLength(before + 1));
  waiting[before]?.answer({ name: "as it is now" });
  expect(await wanted).toEqual({ name: "as it is now" });
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("asks for what a workspace wants first, once: the first who wants it has the answer", async () => {
  const server = serverInWaiting();
  const { asked, waiting } = server;
  const ahead = askAhead("/t/demo", "fr");
  expect(asked).toEqual(["/api/me", ...["", "/station-list", "/choice"].map((part) => `/api/territories/demo${part}`)]);
  waiting.forEach(({ answer }, index) => {
    answer({ index });
  });
  await ahead;

  expect(await createClient(() => "fr").territory("demo")).toEqual({ index: 1 });
  expect(asked).toHaveLength(4);

  await expectAskedAnew(server, "demo");
});

it("asks nothing ahead for other pages", async () => {
  const { asked } = serverInWaiting();
  for (const path of ["/", "/t/demo/sorties", "/contacts", "/t/a%2Fb"]) await askAhead(path, "en");
  expect(asked).toEqual([]);
});

it("lets the page be built after a tenth of a second without an answer", async () => {
  vi.useFakeTimers();
  serverInWaiting();
  let isOver = false;
  void askAhead("/t/demo", "fr").then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(90);
  expect(isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(20);
  expect(isOver).toBe(true);
});

it("asks again where the first question had no answer at all", async () => {
  const server = serverInWaiting();
  const ahead = askAhead("/t/elsewhere", "fr");
  for (const { fail } of server.waiting) fail();
  await ahead;

  await expectAskedAnew(server, "elsewhere");
});

it("asks again what was refused ahead: who asks has signed in meanwhile", async () => {
  const server = serverInWaiting();
  const ahead = askAhead("/t/private", "fr");
  for (const { answer } of server.waiting) answer({ error: { code: "sign-in", message: "" } }, 401);
  await ahead;

  await expectAskedAnew(server, "private");
});

it("forgets answers that nobody has wanted for seconds", async () => {
  vi.useFakeTimers();
  const server = serverInWaiting();
  const ahead = askAhead("/t/old", "fr");
  for (const { answer } of server.waiting) answer({ name: "as it was" });
  await ahead;
  await vi.advanceTimersByTimeAsync(6000);
  vi.useRealTimers();

  await expectAskedAnew(server, "old");
});
