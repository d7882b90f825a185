import { type BoundingBox, METRES_PER_DEGREE } from "./position.ts";

/** The box, wider by so many metres on every side. */
export function growBox([west, south, east, north]: BoundingBox, metres: number): BoundingBox {
  const up = metres / METRES_PER_DEGREE;
  const side = up / Math.cos((((south + north) / 2) * Math.PI) / 180);
  return [west - side, south - up, east + side, north + up];
}

/** The smallest box around all boxes, null when there are none. */
export function unionOfBoxes(boxes: readonly BoundingBox[]): BoundingBox | null {
  if (boxes.length === 0) return null;
  return boxes.reduce((whole, box) => [
    Math.min(whole[0], box[0]),
    Math.min(whole[1], box[1]),
    Math.max(whole[2], box[2]),
    Math.max(whole[3], box[3]),
  ]);
}

/** The part that two boxes share, null when they are apart. */
export function commonBox(a: BoundingBox, b: BoundingBox): BoundingBox | null {
  const box: BoundingBox = [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return box[0] <= box[2] && box[1] <= box[3] ? box : null;
}

export function doBoxesMeet(a: BoundingBox, b: BoundingBox): boolean {
  return commonBox(a, b) !== null;
}
