import { distanceMetres, type Position } from "../../../geodata/geometry/position.ts";
import { createRandom } from "../../../geodata/numbers/random.ts";
import { layOutGraph } from "../../../geodata/street-graph/lay-out-graph.ts";
import type { SlopedPiece } from "../../../geodata/street-graph/measure-slopes.ts";
import type { StreetClass, StreetGraph } from "../../../geodata/street-graph/street-graph.ts";
import { effortPerMetre } from "../../../geodata/street-graph/walking-effort.ts";

/**
 * An invented city without names, for measuring on more streets than any territory at hand has: an uneven grid of
 * blocks of about 65 metres on hills, one street in eight missing, yards that lead nowhere, a big road every 16 blocks.
 * With 500 columns and rows it has about a million arcs, as Paris with its suburbs.
 */
export function drawCity(columns: number, rows: number): StreetGraph {
  const random = createRandom(7, "city");
  const positions = new Map<number, Position>();
  const elevations = new Map<number, number>();
  const addNode = (key: number, position: Position): void => {
    positions.set(key, position);
    elevations.set(key, elevationAt(position));
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const shift = (): number => (random.next() - 0.5) * 0.6;
      addNode(row * columns + column, onGrid(column + shift(), row + shift()));
    }
  }
  const pieces: SlopedPiece[] = [];
  const add = (from: number, to: number, streetClass: StreetClass): void => {
    const [start, end] = [positions.get(from), positions.get(to)];
    if (start !== undefined && end !== undefined) {
      pieces.push(pieceBetween(from, to, [start, end], streetClass, elevations, pieces.length));
    }
  };
  for (let node = 0; node < columns * rows; node++) {
    const [column, row] = [node % columns, Math.floor(node / columns)];
    if (column < columns - 1 && random.next() > 0.125) add(node, node + 1, classOfLine(row));
    if (row < rows - 1 && random.next() > 0.125) add(node, node + columns, classOfLine(column));
    if (random.next() < 0.25) {
      addNode(-node - 1, onGrid(column + random.next() * 0.4, row + random.next() * 0.4));
      add(node, -node - 1, "footway");
    }
  }
  return layOutGraph(pieces, elevations);
}

const BLOCK_DEGREES = { east: 0.00089, north: 0.000585 };

function onGrid(column: number, row: number): Position {
  return [2.2 + column * BLOCK_DEGREES.east, 48.7 + row * BLOCK_DEGREES.north];
}

/** Hills of up to 60 metres, two kilometres from one to the next. */
function elevationAt([longitude, latitude]: Position): number {
  return (
    60 + 35 * Math.sin(longitude * 230) * Math.cos(latitude * 310) + 25 * Math.sin(longitude * 90 + latitude * 120)
  );
}

function classOfLine(line: number): StreetClass {
  if (line % 48 === 0) return "primary";
  return line % 16 === 0 ? "secondary" : "residential";
}

function pieceBetween(
  from: number,
  to: number,
  positions: readonly [Position, Position],
  streetClass: StreetClass,
  elevations: ReadonlyMap<number, number>,
  index: number,
): SlopedPiece {
  const lengthMetres = distanceMetres(positions[0], positions[1]);
  const slope = ((elevations.get(to) ?? 0) - (elevations.get(from) ?? 0)) / lengthMetres;
  return {
    from,
    to,
    positions,
    streetClass,
    flags: 0,
    name: "",
    wayId: index + 1,
    lengthMetres,
    effortForward: lengthMetres * effortPerMetre(slope, false),
    effortBackward: lengthMetres * effortPerMetre(-slope, false),
  };
}
