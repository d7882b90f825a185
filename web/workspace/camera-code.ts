/** Where a map stands. */
export interface Camera {
  readonly longitude: number;
  readonly latitude: number;
  readonly zoom: number;
}

/** "2.36000,48.86000,14.50": to a metre and a hundredth of a zoom, which no eye tells apart. */
export function encodeCamera(camera: Camera): string {
  return `${camera.longitude.toFixed(5)},${camera.latitude.toFixed(5)},${camera.zoom.toFixed(2)}`;
}

/** Null for what is no place on a map. */
export function decodeCamera(text: string | null): Camera | null {
  const [longitude, latitude, zoom, ...rest] = (text ?? "")
    .split(",")
    .map((one) => (one.trim() === "" ? Number.NaN : Number(one)));
  if (longitude === undefined || latitude === undefined || zoom === undefined || rest.length > 0) return null;
  const isReadable = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && zoom >= 0 && zoom <= 24;
  return isReadable ? { longitude, latitude, zoom } : null;
}
