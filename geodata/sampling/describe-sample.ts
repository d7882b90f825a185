import type { SampleReport } from "../../server/contract/sample.ts";
import type { Station } from "../territory/territory.ts";
import type { ComparedDraws } from "./compare-draws.ts";
import { outcomeVariance } from "./design-effects.ts";
import type { DrawnSample } from "./draw-sample.ts";
import { findSpares } from "./find-spares.ts";
import { marginGap } from "./margin-gaps.ts";
import type { SamplingDesign } from "./sampling-design.ts";
import type { Margin, SamplingFrame } from "./sampling-frame.ts";
import type { ChosenWeights } from "./weigh-chosen.ts";

/** What a margin is, and how far the chosen stations are from it. */
export function describeMargin(
  margin: Margin,
  { chosen }: DrawnSample,
  weights: ChosenWeights,
): SampleReport["margins"][number] {
  const gapBefore = orNull(marginGap(margin, chosen, weights.before));
  const gapAfter = orNull(marginGap(margin, chosen, weights.after));
  const known = chosen.reduce(
    (sum, station, place) =>
      sum + (Number.isNaN(margin.standardised[station] ?? Number.NaN) ? 0 : weights.before(place)),
    0,
  );
  const toMean = (gap: number | null) => (gap === null ? null : margin.mean + gap * margin.deviation);
  return {
    id: margin.id,
    label: margin.label,
    referenceMean: margin.mean,
    deviation: margin.deviation,
    territoryMean: margin.frameMean,
    knownShare: Math.min(1, margin.knownShare),
    sampleKnownShare: Math.min(1, known / chosen.length),
    gapBefore,
    gapAfter,
    meanBefore: toMean(gapBefore),
    meanAfter: toMean(gapAfter),
  };
}

function orNull(gap: number): number | null {
  return Number.isNaN(gap) ? null : gap;
}

/** Variance of votes that the draw did not look at; nothing where it cannot be known. */
export function describeOutcome(
  outcome: Margin,
  { design, proportional, simple }: ComparedDraws,
): SampleReport["outcomes"] {
  if (!design) return [];
  const own = outcomeVariance(outcome, design);
  const versusProportional = own / outcomeVariance(outcome, proportional);
  const versusSimple = own / outcomeVariance(outcome, simple);
  if (!Number.isFinite(versusProportional) || !Number.isFinite(versusSimple)) return [];
  return [{ id: outcome.id, label: outcome.label, versusProportional, versusSimple }];
}

/** The chosen stations with what they count and who could stand in. */
export function describeStations(
  stations: readonly Station[],
  { margins }: SamplingFrame,
  design: SamplingDesign,
  { chosen, probabilities }: DrawnSample,
  weights: ChosenWeights,
  sparesPerStation: number,
): SampleReport["stations"] {
  const spares = findSpares(margins, chosen, weights.ofStations, sparesPerStation);
  return [...chosen].flatMap((at, place) => {
    const station = stations[at];
    if (!station) return [];
    return {
      ...named(station),
      registered: Math.round(station.registered ?? 0),
      probability: design.probabilities[at] === 1 ? 1 : (probabilities[at] ?? 0),
      weight: weights.after(place),
      spares: (spares[place] ?? []).flatMap(({ station: spareAt, largestGap: gap }) => {
        const spare = stations[spareAt];
        return spare ? [{ ...named(spare), largestGap: gap }] : [];
      }),
    };
  });
}

function named({ index, id, name, communeName }: Station) {
  return { stationIndex: index, stationId: id, name, communeName };
}
