import { CannotListen } from "../../server/listen.ts";
import { parseRouterUrl } from "../../server/osrm-router/parse-router-url.ts";
import { serve as startServer } from "../../server/serve.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { readOptions } from "../command-options.ts";

export const DEFAULT_PORT = 4810;

export const serve: Command = {
  name: "serve",
  help: `usage: arpent serve [--port ${DEFAULT_PORT}] [--host 127.0.0.1]

Serves the map, the routes and the sheets until Ctrl-C.

  --port PORT   default ${DEFAULT_PORT}; 0 takes any free port
  --host HOST   default 127.0.0.1, this machine alone; 0.0.0.0 lets phones on the same network in, and who has an
                account: see arpent people
  --quiet       log faults only
  --json        print {"url": …} once it answers

  ARPENT_PUBLIC_URL   where phones reach this server, for the codes on the sheets, e.g. https://arpent.example.org
  ARPENT_HOME         folder of territories and of the campaign; default: .arpent beside the program
  ARPENT_SECRET_KEY   what the second steps of sign-in are sealed with, the same on every machine that serves a campaign:
                      32 random bytes, as openssl rand -base64 32 prints them; default: ARPENT_HOME/secret.key, made when
                      missing
  ARPENT_IMPORT       "network" lets other machines import and delete territories; default: this machine alone,
                      and nobody in a browser when ARPENT_PUBLIC_URL is https (a proxy hides who asks)
  ARPENT_IMPORT_FILE_MB, ARPENT_IMPORT_FREE_MB
                      largest file of an import (4096), and what is kept free on the disk (500)
  ROUTER_URL          an OSRM server that measures and draws the walks instead of Arpent; see: arpent plan --help`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json", "quiet"], values: ["port", "host"] });
    const server = await startServer({
      port: options.number("port", { min: 0, max: 65_535, isWhole: true }) ?? DEFAULT_PORT,
      host: options.text("host") ?? "127.0.0.1",
      publicUrl: readPublicUrl(process.env.ARPENT_PUBLIC_URL),
      router: parseRouterUrl(process.env.ROUTER_URL),
      isQuiet: options.flag("quiet"),
    }).catch((error: unknown) => {
      // Limits that are no numbers, or an address that is taken.
      const isMended = error instanceof CannotListen || error instanceof RangeError;
      throw isMended ? new UsageError(error.message) : error;
    });
    if (options.flag("json")) terminal.out(JSON.stringify({ url: server.url }));
    terminal.say(`Arpent is at ${server.url} (Ctrl-C stops it)`);
    if (server.directorLink !== null) {
      terminal.say(`To work with others, make the director's account (this link opens once, within a day):
  ${server.directorLink}
Until then whoever sits at this machine needs no account, and nobody else gets in.`);
    }
    await aborted(terminal.signal);
    terminal.say("Stopping…");
    await server.close();
    return EXIT.done;
  },
};

/** Without a slash at the end. Throws UsageError when it is not an address. */
export function readPublicUrl(text: string | undefined): string | null {
  if (text === undefined || text.trim() === "") return null;
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`ARPENT_PUBLIC_URL is "${text}": expected an address such as https://arpent.example.org.`);
  }
  return `${url.origin}${url.pathname}`.replace(/\/+$/, "");
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}
