import type { Point } from "./plane.ts";
import { toPosition } from "./town-frame.ts";

export type Tags = Readonly<Record<string, string>>;
interface DraftNode {
  readonly longitude: number;
  readonly latitude: number;
  tags: Tags;
}
interface DraftWay {
  readonly nodes: readonly number[];
  readonly tags: Tags;
}
interface DraftRelation {
  readonly members: readonly { readonly way: number; readonly role: string }[];
  readonly tags: Tags;
}

/** OpenStreetMap elements in the making. Points at the same place become one node: that is how ways meet. */
export class OsmDraft {
  readonly #nodes: DraftNode[] = [];
  readonly #ways: DraftWay[] = [];
  readonly #relations: DraftRelation[] = [];
  readonly #nodeAt = new Map<string, number>();

  /** Index of the node at a point; its tags are added to what it had. */
  node(point: Point, tags: Tags = {}): number {
    const [longitude, latitude] = toPosition(point);
    const key = `${longitude}/${latitude}`;
    const known = this.#nodeAt.get(key);
    if (known === undefined) {
      this.#nodeAt.set(key, this.#nodes.length);
      return this.#nodes.push({ longitude, latitude, tags }) - 1;
    }
    const node = this.#nodes[known];
    if (node && Object.keys(tags).length > 0) node.tags = { ...node.tags, ...tags };
    return known;
  }

  way(points: readonly Point[], tags: Tags): number {
    const nodes: number[] = [];
    for (const point of points) {
      const node = this.node(point);
      if (nodes.at(-1) !== node) nodes.push(node);
    }
    return this.#ways.push({ nodes, tags }) - 1;
  }

  /** A closed way around an area; the first point is not repeated in `ring`. */
  area(ring: readonly Point[], tags: Tags): number {
    return this.way([...ring, ...ring.slice(0, 1)], tags);
  }

  relation(members: DraftRelation["members"], tags: Tags): void {
    this.#relations.push({ members, tags });
  }

  /** OSM XML 0.6; ids count up from 1 for each kind of element. */
  toXml(): string {
    const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<osm version="0.6" generator="Arpent demo town">'];
    this.#nodes.forEach(({ longitude, latitude, tags }, i) => {
      const open = `<node id="${i + 1}" version="1" lat="${latitude.toFixed(7)}" lon="${longitude.toFixed(7)}"`;
      const inner = tagLines(tags);
      lines.push(inner === "" ? `${open}/>` : `${open}>${inner}</node>`);
    });
    this.#ways.forEach(({ nodes, tags }, i) => {
      const refs = nodes.map((node) => `<nd ref="${node + 1}"/>`).join("");
      lines.push(`<way id="${i + 1}" version="1">${refs}${tagLines(tags)}</way>`);
    });
    this.#relations.forEach(({ members, tags }, i) => {
      const refs = members.map(({ way, role }) => `<member type="way" ref="${way + 1}" role="${role}"/>`).join("");
      lines.push(`<relation id="${i + 1}" version="1">${refs}${tagLines(tags)}</relation>`);
    });
    lines.push("</osm>", "");
    return lines.join("\n");
  }
}

const tagLines = (tags: Tags) =>
  Object.entries(tags)
    .map(([key, value]) => `<tag k="${escapeXml(key)}" v="${escapeXml(value)}"/>`)
    .join("");

const escapeXml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
