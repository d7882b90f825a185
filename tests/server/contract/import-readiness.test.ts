import { describe, expect, it } from "vitest";
import type { FileDescription, FileRole } from "../../../server/contract/file-description.ts";
import { importChecklist, importObstacles, territoryNameOf } from "../../../server/contract/import-readiness.ts";
import type { ImportFile } from "../../../server/contract/imports.ts";

const OPTIONS = { title: "Paris", name: "paris", communes: [], box: null };
let count = 0;
function file(role: FileRole | null, format = "", changes: Partial<ImportFile> = {}): ImportFile {
  const columns = format === "csv" ? ["voie", "numero"] : [];
  const mappings = columns.map(() => ({ role: "addresses", fields: [], guess: {} }));
  const description = { role, format, columns, mappings, needsElection: false } as unknown as FileDescription;
  const said = { role: null, vintage: null, electionId: null, columns: null };
  const sizes = { bytes: 1, receivedBytes: 1, modifiedAt: null };
  return { id: `f${++count}`, name: "f", ...sizes, status: "ready", said, description, fault: null, ...changes };
}
const codes = (files: readonly ImportFile[], options = OPTIONS) =>
  importObstacles({ files, options }).map(({ code }) => code);

describe("what an import still lacks", () => {
  it("is nothing once there are streets and a name", () => {
    expect(codes([file("osm")])).toEqual([]);
    expect(codes([file("osm")], { ...OPTIONS, name: "" })).toEqual(["no-name"]);
    expect(codes([])).toEqual(["no-file"]);
  });

  it("is told for each file that is not ready", () => {
    const files = [
      file("osm"),
      file(null, "csv"),
      file(null, "pdf"),
      file("addresses", "ban", { status: "uploading" }),
      file("addresses", "ban", { status: "unusable" }),
      file("results", "ministry-repeated-block", {
        description: { role: "results", needsElection: true } as FileDescription,
      }),
    ];

    expect(codes(files)).toEqual(["not-recognised", "unusable", "still-uploading", "unusable", "needs-election"]);
  });

  it("is the other half of what comes in two files", () => {
    expect(codes([file("osm"), file("census")])).toEqual(["census-without-areas"]);
    expect(codes([file("osm"), file("results", "data-gouv-candidates")])).toEqual(["candidates-without-counts"]);
    expect(codes([file("osm"), file("results", "ministry-numbered-blocks")])).toEqual([]);
  });

  it("takes a mapped file for what it was said to be", () => {
    const said = { role: "addresses" as const, vintage: null, electionId: null, columns: { street: "voie" } };

    expect(codes([file("osm"), file(null, "csv", { said })])).toEqual([]);
  });

  it("shows in the checklist as there, half there or missing", () => {
    const states = (files: readonly ImportFile[]) =>
      Object.fromEntries(importChecklist(files).map(({ part, state }) => [part, state]));

    expect(states([file("osm"), file("results", "data-gouv-general"), file("census-areas")])).toEqual({
      streets: "there",
      stations: "missing",
      results: "half",
      addresses: "missing",
      census: "half",
      elevation: "missing",
    });
  });
});

describe("the name of a territory in addresses", () => {
  it.each([
    ["Paris, République", "paris-republique"],
    ["L’Haÿ-les-Roses (94)", "l-hay-les-roses-94"],
    ["Œuilly", "oeuilly"],
    ["…", ""],
    ["x".repeat(80), "x".repeat(60)],
  ])("%j is %j", (title, name) => {
    expect(territoryNameOf(title)).toBe(name);
  });
});
