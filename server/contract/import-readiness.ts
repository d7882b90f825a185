import type { FileRole } from "./file-description.ts";
import type { ImportFile, ImportState } from "./imports.ts";

/** One thing that a territory is made of, as the checklist of an import names it. */
export type ImportPart = "streets" | "stations" | "results" | "addresses" | "census" | "elevation";

export interface PartState {
  readonly part: ImportPart;
  readonly isRequired: boolean;
  /** Half: something came that needs its other half, e.g. results without their candidates. */
  readonly state: "there" | "half" | "missing";
}

export type Obstacle =
  | { readonly code: "no-file" | "no-streets" | "no-name" | "census-without-areas" | "candidates-without-counts" }
  | {
      readonly code: "still-uploading" | "still-reading" | "unusable" | "not-recognised" | "needs-election";
      readonly fileId: string;
    };

/** What a file is given to the build as: what it was recognised as, unless its columns were mapped. */
export function roleOfFile({ said, description }: Pick<ImportFile, "said" | "description">): FileRole | null {
  return said.columns !== null && said.role !== null ? said.role : (description?.role ?? null);
}

/** Whether somebody can say what its columns hold: of a document, a web page or a single column nobody can. */
export function canBeMapped({ description }: Pick<ImportFile, "description">): boolean {
  return description !== null && description.mappings.length > 0 && description.columns.length > 1;
}

/** What is there and what is missing, required parts first. */
export function importChecklist(files: readonly ImportFile[]): PartState[] {
  const has = (role: FileRole) => files.some((file) => file.status === "ready" && roleOfFile(file) === role);
  const state = (isThere: boolean, isHalf = false): PartState["state"] =>
    isThere && !isHalf ? "there" : isThere || isHalf ? "half" : "missing";
  const { hasCounts, hasCandidates } = resultHalves(files);
  return [
    { part: "streets", isRequired: true, state: state(has("osm")) },
    { part: "stations", isRequired: false, state: state(has("stations")) },
    { part: "results", isRequired: false, state: state(hasCounts || hasCandidates, hasCounts !== hasCandidates) },
    { part: "addresses", isRequired: false, state: state(has("addresses")) },
    { part: "census", isRequired: false, state: state(has("census"), has("census") !== has("census-areas")) },
    { part: "elevation", isRequired: false, state: state(has("elevation")) },
  ];
}

/** What keeps an import from being built; empty when it can be. */
export function importObstacles({ files, options }: Pick<ImportState, "files" | "options">): Obstacle[] {
  const obstacles: Obstacle[] = [];
  if (files.length === 0) obstacles.push({ code: "no-file" });
  for (const file of files) {
    const code = obstacleOfFile(file);
    if (code !== null) obstacles.push({ code, fileId: file.id });
  }
  const ready = files.filter((file) => file.status === "ready").map(roleOfFile);
  if (files.length > 0 && !ready.includes("osm")) obstacles.push({ code: "no-streets" });
  if (ready.includes("census") && !ready.includes("census-areas")) obstacles.push({ code: "census-without-areas" });
  const { hasCounts, hasCandidates } = resultHalves(files);
  if (hasCandidates && !hasCounts) obstacles.push({ code: "candidates-without-counts" });
  if (options.name === "" || options.title === "") obstacles.push({ code: "no-name" });
  return obstacles;
}

function obstacleOfFile(file: ImportFile) {
  if (file.status === "uploading") return "still-uploading";
  if (file.status === "reading") return "still-reading";
  if (file.status === "unusable") return "unusable";
  if (roleOfFile(file) === null) return canBeMapped(file) ? "not-recognised" : "unusable";
  return roleOfFile(file) === "results" && file.description?.needsElection === true && file.said.electionId === null
    ? "needs-election"
    : null;
}

/** The two files of data.gouv.fr are halves of one; those of the Ministry are whole. */
function resultHalves(files: readonly ImportFile[]) {
  const results = files.filter((file) => file.status === "ready" && roleOfFile(file) === "results");
  const kinds = results.map(({ said, description }) => {
    const isMapped = said.columns !== null;
    if (isMapped) return said.columns?.votes === undefined ? "counts" : "candidates";
    if (description?.format === "data-gouv-general") return "counts";
    return description?.format === "data-gouv-candidates" ? "candidates" : "whole";
  });
  const isWhole = kinds.includes("whole");
  return { hasCounts: isWhole || kinds.includes("counts"), hasCandidates: isWhole || kinds.includes("candidates") };
}

/** A name for addresses from what people read: "Paris, République" is "paris-republique"; "" when nothing is left. */
export function territoryNameOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("œ", "oe")
    .replaceAll("Œ", "Oe")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-+|-+$/g, "");
}
