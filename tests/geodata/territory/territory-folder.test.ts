import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import {
  findTerritory,
  listTerritories,
  territoriesFolder,
  territoryPath,
} from "../../../geodata/territory/territory-folder.ts";

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-home-"));
  vi.stubEnv("ARPENT_HOME", home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

it("lists whole territories only, by name", () => {
  for (const file of ["b.territory", "a.territory", "c.territory.partial-12", "Bad Name.territory", "notes.txt"]) {
    writeFileSync(join(territoriesFolder(), file), "");
  }

  expect(listTerritories()).toEqual(["a", "b"]);
});

it.each(["../x", "a/b", "", "A", "é", "a b", ".", "..", "a".repeat(61), "a\0"])(
  "refuses %j as a name, and finds nothing under it",
  (name) => {
    expect(() => territoryPath(name)).toThrow(/is not a territory name/);
    expect(findTerritory(name)).toBeNull();
  },
);

it("finds a territory that is there", () => {
  writeFileSync(join(territoriesFolder(), "town.territory"), "");

  expect(findTerritory("town")).toBe(join(home, "territories", "town.territory"));
  expect(findTerritory("other")).toBeNull();
});
