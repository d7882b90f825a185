import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { Hono } from "hono";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Listener, listen } from "../../../server/listen.ts";

/** The server's own times, about a hundred times shorter. */
const PATIENCE = { headersMs: 200, requestMs: 800, lookEveryMs: 50 };
/** A busy machine looks later than it should. */
const ROOM_MS = 1500;
const ATTACKERS = 40;

let listener: Listener;
let read = 0;
const sockets: Socket[] = [];

beforeAll(async () => {
  const app = new Hono()
    .onError((_, context) => context.text("cut off", 408))
    .get("/", (context) => context.text("here"))
    .put("/piece", async (context) => {
      const { byteLength } = await context.req.arrayBuffer();
      read += byteLength;
      return context.text(String(byteLength));
    });
  listener = await listen(app.fetch, { host: "127.0.0.1", port: 0 }, PATIENCE);
});
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});
afterAll(() => listener.close());

it("who sends a body letter by letter is cut off, and keeps nobody else waiting", async () => {
  const attackers = Array.from({ length: ATTACKERS }, () =>
    trickle("PUT /piece HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n", "x"),
  );

  await pause(PATIENCE.requestMs / 2);
  expect(await (await fetch(listener.url)).text()).toBe("here");
  const times = await Promise.all(attackers);

  expect(Math.max(...times)).toBeLessThan(PATIENCE.requestMs + PATIENCE.lookEveryMs + ROOM_MS);
  expect(Math.min(...times)).toBeGreaterThan(PATIENCE.headersMs);
  expect(read).toBe(0);
});

it("who never comes to the end of the headers is cut off sooner", async () => {
  const attackers = Array.from({ length: ATTACKERS }, () => trickle("GET / HTTP/1.1\r\nHost: x\r\nX-A: ", "a"));

  const times = await Promise.all(attackers);

  expect(Math.max(...times)).toBeLessThan(PATIENCE.headersMs + PATIENCE.lookEveryMs + ROOM_MS);
  expect((await fetch(listener.url)).status).toBe(200);
});

it("a large file that comes in pieces takes as long as it needs", async () => {
  const began = performance.now();
  const pieces = 4;
  for (let piece = 0; piece < pieces; piece++) {
    const answer = await fetch(`${listener.url}/piece`, { method: "PUT", body: new Uint8Array(100_000) });
    expect(await answer.text()).toBe("100000");
    await pause(PATIENCE.requestMs / 3);
  }

  expect(performance.now() - began).toBeGreaterThan(PATIENCE.requestMs);
});

/** Sends the beginning, then a letter every 10 ms. Resolves with the milliseconds until the server ends it. */
function trickle(beginning: string, letter: string): Promise<number> {
  const { hostname, port } = new URL(listener.url);
  return new Promise((resolve) => {
    const began = performance.now();
    let timer: ReturnType<typeof setInterval> | undefined;
    const socket = connect(Number(port), hostname, () => {
      socket.write(beginning);
      timer = setInterval(() => socket.write(letter), 10);
    });
    sockets.push(socket);
    // Reading on is what lets the end be seen.
    socket.resume();
    socket.on("error", () => {});
    socket.on("end", () => socket.destroy());
    socket.on("close", () => {
      clearInterval(timer);
      resolve(performance.now() - began);
    });
  });
}
