import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context, MiddlewareHandler } from "hono";
import type { Refusal } from "../contract/refusal.ts";

/** Whether a request comes from the machine that runs this server. */
export type IsAtMachine = (context: Context) => boolean;

/** Turns away what comes from elsewhere. */
export function onlyAtMachine(isAtMachine: IsAtMachine, refusal: () => Refusal): MiddlewareHandler {
  return async (context, next) => {
    if (!isAtMachine(context)) throw refusal();
    await next();
  };
}

/**
 * Everybody with "network". A public address with https means a proxy in front, through which the whole world would seem
 * to be at the machine: then nobody, until somebody has said who.
 */
export function whoMayImport(setting: string | undefined, publicUrl: string | null): IsAtMachine {
  if (setting === "network") return () => true;
  return publicUrl?.startsWith("https:") ? () => false : isFromThisMachine;
}

/** What proxies add of their own accord; nginx as it comes adds none, and is told apart by an https address alone. */
const PASSED_ON = ["x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "forwarded", "via"];

/** By the address of the other end. What a proxy passes on comes from elsewhere, though the proxy is here. */
export function isFromThisMachine(context: Context): boolean {
  const { headers } = context.req.raw;
  if (PASSED_ON.some((name) => headers.has(name))) return false;
  const { address } = getConnInfo(context).remote;
  return address === undefined || /^(::1|(::ffff:)?127\.)/.test(address);
}
