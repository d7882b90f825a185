import { SaxesParser, type SaxesTagPlain } from "saxes";
import { openFile } from "./open-file.ts";
import type { OsmTags } from "./osm-extract.ts";
import { isKeptKey, isPointKey, isWayKey } from "./osm-interest.ts";
import {
  createTagSharer,
  isAreaRelation,
  type OsmMember,
  type OsmPass,
  type OsmScanner,
  type OsmSink,
} from "./osm-scanner.ts";
import { UnusableFile } from "./source-rows.ts";

/** Reads OSM XML (wiki.openstreetmap.org/wiki/OSM_XML) as a stream of tags, in the memory of one element. */
export function createXmlScanner(path: string, signal: AbortSignal | undefined): OsmScanner {
  const share = createTagSharer();
  return {
    format: "osm-xml",
    scan: async (pass, sink, onBytes) => {
      let bytes = 0;
      const file = await openFile(path, { signal, onBytes: (read) => onBytes(read, bytes) });
      bytes = file.bytes;
      const parser = createOsmParser(path, pass, sink, share);
      const decoder = new TextDecoder("utf-8");
      for await (const chunk of file.stream) parser.write(decoder.decode(chunk, { stream: true }));
      parser.end();
      return { bytes, sha256: file.sha256() };
    },
  };
}

/** More characters than this between two tags are no OSM file, and are not gathered in memory. */
const MAX_TAG_CHARACTERS = 4_000_000;
/** The OSM database holds at most 255 characters; files made elsewhere are given some room. */
const MAX_VALUE_CHARACTERS = 2_000;

function createOsmParser(
  path: string,
  pass: OsmPass,
  sink: OsmSink,
  share: (tags: OsmTags) => OsmTags,
): { write(text: string): void; end(): void } {
  const parser = new SaxesParser({ xmlns: false });
  let isRootSeen = false;
  let charactersSinceTag = 0;
  let element: OpenElement | null = null;

  parser.on("error", (error) => {
    throw new UnusableFile(path, `is not well-formed XML, ${placed(error.message)}`);
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      throw new UnusableFile(path, `is written in ${encoding}, expected UTF-8`);
    }
  });
  parser.on("opentag", (tag) => {
    charactersSinceTag = 0;
    if (!isRootSeen) checkRoot(path, tag);
    isRootSeen = true;
    if (tag.name === "node" || tag.name === "way" || tag.name === "relation") {
      element = openElement(tag.name, tag.attributes, parser.line);
    } else if (element !== null) addChild(element, tag);
  });
  parser.on("closetag", ({ name }) => {
    charactersSinceTag = 0;
    if (element === null || name !== element.kind) return;
    handOn(element, pass, sink, share);
    element = null;
  });

  return {
    write: (text) => {
      // A text without end is met before it fills the memory: the parser is fed in steps.
      for (let at = 0; at < text.length; at += STEP_CHARACTERS) {
        const step = text.slice(at, at + STEP_CHARACTERS);
        charactersSinceTag += step.length;
        parser.write(step);
        if (charactersSinceTag > MAX_TAG_CHARACTERS) {
          const found = `line ${parser.line} holds more than ${MAX_TAG_CHARACTERS} characters without a tag`;
          throw new UnusableFile(path, `${found}, expected OSM elements`);
        }
      }
    },
    end: () => {
      if (!isRootSeen) throw new UnusableFile(path, "holds no XML element, expected <osm>");
      parser.close();
    },
  };
}

const STEP_CHARACTERS = 65_536;

interface OpenElement {
  readonly kind: "node" | "way" | "relation";
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly keys: string[];
  readonly values: string[];
  readonly refs: string[];
  readonly members: { readonly ref: string; readonly role: string }[];
}

function openElement(kind: OpenElement["kind"], attributes: OpenElement["attributes"], line: number): OpenElement {
  return { kind, line, attributes, keys: [], values: [], refs: [], members: [] };
}

function addChild(element: OpenElement, { name, attributes }: SaxesTagPlain): void {
  if (name === "nd") element.refs.push(attributes.ref ?? "");
  else if (name === "tag") {
    element.keys.push(attributes.k ?? "");
    element.values.push(attributes.v ?? "");
  } else if (name === "member" && attributes.type === "way") {
    element.members.push({ ref: attributes.ref ?? "", role: attributes.role ?? "" });
  }
}

function handOn(element: OpenElement, pass: OsmPass, sink: OsmSink, share: (tags: OsmTags) => OsmTags): void {
  const { kind, attributes, keys } = element;
  const isWanted = kind === "node" ? pass.nodes : kind === "way" ? pass.ways : pass.relations;
  if (!isWanted) return;
  const id = numberIn(attributes.id);
  if (id === null || !Number.isSafeInteger(id)) {
    sink.broken(
      kind,
      "no-id",
      `line ${element.line}: ${kind} with id "${attributes.id ?? ""}", expected a whole number`,
    );
    return;
  }
  if (attributes.visible === "false" || attributes.action === "delete") {
    sink.broken(kind, "deleted", `line ${element.line}: ${kind} ${id} is marked as deleted`);
    return;
  }
  const long = element.values.findIndex((value) => value.length > MAX_VALUE_CHARACTERS);
  if (long !== -1) {
    const found = `tag "${keys[long]?.slice(0, 40)}" of ${element.values[long]?.length} characters`;
    sink.broken(
      kind,
      "tag-too-long",
      `line ${element.line}: ${kind} ${id} has a ${found}, expected ${MAX_VALUE_CHARACTERS}`,
    );
    return;
  }
  if (kind === "node") {
    const tags = keys.some(isPointKey) ? tagsOf(element) : null;
    sink.node(id, numberIn(attributes.lon) ?? Number.NaN, numberIn(attributes.lat) ?? Number.NaN, tags);
  } else if (kind === "way") {
    const refs = element.refs.map((ref) => numberIn(ref) ?? Number.NaN);
    const bad = refs.findIndex(Number.isNaN);
    if (bad !== -1) {
      const found = `names node "${element.refs[bad]}"`;
      sink.broken(kind, "bad-reference", `line ${element.line}: way ${id} ${found}, expected a whole number`);
      return;
    }
    sink.way(id, refs, keys.some(isWayKey) ? share(tagsOf(element)) : null);
  } else {
    const tags = tagsOf(element);
    if (!isAreaRelation(tags.type)) return;
    const members: OsmMember[] = element.members.map(({ ref, role }) => ({ wayId: numberIn(ref) ?? Number.NaN, role }));
    sink.relation({ id, tags, members });
  }
}

function tagsOf({ keys, values }: OpenElement): OsmTags {
  const tags: Record<string, string> = {};
  for (const [index, key] of keys.entries()) if (isKeptKey(key)) tags[key] = values[index] ?? "";
  return tags;
}

function numberIn(text: string | undefined): number | null {
  if (text === undefined || text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

function checkRoot(path: string, { name }: SaxesTagPlain): void {
  if (name === "osm") return;
  const hint = name === "osmChange" ? ": this is a file of changes, not of a place" : "";
  throw new UnusableFile(path, `begins with <${name}>, expected <osm>${hint}`);
}

/** The parser writes "line:column: what is wrong". */
function placed(message: string): string {
  return message.replace(/^(\d+):(\d+):\s*/, "line $1, column $2: ").replace(/\.$/, "");
}
