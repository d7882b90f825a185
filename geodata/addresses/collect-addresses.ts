import Flatbush from "flatbush";
import type { Sentence } from "../../server/contract/refusal.ts";
import { distanceMetres } from "../geometry/position.ts";
import type { SourceAddress, SourceAddresses } from "../readers/addresses-reader.ts";
import { atLine } from "../readers/placed-sentence.ts";
import type { OsmElements } from "../territory/combine-osm.ts";
import { osmAddresses } from "./osm-addresses.ts";
import type { FoundAddress } from "./place-addresses.ts";

export interface CollectedAddresses {
  readonly addresses: readonly FoundAddress[];
  /** Of each address file, in order, the lines whose id another address already has. */
  readonly duplicates: readonly (readonly Sentence[])[];
}

/** A roll address belongs to the nearest postal address within this. */
const SAME_DOOR_METRES = 50;

/**
 * All addresses of a territory: those of the address files; of the electoral roll where that is all there is; of
 * OpenStreetMap where there is no file. With both postal and roll addresses, the roll's counts go to the nearest
 * postal address.
 */
export function collectAddresses(files: readonly SourceAddresses[], osm: OsmElements): CollectedAddresses {
  if (files.length === 0) {
    const addresses = osmAddresses(osm.points, osm.areas);
    const found = addresses.map((address) => ({ ...address, communeCode: "", rollCount: null, stationKey: null }));
    return { addresses: found, duplicates: [] };
  }
  const hasPostal = files.some((file) => file.kind === "ban");
  const seen = new Set<string>();
  const addresses: FoundAddress[] = [];
  const duplicates = files.map((file) => {
    if (hasPostal && file.kind === "reu") return [];
    const twice: Sentence[] = [];
    for (const address of file.addresses) {
      if (seen.has(address.id)) twice.push(atLine(address.line, isThereAlready(address.id)));
      else addresses.push(address);
      seen.add(address.id);
    }
    return twice;
  });
  const roll = hasPostal ? files.filter((file) => file.kind === "reu").flatMap((file) => file.addresses) : [];
  return { addresses: withRollCounts(addresses, roll), duplicates };
}

function isThereAlready(id: string): Sentence {
  return { fr: `l’adresse "${id}" est déjà là`, en: `address "${id}" is there already` };
}

function withRollCounts(addresses: readonly FoundAddress[], roll: readonly SourceAddress[]): readonly FoundAddress[] {
  if (roll.length === 0 || addresses.length === 0) return addresses;
  const tree = new Flatbush(addresses.length);
  for (const { position } of addresses) tree.add(position[0], position[1]);
  tree.finish();
  const counts = new Map<number, number>();
  for (const { position, rollCount } of roll) {
    const [nearest] = tree.neighbors(position[0], position[1], 1);
    const address = nearest === undefined ? undefined : addresses[nearest];
    if (nearest === undefined || address === undefined) continue;
    if (distanceMetres(position, address.position) > SAME_DOOR_METRES) continue;
    counts.set(nearest, (counts.get(nearest) ?? 0) + (rollCount ?? 1));
  }
  return addresses.map((address, index) => ({ ...address, rollCount: counts.get(index) ?? null }));
}
