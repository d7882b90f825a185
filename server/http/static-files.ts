import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { firstQuestions } from "../contract/first-questions.ts";
import { requestLanguage } from "./request-language.ts";

/** Files whose names hold a digest of their content never change. */
const FOREVER = "public, max-age=31536000, immutable";
/** Addresses of territories have a page of their own, which names what their screen needs. */
const OF_TERRITORY = /^\/t\//;

/** Addresses of the volunteer's phone page: a page of its own, which is light and kept on the phone. */
const FIELD_ADDRESS = /^\/(w\/|code$)/;

/** Whether the application would get an answer to what it asks for. Throws what the store threw. */
type IsLetIn = (context: Context) => Promise<boolean>;

/**
 * The built application. Addresses that are neither a file nor look like one are screens of the application, which
 * reads them itself. Until it is built, a page says how to build it.
 */
export function staticFiles(folder: string, isLetIn: IsLetIn) {
  const entry = join(folder, "index.html");
  const territoryPage = join(folder, "territory.html");
  let files: MiddlewareHandler | null = null;
  return new Hono().get("*", async (context, next) => {
    if (!existsSync(entry)) return notBuiltPage(context);
    // Made late, because the application may be built while the server runs.
    files ??= serveStatic({ root: folder, precompressed: true });
    const found = await files(context, async () => {});
    if (found) {
      found.headers.set("Cache-Control", context.req.path.startsWith("/assets/") ? FOREVER : "no-cache");
      return found;
    }
    const isField = FIELD_ADDRESS.test(context.req.path);
    if (!isField && /\.[a-z0-9]{1,8}$/i.test(context.req.path)) return next();
    context.header("Cache-Control", "no-cache");
    const asked = firstQuestions(context.req.path);
    // The page comes whatever the store does; who is not signed in asks for nothing but to be.
    const asks = asked.length > 0 && (await isLetIn(context).catch(() => false));
    if (asks) context.header("Link", asked.map((path) => `<${path}>; rel=preload; as=fetch; crossorigin`).join(", "));
    const hasPage = OF_TERRITORY.test(context.req.path) && existsSync(territoryPage);
    const page = isField ? join(folder, "field.html") : hasPage ? territoryPage : entry;
    return context.html(await readFile(page, "utf8"));
  });
}

function notBuiltPage(context: Context): Response {
  const words = NOT_BUILT[requestLanguage(context)];
  context.header("Cache-Control", "no-store");
  return context.html(
    `<!doctype html><html lang="${words.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
      `<title>Arpent</title><h1>Arpent</h1><p>${words.sentence}</p><pre>npm run build</pre></html>`,
    503,
  );
}

const NOT_BUILT = {
  fr: {
    language: "fr",
    sentence: "Le serveur tourne, mais l’application n’est pas encore construite. Dans le dossier d’Arpent, lancez :",
  },
  en: {
    language: "en",
    sentence: "The server runs, but the application is not built yet. In Arpent's folder, run:",
  },
} as const;
