import type { Sentence } from "../../server/contract/refusal.ts";
import { placed } from "../readers/placed-sentence.ts";
import type { ReadFacts, ToldCount } from "../readers/read-facts.ts";
import type { ResultTable } from "../readers/result-rows.ts";
import { communeKey, stationKey } from "../readers/station-key.ts";
import type { CarriedResults, PlacedContent } from "./assemble-territory.ts";
import type { ElectionJoin } from "./carry-elections.ts";
import type { Inputs } from "./gather-inputs.ts";
import type { ReadFile } from "./read-inputs.ts";

const EXAMPLES_KEPT = 5;

/**
 * Every file with the last word on its records. A reader can only say which are good; here they are in the territory
 * (accepted), elsewhere (outside), or good and yet of no use (rejected, with the reason).
 */
export function settleSources(inputs: Inputs, carried: CarriedResults, placed: PlacedContent): ReadFile<unknown>[] {
  return [
    ...inputs.osmFiles,
    ...settleStations(inputs, carried),
    ...settleResults(inputs.resultFiles, carried.joins),
    ...settleAddresses(inputs, carried),
    ...settleCensus(inputs, placed),
    ...inputs.elevationFiles,
  ];
}

function settleStations({ stationFiles, sets, drafts }: Inputs, { usedContours }: CarriedResults): ReadFile<unknown>[] {
  const used = new Set<unknown>(drafts.map((draft) => draft.geometry));
  for (const [set, { contours }] of sets.entries()) {
    // The newest set is today's: what is not among today's stations was not asked for.
    if (set === sets.length - 1) continue;
    for (const contour of usedContours[set] ?? []) used.add(contours[contour]?.geometry);
  }
  const communes = new Set(drafts.map((draft) => communeKey(draft.communeCode)));
  const contours = stationFiles.contours.map((file) =>
    withOutside(file, file.content.contours.filter(({ geometry }) => !used.has(geometry)).length),
  );
  const outlines = stationFiles.outlines.map((file) =>
    withOutside(file, file.content.communes.filter(({ code }) => !communes.has(communeKey(code ?? ""))).length),
  );
  const keys = new Set(drafts.map((draft) => draft.key));
  const points = stationFiles.points.map((file) =>
    withOutside(
      file,
      file.content.points.filter(({ communeCode, number }) => !keys.has(stationKey(communeCode, number))).length,
    ),
  );
  return [...contours, ...outlines, ...points];
}

function settleResults(files: readonly ReadFile<ResultTable>[], joins: readonly ElectionJoin[]): ReadFile<unknown>[] {
  const vintageOf = new Map<string, number | null>();
  const outside = new Set<string>();
  for (const join of joins) {
    for (const row of join.outside) outside.add(`${join.electionId}/${stationKey(row.communeCode, row.number)}`);
    for (const row of join.unmatched) {
      vintageOf.set(`${join.electionId}/${stationKey(row.communeCode, row.number)}`, join.contoursVintage);
    }
  }
  return files.map((file) => {
    let outsideCount = 0;
    let lostCount = 0;
    const examples: Sentence[] = [];
    for (const row of file.content.rows) {
      const key = `${row.electionId}/${stationKey(row.communeCode, row.number)}`;
      if (outside.has(key)) outsideCount++;
      const vintage = vintageOf.get(key);
      if (vintage === undefined) continue;
      lostCount++;
      if (examples.length < EXAMPLES_KEPT) {
        const station = `${row.communeCode}_${row.number}`;
        const place = { fr: `${file.facts.file}, ligne ${row.line}`, en: `${file.facts.file}, line ${row.line}` };
        const [de, of] = vintage === null ? ["", ""] : [` de ${vintage}`, ` of ${vintage}`];
        const sentence = {
          fr: `${row.electionId} a le bureau ${station}, que les contours${de} ne dessinent pas`,
          en: `${row.electionId} has station ${station}, which the contours${of} do not draw`,
        };
        examples.push(placed(place, sentence));
      }
    }
    const lost = { reason: "no-contour", count: lostCount, examples };
    return withRejects(withOutside(file, outsideCount), lost);
  });
}

function settleAddresses({ addressFiles }: Inputs, { collected, found }: CarriedResults): ReadFile<unknown>[] {
  const inside = new Set(found.map((address) => address.id));
  const hasPostal = addressFiles.some((file) => file.content.kind === "ban");
  return addressFiles.map((file, index) => {
    const twice = collected.duplicates[index] ?? [];
    const lost = { reason: "duplicate-id", count: twice.length, examples: twice.slice(0, EXAMPLES_KEPT) };
    // Beside postal addresses the roll only lends its counts: its points are no addresses of the territory.
    if (hasPostal && file.content.kind === "reu") return file;
    const outsideCount = file.content.addresses.filter(({ id }) => !inside.has(id)).length;
    return withRejects(withOutside(file, outsideCount), lost);
  });
}

function settleCensus({ censusFiles, censusAreaFiles }: Inputs, { censusAreas }: PlacedContent): ReadFile<unknown>[] {
  const used = new Set(censusAreas);
  const ids = new Set(censusAreas.map((area) => area.id));
  return [
    ...censusAreaFiles.map((file) => withOutside(file, file.content.areas.filter((area) => !used.has(area)).length)),
    ...censusFiles.map((file) => withOutside(file, file.content.rows.filter((row) => !ids.has(row.areaId)).length)),
  ];
}

function withOutside<Content>(file: ReadFile<Content>, count: number): ReadFile<Content> {
  const { accepted, outside } = file.facts;
  return { ...file, facts: { ...file.facts, accepted: accepted - count, outside: outside + count } };
}

function withRejects<Content>(file: ReadFile<Content>, lost: ToldCount): ReadFile<Content> {
  if (lost.count === 0) return file;
  const { accepted, rejected, rejects }: ReadFacts = file.facts;
  return {
    ...file,
    facts: {
      ...file.facts,
      accepted: accepted - lost.count,
      rejected: rejected + lost.count,
      rejects: [...rejects, lost],
    },
  };
}
