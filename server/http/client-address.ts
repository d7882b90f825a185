import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * Where a request comes from, as far as it can be told: the other end of the connection, or, when that is this machine, the
 * last address that its own proxy wrote down. What was written before it is whatever the sender liked.
 */
export function clientAddress(context: Context): string {
  const peer = peerOf(context);
  const forwarded = context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim();
  const isOwn = peer === "unknown" || /^(::1|(::ffff:)?127\.)/.test(peer);
  return network(isOwn && forwarded ? forwarded.slice(0, 60) : peer);
}

function peerOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "unknown";
  } catch {
    // A request that came over no connection, as in tests.
    return "unknown";
  }
}

/** One household or office has a /64 of IPv6 addresses to choose from. */
function network(address: string): string {
  if (!address.includes(":") || address.startsWith("::ffff:")) return address;
  return address.split(":").slice(0, 4).join(":");
}
