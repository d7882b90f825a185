import { type BoundingBox, boxAround, type Position } from "../../geodata/geometry/position.ts";

/** A rectangle on paper, in points (1/72 inch), y downwards. */
export interface PaperBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Maps positions onto a paper rectangle, north up, one scale in both directions. */
export interface MapFrame {
  readonly paper: PaperBox;
  /** What the rectangle shows. */
  readonly box: BoundingBox;
  readonly pointsPerMetre: number;
  toPaper(position: Position): readonly [x: number, y: number];
}

/** A map of a single door still shows its surroundings. */
const SMALLEST_SPAN_METRES = 240;
const MARGIN = 0.08;

/** Frames the positions with a margin. Throws RangeError without positions. */
export function frameAround(positions: readonly Position[], paper: PaperBox): MapFrame {
  const [west, south, east, north] = boxAround(positions);
  const middle: Position = [(west + east) / 2, (south + north) / 2];
  const metresPerLatitude = 111_195.08;
  const metresPerLongitude = metresPerLatitude * Math.cos((middle[1] * Math.PI) / 180);
  const spanX = Math.max(SMALLEST_SPAN_METRES, (east - west) * metresPerLongitude) * (1 + 2 * MARGIN);
  const spanY = Math.max(SMALLEST_SPAN_METRES, (north - south) * metresPerLatitude) * (1 + 2 * MARGIN);
  const pointsPerMetre = Math.min(paper.width / spanX, paper.height / spanY);
  const halfWidth = paper.width / pointsPerMetre / 2 / metresPerLongitude;
  const halfHeight = paper.height / pointsPerMetre / 2 / metresPerLatitude;
  return {
    paper,
    pointsPerMetre,
    box: [middle[0] - halfWidth, middle[1] - halfHeight, middle[0] + halfWidth, middle[1] + halfHeight],
    toPaper: ([longitude, latitude]) => [
      paper.x + paper.width / 2 + (longitude - middle[0]) * metresPerLongitude * pointsPerMetre,
      paper.y + paper.height / 2 - (latitude - middle[1]) * metresPerLatitude * pointsPerMetre,
    ],
  };
}
