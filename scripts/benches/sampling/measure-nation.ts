import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRandom } from "../../../geodata/numbers/random.ts";
import { gapsOfDraws, outcomeVariance } from "../../../geodata/sampling/design-effects.ts";
import { drawCube } from "../../../geodata/sampling/draw-cube.ts";
import { drawWithoutMargins, equallyLikely } from "../../../geodata/sampling/draw-sample.ts";
import { findSpares } from "../../../geodata/sampling/find-spares.ts";
import { largestGap } from "../../../geodata/sampling/margin-gaps.ts";
import { kishFactor } from "../../../geodata/sampling/rake-weights.ts";
import { designSample, type SamplingDesign } from "../../../geodata/sampling/sampling-design.ts";
import { createFrame, type SamplingFrame } from "../../../geodata/sampling/sampling-frame.ts";
import { weighChosen } from "../../../geodata/sampling/weigh-chosen.ts";
import { LISTS, type NationRow, OUTCOMES, readNation } from "./read-nation.ts";
import { gapDigits, threeDigits } from "./three-digits.ts";

const FILE = fileURLToPath(new URL("../../../../shared/data/france/eu2024_lg2024_bv.tsv.gz", import.meta.url));
const COUNT = 200;
const REPETITIONS = 40;
const COMPARED_DRAWS = 1000;
const LARGE = 69_000;
const SPARES = 3;

export async function measureNation(): Promise<object | null> {
  if (!existsSync(FILE)) return null;
  const { rows, leftOut } = await readNation(FILE);
  const frame = frameOf(rows, ["abstention", ...LISTS], (row) => row.before);
  const outcomes = frameOf(rows, [...OUTCOMES, "lg_abstention"], (row) => row.after).margins;
  const design = designSample(frame, COUNT);
  const random = createRandom(1, "bench").next;
  const weightOf = (station: number) => (design.people[station] ?? 0) / (design.probabilities[station] ?? 1);
  const cube = { ...equallyLikely(REPETITIONS, () => drawCube(design, random)), weightOf };
  const proportional = { ...drawWithoutMargins(design, "proportional", COMPARED_DRAWS, random), weightOf };
  const simple = {
    ...drawWithoutMargins(design, "simple", COMPARED_DRAWS, random),
    weightOf: (station: number) => design.people[station] ?? 0,
  };
  const weighted = cube.draws.map((chosen) => weighedSample(frame, design, chosen));
  return {
    stations: rows.length,
    leftOut,
    margins: frame.margins.length,
    count: COUNT,
    largestGap: {
      cube: gapDigits(gapsOfDraws(frame.margins, cube)),
      proportional: gapDigits(gapsOfDraws(frame.margins, proportional)),
      simple: gapDigits(gapsOfDraws(frame.margins, simple)),
    },
    afterWeighting: {
      largestGap: threeDigits(Math.max(...weighted.map(({ gap }) => gap))),
      kish: threeDigits(weighted.reduce((sum, { kish }) => sum + kish, 0) / weighted.length),
    },
    designEffects: outcomes.map((outcome) => {
      const own = outcomeVariance(outcome, cube);
      return {
        outcome: outcome.id,
        versusProportional: threeDigits(own / outcomeVariance(outcome, proportional)),
        versusSimple: threeDigits(own / outcomeVariance(outcome, simple)),
      };
    }),
    large: measureLarge(rows),
  };
}

function weighedSample(frame: SamplingFrame, design: SamplingDesign, chosen: Int32Array) {
  const weights = weighChosen(frame, design, { chosen, probabilities: design.probabilities });
  return {
    gap: largestGap(frame.margins, chosen, weights.after),
    kish: kishFactor(Float64Array.from(chosen, (_, place) => weights.after(place))),
  };
}

/** Everything a sample needs, from the values on: frame, probabilities, draw, weights, spares. */
function measureLarge(rows: readonly NationRow[]): object {
  const many = Array.from({ length: LARGE }, (_, i) => rows[i % rows.length]).filter((row) => row !== undefined);
  const began = performance.now();
  const cpu = process.cpuUsage();
  const frame = frameOf(many, ["abstention", ...LISTS], (row) => row.before);
  const design = designSample(frame, COUNT);
  const chosen = drawCube(design, createRandom(1, "bench").next);
  const weights = weighChosen(frame, design, { chosen, probabilities: design.probabilities });
  findSpares(frame.margins, chosen, weights.ofStations, SPARES);
  const { user, system } = process.cpuUsage(cpu);
  return {
    stations: many.length,
    seconds: threeDigits((performance.now() - began) / 1000),
    processorSeconds: threeDigits((user + system) / 1e6),
    largestGap: threeDigits(largestGap(frame.margins, chosen, weights.before)),
  };
}

function frameOf(
  rows: readonly NationRow[],
  ids: readonly string[],
  valuesOf: (row: NationRow) => readonly number[],
): SamplingFrame {
  const framed = createFrame(
    rows.map(({ registered }, i) => ({ id: String(i), size: registered })),
    ids.map((id, k) => ({ id, label: { fr: id, en: id }, values: rows.map((row) => valuesOf(row)[k] ?? null) })),
  );
  if (framed.ok) return framed.value;
  throw new Error(framed.reason.en);
}
