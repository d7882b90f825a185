import { gunzipSync, gzipSync } from "node:zlib";

/**
 * The JSON text of a `Shape`, gzip, UTF-8. Made by worker threads and sent or stored as it is, so that big answers are
 * never written or read as objects on the thread that serves requests.
 */
export interface PackedJson<Shape> {
  readonly gzip: Uint8Array;
  /** Length of the text before compression. */
  readonly textBytes: number;
  /** Never there: tells the compiler what the text holds. */
  readonly shape?: Shape;
}

/** Fast compression: the other end is most often the same machine. */
const LEVEL = 3;

export function packJson<Shape>(value: Shape): PackedJson<Shape> {
  return packText(JSON.stringify(value));
}

/** The same of what is text already. Only for JSON text of our own: its shape is trusted. */
export function packText<Shape>(json: string): PackedJson<Shape> {
  const text = Buffer.from(json);
  return { gzip: gzipSync(text, { level: LEVEL }), textBytes: text.length };
}

/** What packJson packed. Only for text of our own: its shape is trusted. */
export function unpackJson<Shape>({ gzip }: PackedJson<Shape>): Shape {
  return JSON.parse(gunzipSync(gzip).toString()) as Shape;
}
