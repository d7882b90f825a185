import type { PbfReader } from "pbf";
import { isKeptKey, isPointKey, isWayKey } from "./osm-interest.ts";

/** Texts of a block, decoded when first asked for. */
export interface StringTable {
  text(index: number): string;
  isPointKey(index: number): boolean;
  isWayKey(index: number): boolean;
  isKept(index: number): boolean;
}

const POINT_KEY = 1;
const WAY_KEY = 2;
const KEPT = 4;
const KNOWN = 8;

/** Reads the table of texts that begins here. */
export function readStrings(bytes: Uint8Array, pbf: PbfReader): StringTable {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const starts: number[] = [];
  const ends: number[] = [];
  const end = messageEnd(pbf);
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field !== 1) continue;
    const textEnd = messageEnd(pbf);
    starts.push(pbf.pos);
    ends.push(textEnd);
    pbf.pos = textEnd;
  }
  const texts: (string | undefined)[] = new Array(starts.length);
  const flags = new Uint8Array(starts.length);

  function text(index: number): string {
    const start = starts[index];
    if (start === undefined) throw new RangeError(`text ${index} of ${starts.length} is asked for`);
    const known = texts[index] ?? source.toString("utf8", start, ends[index]);
    texts[index] = known;
    return known;
  }
  function hasFlag(index: number, flag: number): boolean {
    if (flags[index] === 0) {
      const key = text(index);
      flags[index] =
        KNOWN | (isPointKey(key) ? POINT_KEY : 0) | (isWayKey(key) ? WAY_KEY : 0) | (isKeptKey(key) ? KEPT : 0);
    }
    return ((flags[index] ?? 0) & flag) !== 0;
  }
  return {
    text,
    isPointKey: (index) => hasFlag(index, POINT_KEY),
    isWayKey: (index) => hasFlag(index, WAY_KEY),
    isKept: (index) => hasFlag(index, KEPT),
  };
}

/** End of the message that begins here. Throws when it would lie beyond the bytes at hand. */
export function messageEnd(pbf: PbfReader): number {
  const end = pbf.readVarint() + pbf.pos;
  if (end > pbf.length) throw new RangeError("a message is longer than its block");
  return end;
}
