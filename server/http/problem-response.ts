import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { Cancelled, UnusableFile } from "../../geodata/readers/source-rows.ts";
import { storeFault, storeRefusal } from "../campaign/store-faults.ts";
import type { Language } from "../contract/plan.ts";
import type { Problem } from "../contract/problem.ts";
import { Refusal, type Sentence } from "../contract/refusal.ts";
import { describeFault } from "./describe-fault.ts";
import { InvalidRequest } from "./invalid-request.ts";
import { requestLanguage } from "./request-language.ts";

/** Where faults of ours are written. Nothing of the request but what the caller passes. */
export interface FaultLog {
  error(fields: Readonly<Record<string, unknown>>, sentence: string): void;
}

/** An error as somebody should read it. */
export interface DescribedError {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly sentence: Sentence;
}

/** Makes every error of the HTTP interface into a Problem in the reader's language. The only place that does. */
export function problemResponse(error: unknown, context: Context, log: FaultLog): Response {
  const language = requestLanguage(context);
  context.header("Cache-Control", "no-store");
  if (error instanceof InvalidRequest) return context.json(invalidRequest(error, language), 400);
  const { status, code, sentence } = describeError(error, log);
  const wait = (error instanceof Refusal ? error.retryAfterSeconds : null) ?? RETRY_SECONDS[status];
  if (wait !== undefined) context.header("Retry-After", String(wait));
  return context.json<Problem>({ error: { code, message: sentence[language] } }, status);
}

export function unknownAddressResponse(context: Context): Response {
  return problemResponse(new Refusal("unknown-address", UNKNOWN_ADDRESS, 404), context, SILENT);
}

/** What an error means to its reader. What is nobody's to mend goes to the log with a number, and only that is shown. */
export function describeError(error: unknown, log: FaultLog): DescribedError {
  if (error instanceof Refusal) return error;
  if (error instanceof UnusableFile) {
    log.error({ code: "unusable-file" }, error.message);
    return { status: 503, code: "unusable-file", sentence: UNUSABLE_FILE };
  }
  if (error instanceof Cancelled) return { status: 400, code: "cancelled", sentence: CANCELLED };
  if (error instanceof HTTPException) {
    const status = KNOWN_STATUSES.find((known) => known === error.status) ?? 400;
    return { status, code: STATUS_CODES[status], sentence: STATUS_WORDS[status] };
  }
  const storesFault = storeFault(error);
  if (storesFault !== null) {
    const refusal = storeRefusal(storesFault);
    log.error({ code: refusal.code }, error instanceof Error ? error.message : refusal.message);
    return refusal;
  }
  const id = randomUUID();
  const fault = error instanceof Error ? error : new Error(String(error));
  log.error({ id, stack: fault.stack }, fault.message);
  return { status: 500, code: "our-fault", sentence: ourFault(id) };
}

function invalidRequest({ faults }: InvalidRequest, language: Language): Problem {
  const details = faults.map((fault) => describeFault(fault, language));
  const message = details[0]?.message ?? STATUS_WORDS[400][language];
  return { error: { code: "invalid-request", message, details } };
}

const SILENT: FaultLog = { error: () => {} };

/** A full disk waits for somebody to make room. */
const RETRY_SECONDS: Readonly<Partial<Record<ContentfulStatusCode, number>>> = { 429: 5, 503: 5, 507: 60 };

const KNOWN_STATUSES = [400, 403, 413, 415, 504] as const;
type KnownStatus = (typeof KNOWN_STATUSES)[number];

const STATUS_CODES: Readonly<Record<KnownStatus, string>> = {
  400: "unreadable-request",
  403: "other-site",
  413: "too-large",
  415: "not-json",
  504: "too-slow",
};

/** Whoever asked has gone away: it is seldom read. */
const CANCELLED: Sentence = { fr: "La demande a été abandonnée.", en: "The request was given up." };

const STATUS_WORDS: Readonly<Record<KnownStatus, Sentence>> = {
  400: {
    fr: "La demande n’est pas du JSON lisible.",
    en: "The request is not readable JSON.",
  },
  403: {
    fr: "Demande refusée : elle vient d’un autre site que celui d’Arpent. Ouvrez Arpent à l’adresse qu’il a affichée au démarrage.",
    en: "Request refused: it comes from another site than Arpent's. Open Arpent at the address that it printed at its start.",
  },
  413: {
    fr: "La demande est trop grande : 1 Mo au plus. Simplifiez le contour dessiné.",
    en: "The request is too large. Send less at a time; if it is a drawn outline, simplify it.",
  },
  415: {
    fr: "La demande doit être du JSON (Content-Type: application/json).",
    en: "The request must be JSON (Content-Type: application/json).",
  },
  504: {
    fr: "La réponse a pris trop de temps. Réessayez dans un instant.",
    en: "The answer took too long. Try again in a moment.",
  },
};

const UNKNOWN_ADDRESS: Sentence = {
  fr: "Cette adresse n’existe pas dans l’interface d’Arpent.",
  en: "There is no such address in Arpent's interface.",
};

const UNUSABLE_FILE: Sentence = {
  fr: "Le fichier de ce territoire ne peut pas être lu : il est abîmé ou d’une autre version. Reconstruisez-le (arpent territory build).",
  en: "This territory's file cannot be read: it is damaged or of another version. Build it again (arpent territory build).",
};

function ourFault(id: string): Sentence {
  return {
    fr: `Arpent a failli, ce n’est pas de votre fait. Le journal du serveur en dit plus sous le numéro ${id}.`,
    en: `Arpent failed; this is not your doing. The server's log says more under number ${id}.`,
  };
}
