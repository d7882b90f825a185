import { PbfReader } from "pbf";
import type { OsmTags } from "./osm-extract.ts";
import { messageEnd, readStrings, type StringTable } from "./osm-pbf-strings.ts";
import { isAreaRelation, isDeleted, type OsmMember, type OsmPass, type OsmSink } from "./osm-scanner.ts";

/**
 * Decodes one PrimitiveBlock (wiki.openstreetmap.org/wiki/PBF_Format) and hands on the elements that the pass asks
 * for. Returns which kinds the block holds, so that the next pass can leave out blocks it has no use for. Throws when
 * the bytes are no such block.
 */
export function decodeBlock(
  bytes: Uint8Array,
  pass: OsmPass,
  sink: OsmSink,
  share: (tags: OsmTags) => OsmTags,
): OsmPass {
  const pbf = new PbfReader(bytes);
  const groups: number[] = [];
  let strings: StringTable | null = null;
  let granularity = 100;
  let longitudeOffset = 0;
  let latitudeOffset = 0;
  for (let field = pbf.nextField(); field !== 0; field = pbf.nextField()) {
    if (field === 1) strings = readStrings(bytes, pbf);
    else if (field === 2) groups.push(pbf.pos);
    else if (field === 17) granularity = pbf.readVarint();
    else if (field === 19) latitudeOffset = pbf.readVarint(true);
    else if (field === 20) longitudeOffset = pbf.readVarint(true);
  }
  if (strings === null) throw new RangeError("a block without its texts");
  const block: Block = {
    bytes,
    strings,
    sink,
    share,
    longitude: (units) => (longitudeOffset + granularity * units) / 1e9,
    latitude: (units) => (latitudeOffset + granularity * units) / 1e9,
  };
  const found = { nodes: false, ways: false, relations: false };
  for (const start of groups) {
    const group = new PbfReader(bytes);
    group.pos = start;
    const end = messageEnd(group);
    for (let field = group.nextField(end); field !== 0; field = group.nextField(end)) {
      if (field === 1 || field === 2) {
        found.nodes = true;
        if (pass.nodes && field === 1) readNode(block, group);
        if (pass.nodes && field === 2) readDenseNodes(block, group);
      } else if (field === 3) {
        found.ways = true;
        if (pass.ways) readWay(block, group);
      } else if (field === 4) {
        found.relations = true;
        if (pass.relations) readRelation(block, group);
      }
    }
  }
  return found;
}

interface Block {
  readonly bytes: Uint8Array;
  readonly strings: StringTable;
  readonly sink: OsmSink;
  readonly share: (tags: OsmTags) => OsmTags;
  longitude(units: number): number;
  latitude(units: number): number;
}

function readNode(block: Block, pbf: PbfReader): void {
  const end = messageEnd(pbf);
  const keys: number[] = [];
  const values: number[] = [];
  let id = 0;
  let latitude = 0;
  let longitude = 0;
  let isVisible = true;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) id = pbf.readSVarint();
    else if (field === 2) pbf.readPackedVarint(keys);
    else if (field === 3) pbf.readPackedVarint(values);
    else if (field === 4) isVisible = readIsVisible(pbf);
    else if (field === 8) latitude = pbf.readSVarint();
    else if (field === 9) longitude = pbf.readSVarint();
  }
  if (!isVisible) {
    block.sink.broken("node", "deleted", isDeleted("node", id));
    return;
  }
  const tags = keys.some(block.strings.isPointKey) ? tagsOf(block, keys, values) : null;
  block.sink.node(id, block.longitude(longitude), block.latitude(latitude), tags);
}

/** Ids and coordinates stand in three lists side by side, each as differences; the tags of all nodes in a fourth. */
function readDenseNodes(block: Block, pbf: PbfReader): void {
  const end = messageEnd(pbf);
  const ids = cursor(block.bytes);
  const latitudes = cursor(block.bytes);
  const longitudes = cursor(block.bytes);
  const tagPairs = cursor(block.bytes);
  const visible = cursor(block.bytes);
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) ids.open(pbf);
    else if (field === 5) openVisible(pbf, visible);
    else if (field === 8) latitudes.open(pbf);
    else if (field === 9) longitudes.open(pbf);
    else if (field === 10) tagPairs.open(pbf);
  }
  const { sink, strings } = block;
  const keys: number[] = [];
  const values: number[] = [];
  let id = 0;
  let latitude = 0;
  let longitude = 0;
  while (ids.hasMore()) {
    id += ids.reader.readSVarint();
    latitude += latitudes.reader.readSVarint();
    longitude += longitudes.reader.readSVarint();
    let isInteresting = false;
    if (keys.length > 0) {
      keys.length = 0;
      values.length = 0;
    }
    while (tagPairs.hasMore()) {
      const key = tagPairs.reader.readVarint();
      if (key === 0) break;
      keys.push(key);
      values.push(tagPairs.reader.readVarint());
      if (!isInteresting) isInteresting = strings.isPointKey(key);
    }
    if (visible.hasMore() && visible.reader.readVarint() === 0) {
      sink.broken("node", "deleted", isDeleted("node", id));
      continue;
    }
    const tags = isInteresting ? tagsOf(block, keys, values) : null;
    sink.node(id, block.longitude(longitude), block.latitude(latitude), tags);
  }
}

