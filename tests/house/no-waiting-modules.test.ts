import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, sourceFiles } from "./read-imports.ts";

/** A statement of a module itself that awaits: formatted code has those alone at the start of a line. */
const WAITS = /^(?:(?:export )?(?:const|let) [^=\n]*= |export default |void )?await\b/m;

// WebKit never evaluates a file that is imported later when one that both share has awaited: the page stays empty.
describe("modules of pages", () => {
  it("never wait before they are there", () => {
    const files = sourceFiles("web").map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
    expect(files.length).toBeGreaterThan(300);
    expect(files.filter(({ text }) => WAITS.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("would be found", () => {
    expect(WAITS.test("import a;\nawait asked;\n")).toBe(true);
    expect(WAITS.test('export const words = await load("fr");\n')).toBe(true);
    expect(WAITS.test("async function load() {\n  await asked;\n}\n")).toBe(false);
  });
});
