import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Sentence } from "../../server/contract/refusal.ts";
import { openFile } from "./open-file.ts";
import type { OsmTags } from "./osm-extract.ts";
import { isKeptKey, isPointKey, isWayKey } from "./osm-interest.ts";
import {
  createTagSharer,
  elementName,
  isAreaRelation,
  isDeleted,
  type OsmMember,
  type OsmPass,
  type OsmScanner,
  type OsmSink,
} from "./osm-scanner.ts";
import { atLine } from "./placed-sentence.ts";
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
    throw new UnusableFile(path, notWellFormed(error.message));
  });
  parser.on("xmldecl", ({ encoding }) => {
    if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) {
      throw new UnusableFile(path, {
        fr: `est écrit en ${encoding} ; il faut UTF-8`,
        en: `is written in ${encoding}, expected UTF-8`,
      });
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
          throw new UnusableFile(path, {
            fr: `a, ligne ${parser.line}, plus de ${MAX_TAG_CHARACTERS} caractères sans balise ; il faut des éléments OSM`,
            en: `holds on line ${parser.line} more than ${MAX_TAG_CHARACTERS} characters without a tag, expected OSM elements`,
          });
        }
      }
    },
    end: () => {
      if (!isRootSeen) {
        throw new UnusableFile(path, {
          fr: "ne contient aucun élément XML ; il faut <osm>",
          en: "holds no XML element, expected <osm>",
        });
      }
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
    const found = `${kind} id="${attributes.id ?? ""}"`;
    const sentence = { fr: `${found} ; il faut un nombre entier`, en: `${found}, expected a whole number` };
    sink.broken(kind, "no-id", atLine(element.line, sentence));
    return;
  }
  if (attributes.visible === "false" || attributes.action === "delete") {
    sink.broken(kind, "deleted", atLine(element.line, isDeleted(kind, id)));
    return;
  }
  const long = element.values.findIndex((value) => value.length > MAX_VALUE_CHARACTERS);
  if (long !== -1) {
    const [key, length] = [keys[long]?.slice(0, 40), element.values[long]?.length];
    const sentence = {
      fr: `${elementName(kind, id).fr} a un attribut "${key}" de ${length} caractères ; il en faut au plus ${MAX_VALUE_CHARACTERS}`,
      en: `${kind} ${id} has a tag "${key}" of ${length} characters, expected ${MAX_VALUE_CHARACTERS}`,
    };
    sink.broken(kind, "tag-too-long", atLine(element.line, sentence));
    return;
  }
  if (kind === "node") {
    const tags = keys.some(isPointKey) ? tagsOf(element) : null;
    sink.node(id, numberIn(attributes.lon) ?? Number.NaN, numberIn(attributes.lat) ?? Number.NaN, tags);
  } else if (kind === "way") {
    const refs = element.refs.map((ref) => numberIn(ref) ?? Number.NaN);
    const bad = refs.findIndex(Number.isNaN);
    if (bad !== -1) {
      const ref = element.refs[bad];
      const sentence = {
        fr: `${elementName("way", id).fr} nomme le nœud "${ref}" ; il faut un nombre entier`,
        en: `way ${id} names node "${ref}", expected a whole number`,
      };
      sink.broken(kind, "bad-reference", atLine(element.line, sentence));
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
  const isChange = name === "osmChange";
  throw new UnusableFile(path, {
    fr: `commence par <${name}> ; il faut <osm>${isChange ? " : c’est un fichier de changements, pas d’un lieu" : ""}`,
    en: `begins with <${name}>, expected <osm>${isChange ? ": this is a file of changes, not of a place" : ""}`,
  });
}

/** The parser writes "line:column: what is wrong". */
function notWellFormed(message: string): Sentence {
  const [, line = "?", column = "?", what = message] = /^(\d+):(\d+):\s*(.*?)\.?$/.exec(message) ?? [];
  return {
    fr: `n’est pas du XML bien formé, ligne ${line}, colonne ${column} : ${what}`,
    en: `is not well-formed XML, line ${line}, column ${column}: ${what}`,
  };
}
