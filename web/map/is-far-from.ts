type Box = readonly [west: number, south: number, east: number, north: number];

/** Whether a map would show nothing of the box: a link of another territory, or one that somebody wrote. */
export function isFarFrom(
  [west, south, east, north]: Box,
  { longitude, latitude }: { readonly longitude: number; readonly latitude: number },
): boolean {
  const [width, height] = [east - west, north - south];
  const isNear = (value: number, low: number, high: number, size: number) =>
    value >= low - size && value <= high + size;
  return !(isNear(longitude, west, east, width) && isNear(latitude, south, north, height));
}
