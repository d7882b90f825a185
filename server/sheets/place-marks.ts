/** Where the number of a stop is drawn, and whether a line leads to its true place. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly isMoved: boolean;
}

const RINGS = [1, 1.6, 2.3, 3.1, 4];
const DIRECTIONS = 12;

/**
 * Places round marks of the given radius so that they do not cover each other: each stays where it belongs when
 * there is room, else goes to the nearest free place on rings around it. Where there is none, it stays and overlaps.
 * Greedy in the given order, O(n²) for the few dozen stops of a sheet.
 */
export function placeMarks(
  places: readonly (readonly [x: number, y: number])[],
  radius: number,
  frame: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): readonly Mark[] {
  const placed: Mark[] = [];
  const isFree = (x: number, y: number) =>
    x >= frame.x + radius &&
    x <= frame.x + frame.width - radius &&
    y >= frame.y + radius &&
    y <= frame.y + frame.height - radius &&
    placed.every((mark) => Math.hypot(mark.x - x, mark.y - y) >= 2 * radius);
  for (const [x, y] of places) {
    placed.push(
      isFree(x, y) ? { x, y, isMoved: false } : (freePlace(x, y, radius, isFree) ?? { x, y, isMoved: false }),
    );
  }
  return placed;
}

function freePlace(x: number, y: number, radius: number, isFree: (x: number, y: number) => boolean): Mark | null {
  for (const ring of RINGS) {
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      const angle = (2 * Math.PI * direction) / DIRECTIONS;
      const candidateX = x + Math.cos(angle) * ring * 2 * radius;
      const candidateY = y + Math.sin(angle) * ring * 2 * radius;
      if (isFree(candidateX, candidateY)) return { x: candidateX, y: candidateY, isMoved: true };
    }
  }
  return null;
}
