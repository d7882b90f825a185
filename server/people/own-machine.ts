import type { Context } from "hono";
import { type IsAtMachine, isFromThisMachine } from "../http/at-machine.ts";

const LOCAL_NAME = /^(localhost|[\d.]+|\[[\da-f:]+\])$/i;

/**
 * Who needs no account until there is one: the machine itself, under a name that no other site can point at it. A public
 * address with https means a proxy in front, through which the whole world would seem to be at the machine: nobody then.
 */
export function ownMachine(publicUrl: string | null): IsAtMachine {
  if (publicUrl?.startsWith("https:")) return () => false;
  const publicName = publicUrl === null ? null : new URL(publicUrl).hostname;
  return (context: Context) => {
    const name = (context.req.header("Host") ?? "").replace(/:\d+$/, "").toLowerCase();
    return (LOCAL_NAME.test(name) || name === publicName) && isFromThisMachine(context);
  };
}
