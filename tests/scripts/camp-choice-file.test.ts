import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCampChoice } from "../../scripts/camp-choice-file.ts";
import { writeChoiceFile } from "../../web/workspace/choice-file.ts";
import { territoryWith } from "../geodata/scoring/scoring-fixture.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-choice-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const read = (text: string) => {
  const path = join(folder, "camps.json");
  writeFileSync(path, text);
  return readCampChoice(territoryWith([]), { campaign: path, preset: undefined });
};

it("reads what the application exports, all five sides", async () => {
  const choice = {
    name: "Nous",
    sides: { a: "ours", b: "near", c: "neutral", d: "far", e: "hostile" },
  } as const;

  expect(await read(writeChoiceFile(choice))).toEqual(choice);
});

it("reads a file from when there were three sides", async () => {
  expect(await read('{"name":"Avant","sides":{"a":"ours","b":"far"}}')).toEqual({
    name: "Avant",
    sides: { a: "ours", b: "far" },
  });
});

it("says which side there is not, and which there are", async () => {
  await expect(read('{"name":"x","sides":{"a":"enemy"}}')).rejects.toThrow(/sides\.a is "enemy".*"hostile"/);
});

const assumptions = {
  conversationsPerDoor: 0.25,
  votersPerConversation: 1.2,
  mobilisationEffect: 0.01,
  persuasionEffect: 0,
};
const mix = { mobilisation: 1, persuasion: 0.5, priority: 0.1, second: 0.4 };

describe("a campaign's file", () => {
  it("may carry field assumptions and the organizer's mix", async () => {
    expect(await read(JSON.stringify({ name: "us", sides: { a: "ours" }, assumptions, mix }))).toEqual({
      name: "us",
      sides: { a: "ours" },
      assumptions,
      mix,
    });
  });

  it("is refused with the place of the value that cannot be", async () => {
    const tooHopeful = { ...assumptions, mobilisationEffect: 0.5 };

    await expect(read(JSON.stringify({ name: "us", sides: {}, assumptions: tooHopeful }))).rejects.toThrow(
      /assumptions\.mobilisationEffect is 0\.5/,
    );
  });
});
