import type { Territory } from "../../geodata/territory/territory.ts";

/** Where addresses are, and what they are called: those that the territory still has, by id. */
export type AddressPlaces = Readonly<
  Record<string, { readonly address: string; readonly position: readonly [number, number] }>
>;

export function addressPlaces(
  territory: Pick<Territory, "addressesById">,
  { addressIds }: { readonly addressIds: readonly string[] },
): AddressPlaces {
  return Object.fromEntries(
    territory
      .addressesById(addressIds)
      .map(({ id, number, street, position }) => [
        id,
        { address: `${number} ${street}`.trim(), position: [position[0], position[1]] },
      ]),
  );
}
