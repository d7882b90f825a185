import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { delimiter, join } from "node:path";

/** The engine of Safari as Debian has it (webkit2gtk-driver, xvfb), or null where it is not installed. */
export function findWebKit(): WebKitPrograms | null {
  const driver = onPath("WebKitWebDriver");
  const screen = onPath("Xvfb");
  const browser = readdirSync(LIBRARIES)
    .flatMap((folder) => VERSIONS.map((version) => join(LIBRARIES, folder, version, "MiniBrowser")))
    .find(existsSync);
  return driver && screen && browser ? { driver, screen, browser } : null;
}

const LIBRARIES = "/usr/lib";
const VERSIONS = ["webkit2gtk-4.1", "webkit2gtk-4.0"];

interface WebKitPrograms {
  readonly driver: string;
  readonly screen: string;
  readonly browser: string;
}

export interface WebKitPage {
  goTo(address: string): Promise<void>;
  /** Runs the body of a function in the page and gives what it returns. */
  run<Value>(body: string): Promise<Value>;
  /** Waits until an expression of the page is true; throws with what the page says otherwise. */
  until(expression: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** The button of this name. */
  press(name: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE_MILLISECONDS = 30_000;
/** How WebDriver names an element in its answers (W3C WebDriver, 11). */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/** Opens a window of WebKit on a screen of its own, and speaks WebDriver to it. */
export async function openWebKit(programs: WebKitPrograms): Promise<WebKitPage> {
  const screen = spawn(programs.screen, ["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const display = await firstLine(screen);
  const port = await freePort();
  const driver = spawn(programs.driver, [`--port=${port}`], {
    env: { ...process.env, DISPLAY: `:${display}`, LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" },
    stdio: "ignore",
  });
  const end = () => {
    driver.kill("SIGTERM");
    screen.kill("SIGTERM");
  };
  // Nothing outlives the tests, however they end.
  process.once("exit", end);
  const send = sender(`http://127.0.0.1:${port}`);
  const browser = { binary: programs.browser, args: ["--automation"] };
  const { sessionId } = await eventually(() =>
    send<{ readonly sessionId: string }>("POST", "/session", {
      capabilities: { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": browser } },
    }),
  );
  const session = `/session/${sessionId}`;
  const run = <Value>(script: string) => send<Value>("POST", `${session}/execute/sync`, { script, args: [] });
  const find = async (value: string, using = "css selector") => {
    const body = { using, value };
    const found = await eventually(() => send<Record<string, string>>("POST", `${session}/element`, body));
    return `${session}/element/${found[ELEMENT]}`;
  };
  return {
    goTo: (address) => send("POST", `${session}/url`, { url: address }),
    run,
    async until(expression) {
      const deadline = Date.now() + PATIENCE_MILLISECONDS;
      while (!(await run<boolean>(`return Boolean(${expression})`))) {
        if (Date.now() < deadline) await pause();
        else
          throw new Error(`never true: ${expression}; the page says: ${await run("return document.body.innerText")}`);
      }
    },
    click: async (selector) => send("POST", `${await find(selector)}/click`, {}),
    press: async (name) => send("POST", `${await find(`//button[normalize-space()="${name}"]`, "xpath")}/click`, {}),
    type: async (selector, text) => send("POST", `${await find(selector)}/value`, { text }),
    async close() {
      await send("DELETE", session).catch(() => undefined);
      process.off("exit", end);
      end();
    },
  };
}

function sender(base: string) {
  return async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const answer = await fetch(base + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await answer.json()) as { readonly value: Value & { readonly message?: string } };
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.message}`);
    return value;
  };
}

/** What fails at first may only need time: the driver starts, and elements come. */
async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + PATIENCE_MILLISECONDS;
  for (;;) {
    try {
      return await attempt();
    } catch (failure) {
      if (Date.now() > deadline) throw failure;
      await pause();
    }
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 200));
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve) => stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8").trim())));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function onPath(name: string): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
}
