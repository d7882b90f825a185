import * as v from "valibot";
import { type Layer, LayerSchema } from "../../server/contract/layers.ts";

/** What follows the kind in the address, in this order. */
const PARTS: Readonly<Record<Layer["kind"], readonly string[]>> = {
  census: ["indicator"],
  turnout: ["election"],
  side: ["side", "election"],
  turnoutChange: ["from", "to"],
  sideChange: ["side", "from", "to"],
  ground: ["figure"],
};

/** A layer as one word of the address: "turnoutChange.2022_legi_t1.2024_legi_t1". Alike for alike layers. */
export function encodeLayer(layer: Layer): string {
  const fields = new Map(Object.entries(layer));
  return [layer.kind, ...PARTS[layer.kind].map((part) => escaped(fields.get(part) ?? ""))].join(".");
}

/** Null for what is no layer; whether the territory holds it is the server's to say. */
export function decodeLayer(word: string | null): Layer | null {
  const [kind, ...parts] = (word ?? "").split(".");
  const names = Object.entries(PARTS).find(([known]) => known === kind)?.[1];
  if (names === undefined || names.length !== parts.length) return null;
  const fields = names.map((name, place) => [name, unescaped(parts[place] ?? "")] as const);
  const parsed = v.safeParse(LayerSchema, { kind, ...Object.fromEntries(fields) });
  return parsed.success ? parsed.output : null;
}

function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll(".", "%2E");
}

/** Text that was not escaped by us stays as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
