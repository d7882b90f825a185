import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readChoiceFile } from "../../scripts/camp-choice-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arpent-choice-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(content: unknown) {
  const path = join(folder, "choice.json");
  writeFileSync(path, JSON.stringify(content));
  return readChoiceFile(path);
}

const assumptions = {
  conversationsPerDoor: 0.25,
  votersPerConversation: 1.2,
  mobilisationEffect: 0.01,
  persuasionEffect: 0,
};
const mix = { mobilisation: 1, persuasion: 0.5, priority: 0.1, second: 0.4 };

describe("a campaign's file", () => {
  it("may carry field assumptions and the organizer's mix", async () => {
    expect(await read({ name: "us", sides: { a: "ours" }, assumptions, mix })).toEqual({
      name: "us",
      sides: { a: "ours" },
      assumptions,
      mix,
    });
  });

  it("is refused with the place of the value that cannot be", async () => {
    const tooHopeful = { ...assumptions, mobilisationEffect: 0.5 };

    await expect(read({ name: "us", sides: {}, assumptions: tooHopeful })).rejects.toThrow(
      /assumptions\.mobilisationEffect is 0\.5/,
    );
  });
});
