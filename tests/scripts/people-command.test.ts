import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runArpent } from "../fixtures/run-arpent.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-people-"));
  vi.stubEnv("ARPENT_HOME", home);
  vi.stubEnv("DATABASE_URL", "");
  vi.stubEnv("ARPENT_PUBLIC_URL", "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("arpent people", () => {
  it("prints a new link each time, with what is secret after the #", async () => {
    const first = await runArpent("people", "link");
    const second = await runArpent("people", "link", "--url", "https://arpent.example.org/");

    expect(first.code).toBe(0);
    expect(first.out).toMatch(/^http:\/\/127\.0\.0\.1:4810\/invitation#[\w-]{43}$/);
    expect(second.out).toMatch(/^https:\/\/arpent\.example\.org\/invitation#[\w-]{43}$/);
    expect(second.out.split("#")[1]).not.toBe(first.out.split("#")[1]);
  });

  it("says that nobody has an account, and what to do", async () => {
    const { code, said } = await runArpent("people", "list");

    expect(code).toBe(3);
    expect(said).toContain("arpent people link");
  });

  it("knows no campaign that was not added", async () => {
    const { code, said } = await runArpent("people", "link", "--campaign", "../../etc");

    expect(code).toBe(2);
    expect(said).toContain('no campaign "../../etc"');
  });
});

describe("arpent campaign", () => {
  it("adds a store of its own, once, and lists it", async () => {
    const added = await runArpent("campaign", "add", "Élan", "Nord");
    const again = await runArpent("campaign", "add", "elan nord");
    const { out } = await runArpent("campaign", "list", "--json");
    const link = await runArpent("people", "link", "--campaign", "elan-nord");

    expect([added.code, added.out, again.code]).toEqual([0, "elan-nord", 2]);
    expect(JSON.parse(out)).toEqual([
      { slug: "", name: "" },
      { slug: "elan-nord", name: "Élan Nord" },
    ]);
    expect(existsSync(join(home, "campaigns/elan-nord.sqlite"))).toBe(true);
    expect(link.out).toMatch(/\/c\/elan-nord\/invitation#/);
  });
});
