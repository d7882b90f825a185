/**
 * Sets of addresses written briefly: the gaps between their places in the ground's columns, in base 36. Places mean
 * nothing in another version of the territory; an address without a place is written out.
 */
export interface AddressCode {
  readonly gaps: string;
  readonly others: readonly string[];
}

export function encodeAddresses(addressIds: readonly string[], placeOf: ReadonlyMap<string, number>): AddressCode {
  const places: number[] = [];
  const others: string[] = [];
  for (const addressId of addressIds) {
    const place = placeOf.get(addressId);
    if (place === undefined) others.push(addressId);
    else places.push(place);
  }
  places.sort((a, b) => a - b);
  const gaps = places.map((place, index) => (place - (places[index - 1] ?? -1) - 1).toString(36));
  return { gaps: gaps.join("."), others };
}

/** In the order of their places, those without one last. */
export function decodeAddresses(code: AddressCode, addressIds: readonly string[]): string[] {
  const known: string[] = [];
  let place = -1;
  for (const gap of code.gaps === "" ? [] : code.gaps.split(".")) {
    place += Number.parseInt(gap, 36) + 1;
    const addressId = addressIds[place];
    if (addressId !== undefined) known.push(addressId);
  }
  return [...known, ...code.others];
}
