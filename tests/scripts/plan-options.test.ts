import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { UsageError } from "../../scripts/command.ts";
import { readOptions } from "../../scripts/command-options.ts";
import { readPlanRequest } from "../../scripts/plan-options.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-team-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LEAST = ["--best", "--volunteers", "4", "--minutes", "60"];
const request = (...args: readonly string[]) =>
  readPlanRequest(
    readOptions([...LEAST, ...args], {
      flags: ["best", "pairs"],
      values: ["volunteers", "minutes", "start", "end", "team"],
    }),
  );
function teamFile(content: unknown): string {
  const path = join(folder, "team.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

describe("the options of a plan", () => {
  it.each(["lowest", "highest", "central", "transit", "anywhere"])("let routes start at %s", async (start) => {
    expect(await request("--start", start)).toMatchObject({ start });
  });

  it.each(["anywhere", "start", "lowest", "highest", "central", "transit"])("let routes end at %s", async (end) => {
    expect(await request("--end", end)).toMatchObject({ end });
  });

  it("name every word that a start may be", async () => {
    await expect(request("--start", "start")).rejects.toThrow(
      '--start is "start": expected lowest, highest, central, transit, anywhere or LON,LAT',
    );
  });

  it("send volunteers two by two", async () => {
    expect(await request("--pairs")).toMatchObject({ pairs: true });
    expect(await request()).toMatchObject({ pairs: false, team: [] });
  });

  it("read limits by volunteer from a file, with what each leaves out", async () => {
    const path = teamFile([{ minutes: 45, start: { position: [2.36, 48.86] } }, { avoidsSteps: true }, {}]);

    expect((await request("--team", path)).team).toEqual([
      { minutes: 45, start: { position: [2.36, 48.86] }, avoidsSteps: false, hasBicycle: false },
      { avoidsSteps: true, hasBicycle: false },
      { avoidsSteps: false, hasBicycle: false },
    ]);
  });

  it.each([
    ["[{", "cannot be read as JSON"],
    [{ minutes: 60 }, 'team.json holds {"minutes":60}: expected a list'],
    [[{}, 45], "team.json, entry 2 is 45: expected limits"],
    [[{ minutes: 3 }], "team.json, entry 1: minutes is 3; expected a number from 5 to 600."],
    [[{}, { maxAscentMetres: "50" }], 'entry 2: maxAscentMetres is "50"; expected a number from 0 to 5000.'],
    [[{ avoidsSteps: "yes" }], 'entry 1: avoidsSteps is "yes"; expected true or false.'],
    [[{ end: "home" }], 'entry 1: end is "home"; expected "anywhere", "start"'],
    [[{ avoidStep: true }], '"avoidStep" is no limit; expected minutes'],
    [[{ avoidStep: true }], "Did you mean avoidsSteps?"],
  ])("refuse %j as a team, naming file, entry, value and what was expected", async (content, sentence) => {
    const refused = request("--team", teamFile(content));

    await expect(refused).rejects.toThrow(UsageError);
    await expect(refused).rejects.toThrow(sentence);
  });
});
