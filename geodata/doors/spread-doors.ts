/**
 * Spreads a number of doors evenly over addresses, in whole doors, at least one each (largest remainder). Addresses
 * earlier in the list get the odd doors, spread along the list rather than bunched at its beginning.
 */
export function spreadDoors(doors: number, addresses: number): number[] {
  if (addresses === 0) return [];
  const total = Math.max(addresses, Math.round(doors));
  return Array.from({ length: addresses }, (_, position) => {
    const before = Math.floor((position * total) / addresses);
    const after = Math.floor(((position + 1) * total) / addresses);
    return after - before;
  });
}
