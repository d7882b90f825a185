import type { Sentence } from "../../server/contract/refusal.ts";
import { frameOfStations, stationsToChooseFrom } from "./territory-frame.ts";
import type { KnownMargin, SampledTerritory } from "./territory-margins.ts";

/** One margin of a territory, as it can serve as the reference of another. */
export interface MarginDescription {
  readonly id: string;
  readonly label: Sentence;
  readonly isDefault: boolean;
  readonly mean: number;
  readonly deviation: number;
  readonly knownShare: number;
}

/** Mean and deviation of the given margins, by registered voters. Margins that cannot be balanced are passed over. */
export function describeMargins(
  territory: Pick<SampledTerritory, "stations">,
  known: readonly KnownMargin[],
): readonly MarginDescription[] {
  const isDefault = new Map(known.map((margin) => [margin.id, margin.isDefault]));
  const frame = frameOfStations(stationsToChooseFrom(territory), known);
  if (!frame.ok) return [];
  return frame.value.margins.map(({ id, label, mean, deviation, knownShare }) => ({
    id,
    label,
    isDefault: isDefault.get(id) ?? false,
    mean,
    deviation,
    knownShare,
  }));
}
