import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";

/** The address is taken, or may not be used: says which, and what to do. */
export class CannotListen extends Error {
  override readonly name = "CannotListen";
}

export interface Listener {
  readonly url: string;
  /** Takes no new connection, waits for answers under way, then cuts what is left. */
  close(): Promise<void>;
}

/** How long answers under way may take once the server is asked to stop. */
const GRACE_MS = 5000;

/** How long a client may take. Whoever sends letter by letter is cut off, and holds a connection no longer than that. */
export interface Patience {
  /** From the connection to the end of the headers. */
  readonly headersMs: number;
  /** To the end of the body. Large files come in pieces of a few megabytes, each a request of its own. */
  readonly requestMs: number;
  /** How often it is looked who takes too long: they are cut off no later than this after their time. */
  readonly lookEveryMs: number;
}

const PATIENCE: Patience = { headersMs: 20_000, requestMs: 60_000, lookEveryMs: 5000 };

type Fetch = Parameters<typeof getRequestListener>[0];

/** Serves HTTP on host and port; port 0 takes any free one. Throws CannotListen. */
export async function listen(
  fetch: Fetch,
  { host, port }: { readonly host: string; readonly port: number },
  { headersMs, requestMs, lookEveryMs }: Patience = PATIENCE,
): Promise<Listener> {
  const server = createServer(
    {
      ...{ headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: lookEveryMs },
      ...{ keepAliveTimeout: 10_000, maxHeaderSize: 16_384 },
    },
    getRequestListener(fetch, { hostname: host }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const usedPort = typeof address === "object" && address ? address.port : port;
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${usedPort}`,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new CannotListen(
        `Port ${port} of ${host} is in use, perhaps by another Arpent. Stop that program, or choose another port with --port ${port + 1}.`,
      );
    case "EACCES":
      return new CannotListen(
        `Port ${port} needs more rights than this user has. Choose one above 1023, e.g. --port 4810.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new CannotListen(
        `${host} is not an address of this machine. Use --host 127.0.0.1, or 0.0.0.0 for all its addresses.`,
      );
    default:
      return error;
  }
}
