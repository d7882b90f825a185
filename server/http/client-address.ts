import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Where a request comes from, to count attempts by: behind a proxy on this machine the address that it saw. Of an
 * IPv6 address the network: whoever has one has all of it.
 */
export function clientAddress(context: Context): string {
  const { address = "" } = getConnInfo(context).remote;
  const isProxy = /^(::1|(::ffff:)?127\.)/.test(address);
  const passedOn = isProxy ? context.req.header("X-Forwarded-For")?.split(",").at(-1)?.trim() : undefined;
  const from = (passedOn || address).replace(/^::ffff:/, "");
  return from.includes(":") ? from.split(":").slice(0, 4).join(":") : from;
}
