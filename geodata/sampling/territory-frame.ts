import type { Station, Territory } from "../territory/territory.ts";
import { type Checked, createFrame, type Reference, type SamplingFrame } from "./sampling-frame.ts";
import type { KnownMargin } from "./territory-margins.ts";

/** Stations that can be chosen: those with registered voters. */
export function stationsToChooseFrom(territory: Pick<Territory, "stations">): readonly Station[] {
  return territory.stations().filter(({ registered }) => registered !== null && registered > 0);
}

/**
 * The frame of these stations and margins, sizes being registered voters.
 *
 * @param references whom to resemble, by id of a margin; the stations themselves where there is none
 */
export function frameOfStations(
  stations: readonly Station[],
  margins: readonly KnownMargin[],
  references: ReadonlyMap<string, Reference> = new Map(),
): Checked<SamplingFrame> {
  return createFrame(
    stations.map(({ id, registered }) => ({ id, size: registered ?? 0 })),
    margins.map((margin) => {
      const values = margin.values();
      return {
        id: margin.id,
        label: margin.label,
        values: stations.map(({ index }) => values[index] ?? null),
        reference: references.get(margin.id),
      };
    }),
  );
}
