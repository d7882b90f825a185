import { afterEach, describe, expect, it, vi } from "vitest";
import { runCommandLine } from "../../scripts/command-line.ts";

afterEach(() => vi.unstubAllEnvs());

async function run(...args: string[]): Promise<{ readonly code: number; readonly words: string }> {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const terminal = { out: write, say: write, progress: () => {}, signal: new AbortController().signal };
  const code = await runCommandLine(args, terminal);
  return { code, words: lines.join("\n") };
}

describe("ROUTER_URL on the command line", () => {
  it.each([
    ["plan", ["--stations", "all", "--volunteers", "3", "--minutes", "60"]],
    ["serve", ["--port", "0"]],
  ])("stops %s at its start when it cannot be read, with the form expected", async (name, options) => {
    vi.stubEnv("ROUTER_URL", "localhost:5000");

    const { code, words } = await run(name, ...options);

    expect(code).toBe(2);
    expect(words).toContain(
      "ROUTER_URL is “localhost:5000”: its beginning is unknown. Expected: osrm+http://host:port",
    );
  });

  it("is explained by plan --help and named by serve --help", async () => {
    expect((await run("plan", "--help")).words).toContain("osrm+http://HOST:PORT/foot?speed=5");
    expect((await run("serve", "--help")).words).toContain("ROUTER_URL");
  });
});
