import { createRandom } from "../../../geodata/numbers/random.ts";
import { designSample, type SamplingDesign } from "../../../geodata/sampling/sampling-design.ts";
import { createFrame, type MarginColumn, type SamplingFrame } from "../../../geodata/sampling/sampling-frame.ts";

export function column(id: string, values: readonly (number | null)[], reference?: MarginColumn["reference"]) {
  return { id, label: { fr: id, en: id }, values, ...(reference ? { reference } : {}) };
}

/** A frame of stations of 500 to 1500 people, with margins drawn from a normal distribution. */
export function makeFrame(stationCount: number, marginCount: number, seed = 1): SamplingFrame {
  const random = createRandom(seed, "sampling fixture");
  const stations = Array.from({ length: stationCount }, (_, i) => ({ id: `s${i}`, size: random.whole(500, 1500) }));
  const columns = Array.from({ length: marginCount }, (_, k) =>
    column(
      `m${k}`,
      stations.map(() => random.normal()),
    ),
  );
  return frameOf(stations, columns);
}

export function frameOf(
  stations: readonly { readonly id: string; readonly size: number }[],
  columns: readonly MarginColumn[],
): SamplingFrame {
  const framed = createFrame(stations, columns);
  if (!framed.ok) throw new Error(framed.reason.en);
  return framed.value;
}

export function makeDesign(stationCount: number, marginCount: number, count: number): SamplingDesign {
  return designSample(makeFrame(stationCount, marginCount), count);
}

/** How often each station came up in `draws` draws. */
export function frequencies(stationCount: number, draws: number, draw: () => Int32Array): Float64Array {
  const counts = new Float64Array(stationCount);
  for (let j = 0; j < draws; j++) for (const station of draw()) counts[station] = (counts[station] ?? 0) + 1 / draws;
  return counts;
}

/** Largest distance of a frequency from its probability, in standard errors. */
export function largestError(frequency: Float64Array, probabilities: Float64Array, draws: number): number {
  return Math.max(
    ...probabilities.map((p, i) => {
      const distance = Math.abs((frequency[i] ?? 0) - p);
      return distance < 1e-12 ? 0 : distance / Math.sqrt((p * (1 - p)) / draws);
    }),
  );
}
