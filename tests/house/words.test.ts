import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, sourceFiles } from "./read-imports.ts";

describe("the architecture page", () => {
  const page = readFileSync(join(ROOT, "ARCHITECTURE.md"), "utf8");

  it("stays under 200 lines", () => {
    expect(page.split("\n").length).toBeLessThan(200);
  });

  it("names only paths that exist", () => {
    const paths = [...page.matchAll(/`((?:web|server|geodata|scripts|tests)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? "",
    );

    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});

describe("names", () => {
  it("avoids words that say nothing", () => {
    const vague = sourceFiles("geodata")
      .concat(sourceFiles("server"), sourceFiles("web"), sourceFiles("scripts"))
      .filter((path) => /(^|[/-])(utils?|helpers?|misc|managers?)(\/|\.tsx?$|-)|\/index\.tsx?$/.test(path));

    expect(vague).toEqual([]);
  });
});

describe("the promise to score places only", () => {
  it("keeps estimates of political leaning out of everything that describes a door or a stop", () => {
    const forbidden = /\b(mobilisation|persuasion|votesPerDoor|score)\b/i;
    const plan = readFileSync(join(ROOT, "server/contract/plan.ts"), "utf8");
    const stop = /export interface PlanStop \{[\s\S]*?\n\}/.exec(plan)?.[0] ?? "";
    const territory = readFileSync(join(ROOT, "geodata/territory/territory.ts"), "utf8");
    const address = /export interface Address \{[\s\S]*?\n\}/.exec(territory)?.[0] ?? "";

    expect(stop).toContain("serviceSeconds");
    expect(address).toContain("doorsOrigin");
    expect(forbidden.test(stop)).toBe(false);
    expect(forbidden.test(address)).toBe(false);
  });
});
