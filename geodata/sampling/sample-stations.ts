import type { SampleReport, SampleRequest } from "../../server/contract/sample.ts";
import type { Side } from "../../server/contract/scores.ts";
import { createRandom } from "../numbers/random.ts";
import type { Station } from "../territory/territory.ts";
import { compareDraws } from "./compare-draws.ts";
import { describeMargin, describeOutcome, describeStations } from "./describe-sample.ts";
import { gapsOfDraws } from "./design-effects.ts";
import { drawSample } from "./draw-sample.ts";
import { largestGap } from "./margin-gaps.ts";
import { kishFactor } from "./rake-weights.ts";
import { sampleNotes } from "./sample-words.ts";
import { designSample } from "./sampling-design.ts";
import type { Checked, Margin, Reference, SamplingFrame } from "./sampling-frame.ts";
import { frameOfStations, stationsToChooseFrom } from "./territory-frame.ts";
import { chooseMargins, type KnownMargin, type SampledTerritory, territoryMargins } from "./territory-margins.ts";
import { weighChosen } from "./weigh-chosen.ts";

/** Whom the sample should resemble. */
export interface SampleReference {
  /** What people read: the name of the file. */
  readonly name: string;
  /** By id of a margin. */
  readonly margins: ReadonlyMap<string, Reference>;
  /** Margins that it names and the territory does not have. */
  readonly unknown: readonly string[];
}

export interface SampleChoices {
  /** Votes by the sides of a campaign; by political family when null. */
  readonly sides: Readonly<Record<string, Side>> | null;
  /** The territory itself when null. */
  readonly reference: SampleReference | null;
}

/** Votes to judge the draw by that it did not look at. */
const MOST_OUTCOMES = 6;

/**
 * Chooses representative stations: with probabilities proportional to registered voters, balanced on the margins, then
 * weighted until the margins agree as far as bounded weights allow. The same seed gives the same stations.
 * Refuses what no sample can be drawn from, in words: more stations than there are, no margin, unknown names.
 */
export function sampleStations(
  territory: SampledTerritory,
  request: SampleRequest,
  { sides, reference }: SampleChoices = { sides: null, reference: null },
): Checked<SampleReport> {
  const known = territoryMargins(territory, sides);
  const names = request.margins ?? (reference ? marginsOfReference(known, reference) : null);
  const chosenMargins = chooseMargins(known, names);
  if (!chosenMargins.ok) return chosenMargins;
  const stations = stationsToChooseFrom(territory);
  if (stations.length === 0) return { ok: false, reason: NO_STATION };
  const framed = frameOfStations(stations, chosenMargins.value, reference?.margins);
  if (!framed.ok) return framed;
  const frame = framed.value;
  const problem = problemOfRequest(request, frame);
  if (problem) return { ok: false, reason: problem };

  const random = createRandom(request.seed, "sample");
  const design = designSample(frame, request.count);
  const drawn = drawSample(design, random.fork("draw").next);
  const weights = weighChosen(frame, design, drawn);
  const outcomes = heldOut(stations, known, chosenMargins.value);
  const compared = compareDraws(design, drawn, random.fork("comparison").next);
  const canBeChosen = new Set(stations);
  const excluded = territory.stations().filter((station) => !canBeChosen.has(station));
  const largest = (weight: (place: number) => number) => largestGap(frame.margins, drawn.chosen, weight);
  const report = {
    version: 1 as const,
    territory: { name: territory.summary.name, version: territory.summary.version },
    request,
    reference: reference?.name ?? "territory",
    design: {
      method: drawn.method,
      draws: drawn.possible?.draws.length ?? 0,
      probabilityDeviation: drawn.probabilityDeviation,
    },
    margins: frame.margins.map((margin) => describeMargin(margin, drawn, weights)),
    largestGap: { before: largest(weights.before), after: largest(weights.after) },
    expected: {
      design: compared.design ? gapsOfDraws(frame.margins, compared.design) : null,
      proportional: gapsOfDraws(frame.margins, compared.proportional),
      simple: gapsOfDraws(frame.margins, compared.simple),
    },
    kish: {
      before: kishFactor(Float64Array.from(drawn.chosen, (_, place) => weights.before(place))),
      after: kishFactor(Float64Array.from(drawn.chosen, (_, place) => weights.after(place))),
    },
    outcomes: outcomes.flatMap((outcome) => describeOutcome(outcome, compared)),
    stations: describeStations(stations, frame, design, drawn, weights, request.spares),
    leftOut: [
      ...frame.leftOut.map(({ id, reason }) => ({ marginId: id, reason })),
      ...(reference?.unknown ?? []).map((marginId) => ({ marginId, reason: NOT_HERE })),
    ],
    excluded: excluded.map(({ id }) => ({ stationId: id, reason: NO_REGISTERED })),
  };
  return { ok: true, value: { ...report, notes: sampleNotes(report, design.reachGap) } };
}

/** The usual margins that the reference knows; all that it names when these are none. */
function marginsOfReference(known: readonly KnownMargin[], { margins }: SampleReference): readonly string[] {
  const usual = known.filter(({ id, isDefault }) => isDefault && margins.has(id)).map(({ id }) => id);
  return usual.length > 0 ? usual : [...margins.keys()];
}

function problemOfRequest({ count }: SampleRequest, { sizes, margins, leftOut }: SamplingFrame) {
  if (count > sizes.length) {
    return {
      fr: `${count} bureaux sont demandés, il y en a ${sizes.length} avec des inscrits.`,
      en: `${count} stations are asked for; there are ${sizes.length} with registered voters.`,
    };
  }
  if (margins.length > 0) return null;
  const [first] = leftOut;
  if (first) {
    return {
      fr: `Aucune marge ne peut être équilibrée (${first.id} : ${first.reason.fr}).`,
      en: `No margin can be balanced (${first.id}: ${first.reason.en}).`,
    };
  }
  return {
    fr: "Ce territoire n’a ni recensement ni résultats classés : il n’y a rien à équilibrer.",
    en: "This territory has neither census nor classed results: there is nothing to balance on.",
  };
}

/** Telling votes of the latest round that no margin looks at. */
function heldOut(
  stations: readonly Station[],
  known: readonly KnownMargin[],
  chosen: readonly KnownMargin[],
): readonly Margin[] {
  const looked = new Set(chosen.map(({ electionId }) => electionId));
  const votes = known.filter(
    ({ electionId, isTelling }) => isTelling && electionId !== null && !looked.has(electionId),
  );
  const outcomes = votes.filter(({ electionId }) => electionId === votes[0]?.electionId).slice(0, MOST_OUTCOMES);
  const framed = frameOfStations(stations, outcomes);
  return framed.ok ? framed.value.margins : [];
}

const NO_STATION = {
  fr: "Aucun bureau de ce territoire n’a d’inscrits connus : il n’y a rien à tirer.",
  en: "No station of this territory has known registered voters: there is nothing to choose from.",
};
const NOT_HERE = { fr: "ce territoire ne l’a pas", en: "not in this territory" };
const NO_REGISTERED = {
  fr: "Pas d’inscrits connus pour ce bureau.",
  en: "No registered voters are known for this station.",
};
