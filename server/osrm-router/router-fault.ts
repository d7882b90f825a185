import type { Position } from "../../geodata/geometry/position.ts";
import type { Sentence } from "../contract/refusal.ts";

/** Why a router server could not serve. */
export type RouterFaultCode =
  | "unreachable"
  | "timeout"
  | "cut-off"
  | "busy"
  | "refused"
  | "too-big"
  | "too-long-answer"
  | "not-osrm"
  | "no-way"
  | "not-covered"
  | "walker";

/**
 * The router server cannot serve this plan. Nobody's request is wrong, so this is no Refusal: planning goes on with our
 * own engine and tells why (plan-with-fallback.ts).
 */
export class RouterFault extends Error {
  override readonly name = "RouterFault";
  readonly code: RouterFaultCode;
  /** Part of a sentence, to stand in brackets. */
  readonly reason: Sentence;
  /** How long the server asks to be left alone. */
  readonly waitSeconds: number;
  constructor(code: RouterFaultCode, reason: Sentence, waitSeconds = 0) {
    super(reason.en);
    this.code = code;
    this.reason = reason;
    this.waitSeconds = waitSeconds;
  }
}

/** What an OSRM error code means; codes and their meaning: project-osrm.org/docs/v5, "Responses". */
export function osrmFault(code: string, message: string): RouterFault {
  const known = OSRM_CODES[code];
  const detail = message === "" ? code : `${code}, ${shorten(message)}`;
  if (!known) return new RouterFault("refused", { fr: `demande refusée : ${detail}`, en: `refused: ${detail}` });
  return new RouterFault(known.code, { fr: `${known.fr} : ${detail}`, en: `${known.en}: ${detail}` });
}

export function notOsrm(what: Sentence): RouterFault {
  return new RouterFault("not-osrm", {
    fr: `la réponse n’est pas celle d’un serveur OSRM v5 : ${what.fr}`,
    en: `the answer is not that of an OSRM v5 server: ${what.en}`,
  });
}

export function notCovered([longitude, latitude]: Position, withinMetres: number): RouterFault {
  const place = `${longitude.toFixed(5)}, ${latitude.toFixed(5)}`;
  return new RouterFault("not-covered", {
    fr: `aucune rue à moins de ${withinMetres} m de ${place} sur sa carte`,
    en: `no street within ${withinMetres} m of ${place} on its map`,
  });
}

const REQUEST = { code: "refused", fr: "demande refusée", en: "request refused" } as const;
const NO_WAY = {
  code: "no-way",
  fr: "aucun chemin entre deux points sur sa carte",
  en: "no way between two points on its map",
} as const;
const OSRM_CODES: Readonly<Record<string, { readonly code: RouterFaultCode } & Sentence>> = {
  InvalidUrl: REQUEST,
  InvalidOptions: REQUEST,
  InvalidQuery: REQUEST,
  InvalidValue: REQUEST,
  InvalidService: { code: "refused", fr: "il n’a pas ce service", en: "it lacks this service" },
  InvalidVersion: { code: "refused", fr: "il ne parle pas la version 1", en: "it does not speak version 1" },
  NotImplemented: { code: "refused", fr: "il n’a pas ce service", en: "it lacks this service" },
  DisabledDataset: { code: "refused", fr: "il sert sans ses tracés", en: "it serves without its geometry" },
  NoSegment: {
    code: "not-covered",
    fr: "aucune rue près d’un point sur sa carte",
    en: "no street near a point on its map",
  },
  TooBig: { code: "too-big", fr: "demande trop grande pour ce serveur", en: "request too big for this server" },
  NoRoute: NO_WAY,
  NoTable: NO_WAY,
};

/** Words of a stranger, for a sentence of ours. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
