import type { StreetGraph } from "./street-graph.ts";

const FORMAT = "arpent-street-graph-1";

const COLUMNS = {
  nodeLongitude: Float64Array,
  nodeLatitude: Float64Array,
  nodeElevation: Float32Array,
  nodeComponent: Uint32Array,
  pieceFrom: Uint32Array,
  pieceTo: Uint32Array,
  pieceLengthMetres: Float64Array,
  pieceEffortForward: Float64Array,
  pieceEffortBackward: Float64Array,
  pieceClass: Uint8Array,
  pieceFlags: Uint8Array,
  pieceName: Uint32Array,
  pieceWayId: Float64Array,
  shapeStart: Uint32Array,
  shapeLongitude: Float64Array,
  shapeLatitude: Float64Array,
  arcStart: Uint32Array,
  arcPiece: Uint32Array,
  arcTarget: Uint32Array,
} as const;
type ColumnName = keyof typeof COLUMNS;

interface Header {
  readonly format: string;
  readonly nodeCount: number;
  readonly pieceCount: number;
  readonly columns: Readonly<Record<ColumnName, { readonly byteOffset: number; readonly length: number }>>;
  readonly names: readonly string[];
}

/**
 * Lays a street graph out in one buffer: length of the header (uint32, little endian), header as JSON, then the
 * columns, each aligned on 8 bytes. Typed arrays are stored in the byte order of the machine, little endian on
 * every platform Node supports.
 */
export function packStreetGraph(graph: StreetGraph): Uint8Array {
  const names = Object.keys(COLUMNS) as ColumnName[];
  let byteOffset = 0;
  const columns = {} as Record<ColumnName, { byteOffset: number; length: number }>;
  for (const name of names) {
    columns[name] = { byteOffset, length: graph[name].length };
    byteOffset = align(byteOffset + graph[name].byteLength);
  }
  const header: Header = {
    format: FORMAT,
    nodeCount: graph.nodeCount,
    pieceCount: graph.pieceCount,
    columns,
    names: graph.names,
  };
  const headerBytes = new TextEncoder().encode(JSON.stringify(header));
  const bodyOffset = align(4 + headerBytes.length);
  const bytes = new Uint8Array(bodyOffset + byteOffset);
  new DataView(bytes.buffer).setUint32(0, headerBytes.length, true);
  bytes.set(headerBytes, 4);
  for (const name of names) {
    const column = graph[name];
    bytes.set(
      new Uint8Array(column.buffer, column.byteOffset, column.byteLength),
      bodyOffset + columns[name].byteOffset,
    );
  }
  return bytes;
}

/**
 * Opens a packed graph in place: the columns are views on `buffer`, which must start at the packed bytes.
 * Throws when the buffer is not a packed street graph of this version.
 */
export function openStreetGraph(buffer: ArrayBuffer | SharedArrayBuffer): StreetGraph {
  const headerLength = buffer.byteLength >= 4 ? new DataView(buffer).getUint32(0, true) : 0;
  if (headerLength === 0 || 4 + headerLength > buffer.byteLength) throw notAGraph("its header is cut off");
  const header = parseHeader(new TextDecoder().decode(new Uint8Array(buffer).slice(4, 4 + headerLength)));
  const bodyOffset = align(4 + headerLength);
  const columns = {} as Record<ColumnName, unknown>;
  for (const name of Object.keys(COLUMNS) as ColumnName[]) {
    const { byteOffset, length } = header.columns[name];
    const Column = COLUMNS[name];
    if (bodyOffset + byteOffset + length * Column.BYTES_PER_ELEMENT > buffer.byteLength) {
      throw notAGraph(`column ${name} is cut off`);
    }
    columns[name] = new Column(buffer as ArrayBuffer, bodyOffset + byteOffset, length);
  }
  return {
    nodeCount: header.nodeCount,
    pieceCount: header.pieceCount,
    names: header.names,
    ...(columns as Pick<StreetGraph, ColumnName>),
  };
}

function parseHeader(text: string): Header {
  let header: Header;
  try {
    header = JSON.parse(text) as Header;
  } catch {
    throw notAGraph("its header is not JSON");
  }
  if (header.format !== FORMAT) throw notAGraph(`its format is "${header.format}", expected "${FORMAT}"`);
  return header;
}

function notAGraph(why: string): Error {
  return new Error(`This is not a street graph that this version can open: ${why}. Build the territory again.`);
}

function align(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
