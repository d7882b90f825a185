import { basename } from "node:path";
import { areaCode, areaCodeOf } from "./area-code.ts";
import { communeCodeOf } from "./commune-outlines-reader.ts";
import {
  COLUMNS_SHOWN,
  createCommuneCounts,
  type DescribeOptions,
  type FileDescription,
  offerMappings,
  shownText,
} from "./file-description.ts";
import { createTally } from "./read-facts.ts";
import { readFeatures } from "./read-features.ts";
import type { RecognisedFile } from "./recognise-file.ts";
import { layoutOfMapping, layoutOfProperties, type StationLayout } from "./station-layout.ts";
import { yearInName } from "./year-in-name.ts";

/** Features whose properties are shown and collected: a file has the same ones throughout. */
const FEATURES_SHOWN = 3;
const FEATURES_COLLECTED = 50;

/** What a GeoJSON holds. Throws UnusableFile, Cancelled. */
export async function describeFeatures(
  path: string,
  found: RecognisedFile,
  options: DescribeOptions,
): Promise<Partial<FileDescription>> {
  const tally = createTally(path);
  const communes = createCommuneCounts();
  const columns = new Set<string>();
  const shown: Readonly<Record<string, unknown>>[] = [];
  const { columns: mapping } = options;
  let layout: StationLayout | null =
    mapping?.station === undefined
      ? null
      : layoutOfMapping({ station: mapping.station, commune: mapping.commune, name: mapping.name });
  let records = 0;

  await readFeatures(path, tally, options, ({ properties }) => {
    tally.accept();
    if (tally.recordsRead <= FEATURES_COLLECTED) for (const name of Object.keys(properties)) columns.add(name);
    if (shown.length < FEATURES_SHOWN) shown.push(properties);
    if (found.role === "stations") {
      layout ??= layoutOfProperties(properties);
      const named = layout?.name(properties) ?? null;
      if (named !== null) communes.add(named.communeCode ?? "", named.communeName ?? "");
      const outline = named === null ? communeCodeOf(properties) : null;
      if (outline !== null) communes.add(outline, "");
      if (named !== null || outline !== null) records++;
    } else if (found.role === "census-areas") {
      const commune = areaCode(areaCodeOf(properties, mapping?.area) ?? "")?.slice(0, 5) ?? null;
      if (commune !== null) communes.add(commune, "");
      if (commune !== null) records++;
    } else records++;
  });
  const names = [...columns].slice(0, COLUMNS_SHOWN);
  return {
    ...found,
    records,
    vintage: found.role === "stations" ? yearInName(basename(path)) : null,
    communes: communes.most().filter(({ code }) => code !== ""),
    columns: names,
    sample: shown.map((properties) => names.map((name) => textOf(properties[name]))),
    mappings: offerMappings(["stations", "census-areas"], names),
    rejects: tally.facts({ format: found.format, sha256: "", bytes: 0 }).rejects,
  };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return shownText(typeof value === "object" ? JSON.stringify(value) : String(value));
}
