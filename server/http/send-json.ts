import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { Context, TypedResponse } from "hono";
import type { PackedJson } from "../work/packed-json.ts";

const unpack = promisify(gunzip);

type JsonResponse<Shape> = Response & TypedResponse<Shape, 200, "json">;

/** Sends JSON that is already written and compressed. */
export async function sendPacked<Shape>(context: Context, packed: PackedJson<Shape>): Promise<JsonResponse<Shape>> {
  context.header("Content-Type", "application/json; charset=utf-8");
  return typed(await sendGzip(context, packed.gzip));
}

/** Sends compressed bytes as they are, or unpacks them for the rare client that does not take gzip. */
export async function sendGzip(context: Context, gzip: Uint8Array): Promise<Response> {
  context.header("Vary", "Accept-Encoding", { append: true });
  if (!acceptsGzip(context)) return context.body(bytesOf(await unpack(gzip)));
  context.header("Content-Encoding", "gzip");
  return context.body(bytesOf(gzip));
}

/**
 * Sends `frame` as a JSON object with one more field, whose packed text is put in without being parsed: a finished plan
 * of many megabytes costs a copy of its bytes.
 */
export async function sendFramed<Frame extends object, Field extends string, Shape>(
  context: Context,
  frame: Frame,
  field: Field,
  packed: PackedJson<Shape>,
): Promise<JsonResponse<Frame & Readonly<Record<Field, Shape>>>> {
  const opened = JSON.stringify(frame).slice(0, -1);
  const comma = opened === "{" ? "" : ",";
  const body = Buffer.concat([
    Buffer.from(`${opened}${comma}${JSON.stringify(field)}:`),
    await unpack(packed.gzip),
    Buffer.from("}"),
  ]);
  context.header("Content-Type", "application/json; charset=utf-8");
  return typed(context.body(bytesOf(body)));
}

function acceptsGzip(context: Context): boolean {
  return /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/i.test(context.req.header("Accept-Encoding") ?? "");
}

/** The shape of a response's text exists for the compiler only (hono's TypedResponse), so only a cast can give it. */
function typed<Shape>(response: Response): JsonResponse<Shape> {
  return response as JsonResponse<Shape>;
}

/** Bytes as hono types them: over an ordinary buffer, not a shared one. */
export function bytesOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new Uint8Array(bytes);
}