function openVisible(pbf: PbfReader, visible: Cursor): void {
  const end = messageEnd(pbf);
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 6) visible.open(pbf);
  }
}

function readWay(block: Block, pbf: PbfReader): void {
  const end = messageEnd(pbf);
  const keys: number[] = [];
  const values: number[] = [];
  const refs: number[] = [];
  let id = 0;
  let isVisible = true;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 2) pbf.readPackedVarint(keys);
    else if (field === 3) pbf.readPackedVarint(values);
    else if (field === 4) isVisible = readIsVisible(pbf);
    else if (field === 8) readDifferences(pbf, refs);
  }
  if (!isVisible) {
    block.sink.broken("way", "deleted", isDeleted("way", id));
    return;
  }
  const tags = keys.some(block.strings.isWayKey) ? tagsOf(block, keys, values) : null;
  block.sink.way(id, refs, tags === null ? null : block.share(tags));
}

function readRelation(block: Block, pbf: PbfReader): void {
  const end = messageEnd(pbf);
  const keys: number[] = [];
  const values: number[] = [];
  const roles: number[] = [];
  const memberIds: number[] = [];
  const types: number[] = [];
  let id = 0;
  let isVisible = true;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 1) id = pbf.readVarint(true);
    else if (field === 2) pbf.readPackedVarint(keys);
    else if (field === 3) pbf.readPackedVarint(values);
    else if (field === 4) isVisible = readIsVisible(pbf);
    else if (field === 8) pbf.readPackedVarint(roles);
    else if (field === 9) readDifferences(pbf, memberIds);
    else if (field === 10) pbf.readPackedVarint(types);
  }
  if (!isVisible) {
    block.sink.broken("relation", "deleted", isDeleted("relation", id));
    return;
  }
  const tags = tagsOf(block, keys, values);
  if (!isAreaRelation(tags.type)) return;
  const members: OsmMember[] = [];
  for (const [index, wayId] of memberIds.entries()) {
    if (types[index] === WAY_MEMBER) members.push({ wayId, role: block.strings.text(roles[index] ?? 0) });
  }
  block.sink.relation({ id, tags, members });
}

const WAY_MEMBER = 1;

function readIsVisible(pbf: PbfReader): boolean {
  const end = messageEnd(pbf);
  let isVisible = true;
  for (let field = pbf.nextField(end); field !== 0; field = pbf.nextField(end)) {
    if (field === 6) isVisible = pbf.readBoolean();
  }
  return isVisible;
}

/** Appends a packed list of differences as the numbers they add up to. */
function readDifferences(pbf: PbfReader, numbers: number[]): void {
  const end = pbf.readPackedEnd();
  let sum = numbers.at(-1) ?? 0;
  while (pbf.pos < end) {
    sum += pbf.readSVarint();
    numbers.push(sum);
  }
}

function tagsOf(block: Block, keys: readonly number[], values: readonly number[]): OsmTags {
  const tags: Record<string, string> = {};
  for (const [index, key] of keys.entries()) {
    if (block.strings.isKept(key)) tags[block.strings.text(key)] = block.strings.text(values[index] ?? 0);
  }
  return tags;
}

/** Reads a packed list at its own pace, beside other lists of the same bytes. */
interface Cursor {
  readonly reader: PbfReader;
  open(pbf: PbfReader): void;
  hasMore(): boolean;
}

function cursor(bytes: Uint8Array): Cursor {
  const reader = new PbfReader(bytes);
  let end = 0;
  return {
    reader,
    open: (pbf) => {
      end = pbf.readPackedEnd();
      reader.pos = pbf.pos;
      pbf.pos = end;
    },
    hasMore: () => reader.pos < end,
  };
}
