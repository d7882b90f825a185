import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import type { OsrmClient } from "./osrm-client.ts";
import { notCovered, RouterFault } from "./router-fault.ts";

/** Requests under way at once: a plan must not crowd out the other users of a server. */
const AT_ONCE = 4;
/** A place whose nearest street on the server's map is farther away is not on that map. */
export const COVERED_METRES = 500;

interface Block {
  readonly firstRow: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly columns: number;
}

/**
 * Seconds between all positions, row by row, at the pace of the server's profile; Infinity where there is no way or
 * where a position is not on its map. The table comes in blocks of `tableSize` rows and columns; when the server finds
 * one too big, all that are left are cut in halves. Throws the RouterFault of the first block that fails for good.
 */
export async function fetchDurations(
  client: Pick<OsrmClient, "table">,
  positions: readonly Position[],
  tableSize: number,
): Promise<Float32Array> {
  const count = positions.length;
  const table = new Float32Array(count * count).fill(Infinity);
  for (let at = 0; at < count; at++) table[at * count + at] = 0;
  if (count < 2) return table;
  const blocks: Block[] = [{ firstRow: 0, rows: count, firstColumn: 0, columns: count }];
  let largest = tableSize;
  const covered = new Uint8Array(count);

  const fetchBlock = async (block: Block): Promise<void> => {
    const sources = positions.slice(block.firstRow, block.firstRow + block.rows);
    const destinations = positions.slice(block.firstColumn, block.firstColumn + block.columns);
    const answer = await client.table(sources, destinations);
    const isOnMap = (asked: Position | undefined, snapped: { readonly location: Position } | undefined): boolean =>
      !asked || !snapped || distanceMetres(asked, snapped.location) <= COVERED_METRES;
    const columnsOnMap = destinations.map((position, at) => isOnMap(position, answer.destinations?.[at]));
    answer.durations.forEach((row, at) => {
      if (!isOnMap(sources[at], answer.sources?.[at])) return;
      const from = block.firstRow + at;
      covered[from] = 1;
      row.forEach((seconds, column) => {
        const to = block.firstColumn + column;
        if (from !== to && seconds !== null && columnsOnMap[column]) table[from * count + to] = seconds;
      });
    });
  };

  const work = async (): Promise<void> => {
    for (let block = blocks.pop(); block !== undefined; block = blocks.pop()) {
      const size = Math.max(block.rows, block.columns);
      if (size > largest) {
        blocks.push(...cut(block, largest));
        continue;
      }
      try {
        await fetchBlock(block);
      } catch (error) {
        if (!(error instanceof RouterFault && error.code === "too-big") || size === 1) throw error;
        largest = Math.min(largest, Math.ceil(size / 2));
        blocks.push(block);
        // Its halves are for all workers, of whom those that found nothing to do have gone home.
        return;
      }
    }
  };
  while (blocks.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work));

  const [first] = positions;
  if (first !== undefined && !covered.includes(1)) throw notCovered(first, COVERED_METRES);
  return table;
}

/** Cuts a block into blocks of about the same size, none over `size` rows or columns. */
function cut(block: Block, size: number): Block[] {
  const rows = shares(block.firstRow, block.rows, size);
  const columns = shares(block.firstColumn, block.columns, size);
  return rows.flatMap((row) =>
    columns.map((column) => ({
      firstRow: row.first,
      rows: row.count,
      firstColumn: column.first,
      columns: column.count,
    })),
  );
}

function shares(first: number, count: number, size: number): { readonly first: number; readonly count: number }[] {
  const parts = Math.ceil(count / size);
  const edges = Array.from({ length: parts + 1 }, (_, part) => first + Math.round((count * part) / parts));
  return edges.slice(1).map((end, part) => ({ first: edges[part] ?? first, count: end - (edges[part] ?? first) }));
}
