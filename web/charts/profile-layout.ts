export interface ProfileLayout {
  /** SVG paths in a box of `width` × `height`. */
  readonly line: string;
  readonly area: string;
  /** Metres. */
  readonly low: number;
  readonly high: number;
  /** Where the highest point is drawn, from the top of the box. */
  readonly highY: number;
}

/** A town of ten metres of relief must not look like the Alps: the vertical scale never spans less than this. */
const LEAST_SPAN_METRES = 25;

/** Lays a profile of `[metres from the start, elevation]` out in a box. */
export function layOutProfile(
  profile: readonly (readonly [number, number])[],
  width: number,
  height: number,
): ProfileLayout {
  const elevations = profile.map(([, elevation]) => elevation);
  const low = elevations.reduce((least, one) => Math.min(least, one), Infinity);
  const high = elevations.reduce((most, one) => Math.max(most, one), -Infinity);
  const last = profile.at(-1)?.[0] ?? 0;
  const [top, bottom] = [14, height - 16];
  if (profile.length < 2 || last <= 0)
    return { line: "", area: "", low: low === Infinity ? 0 : low, high: high === -Infinity ? 0 : high, highY: top };

  const span = Math.max(high - low, LEAST_SPAN_METRES);
  const drawnAt = (elevation: number) => bottom - ((elevation - low) / span) * (bottom - top);
  const points = profile.map(([along, elevation]) => {
    const x = (along / last) * width;
    return `${x.toFixed(1)} ${drawnAt(elevation).toFixed(1)}`;
  });
  const line = `M${points.join("L")}`;
  return { line, area: `${line}L${width} ${height}L0 ${height}Z`, low, high, highY: drawnAt(high) };
}
