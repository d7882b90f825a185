import type { PathCommand } from "fontkit";

/** Straight pieces, four numbers each: x and y of both ends. */
export type Outline = Float64Array;

/** Pieces to a curve: at 24 pixels an em, none is off by a hundredth of a pixel. */
const PIECES = 8;

/** The outline of a letter in straight pieces, in pixels. Every contour is closed, whether or not its font says so. */
export function flattenOutline(commands: readonly PathCommand[], pixelsPerUnit: number): Outline {
  const pieces: number[] = [];
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number) => {
    if (toX !== x || toY !== y) pieces.push(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  for (const { command, args } of commands) {
    const [ax = 0, ay = 0, bx = 0, by = 0, cx = 0, cy = 0] = args.map((value) => value * pixelsPerUnit);
    if (command === "moveTo") {
      lineTo(startX, startY);
      [startX, startY, x, y] = [ax, ay, ax, ay];
    } else if (command === "lineTo") {
      lineTo(ax, ay);
    } else if (command === "closePath") {
      lineTo(startX, startY);
    } else {
      // A quadratic curve is a cubic one whose middle points lie at two thirds of the way to its own.
      const isCubic = command === "bezierCurveTo";
      const [fromX, fromY, toX, toY] = isCubic ? [x, y, cx, cy] : [x, y, bx, by];
      const first = isCubic ? [ax, ay] : [fromX + (2 / 3) * (ax - fromX), fromY + (2 / 3) * (ay - fromY)];
      const second = isCubic ? [bx, by] : [toX + (2 / 3) * (ax - toX), toY + (2 / 3) * (ay - toY)];
      for (let piece = 1; piece <= PIECES; piece++) {
        const share = piece / PIECES;
        lineTo(
          cubic(fromX, first[0] ?? 0, second[0] ?? 0, toX, share),
          cubic(fromY, first[1] ?? 0, second[1] ?? 0, toY, share),
        );
      }
    }
  }
  lineTo(startX, startY);
  return Float64Array.from(pieces);
}

function cubic(from: number, first: number, second: number, to: number, share: number): number {
  const rest = 1 - share;
  return rest ** 3 * from + 3 * rest ** 2 * share * first + 3 * rest * share ** 2 * second + share ** 3 * to;
}
