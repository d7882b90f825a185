import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import { Refusal } from "../contract/refusal.ts";

const LARGEST_BODY_BYTES = 1_000_000;
/** Requests that name the addresses of zones: those of a large town are four megabytes. */
const LARGEST_ADDRESSES_BYTES = 6_000_000;
const NAMES_ADDRESSES = /^\/api\/(territories\/[^/]+\/(zones|zone-figures|selection|plans)|zonings\/[\w-]+\/edits)$/;

/**
 * Nothing is loaded from or sent to another site, and no other site may frame, script or read this one. MapLibre starts
 * its worker from this site, or from a blob where a browser asks for one, and makes images from blobs.
 */
export function protectiveHeaders(isHttps: boolean): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'none'"],
      connectSrc: ["'self'"],
      fontSrc: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      imgSrc: ["'self'", "data:", "blob:"],
      manifestSrc: ["'self'"],
      objectSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      workerSrc: ["'self'", "blob:"],
    },
    crossOriginOpenerPolicy: "same-origin",
    crossOriginResourcePolicy: "same-origin",
    referrerPolicy: "same-origin",
    strictTransportSecurity: isHttps ? "max-age=31536000" : false,
    xFrameOptions: "DENY",
    permissionsPolicy: { geolocation: ["self"], camera: [], microphone: [], payment: [], usb: [] },
  });
}

/**
 * Answers only to the names this server is known by. A page of another site whose name was pointed at this machine
 * (DNS rebinding) sends its own name and is turned away. Null allows every name.
 */
export function knownHosts(names: readonly string[] | null): MiddlewareHandler {
  return async (context, next) => {
    if (names !== null && !names.includes(hostName(context.req.header("Host") ?? new URL(context.req.url).host))) {
      throw unknownHost(names);
    }
    await next();
  };
}

/** Names of the machine itself, the only ones a browser on it needs. */
export const LOOPBACK_NAMES: readonly string[] = ["localhost", "127.0.0.1", "[::1]"];

function hostName(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

function unknownHost(names: readonly string[]): Refusal {
  const known = names.join(", ");
  return new Refusal(
    "unknown-host",
    {
      fr: `Ce serveur ne répond qu’aux noms ${known}. Pour un autre nom, donnez-le dans ARPENT_PUBLIC_URL.`,
      en: `This server answers only to the names ${known}. For another name, give it in ARPENT_PUBLIC_URL.`,
    },
    400,
  );
}

/** Pieces of files that are imported: the only requests that are no JSON. They are measured where they are received. */
const PIECE = /^\/api\/imports\/[\w-]+\/files\/[\w-]+\/content$/;
const BINARY = /^application\/octet-stream\b/i;

/** What a request must be like to change something: from this site, JSON, and of a bearable size. */
export function checkedRequests(): MiddlewareHandler[] {
  const fromThisSite = csrf();
  const limited = bodyOfAtMost(LARGEST_BODY_BYTES);
  const limitedAddresses = bodyOfAtMost(LARGEST_ADDRESSES_BYTES);
  return [
    // Programs send neither header; browsers always send one of them with a request that changes something.
    (context, next) =>
      context.req.header("Origin") === undefined && context.req.header("Sec-Fetch-Site") === undefined
        ? next()
        : fromThisSite(context, next),
    async (context, next) => {
      const type = context.req.header("Content-Type") ?? "";
      if (isPiece(context)) {
        // No form can send this type, so the check above lets it pass: its origin is looked at here.
        const isOurs = isSameOrigin(context);
        if (!isOurs) throw new HTTPException(403);
        if (!BINARY.test(type)) throw new HTTPException(415);
        return next();
      }
      const isJson = /^application\/json\b/i.test(type);
      if (["POST", "PUT", "PATCH"].includes(context.req.method) && !isJson) throw new HTTPException(415);
      await next();
    },
    (context, next) => {
      if (isPiece(context)) return next();
      return NAMES_ADDRESSES.test(context.req.path) ? limitedAddresses(context, next) : limited(context, next);
    },
  ];
}

function bodyOfAtMost(bytes: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: bytes,
    onError: () => {
      throw new HTTPException(413);
    },
  });
}

function isPiece({ req }: Context): boolean {
  return req.method === "PUT" && PIECE.test(req.path);
}

/** Browsers say where a request comes from; programs say nothing. */
function isSameOrigin({ req }: Context): boolean {
  const site = req.header("Sec-Fetch-Site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = req.header("Origin");
  return origin === undefined || origin === new URL(req.url).origin;
}
