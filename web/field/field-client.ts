import type { EventBatch, EventsAnswer } from "../../server/contract/field-events.ts";
import type { FieldSheet, Join } from "../../server/contract/outings.ts";
import { isProblem } from "../api/api-problem.ts";

/** A request of the phone that failed. `offline`: no answer came at all, or the program behind is not there. */
export class FieldProblem extends Error {
  override readonly name = "FieldProblem";
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** Addresses of the map to keep, and their bytes in all. */
export interface MapToKeep {
  readonly bytes: number;
  readonly addresses: readonly string[];
}

export interface FieldClient {
  sheet(token: string): Promise<FieldSheet>;
  join(token: string, join: Join): Promise<void>;
  send(token: string, batch: EventBatch): Promise<EventsAnswer>;
  map(token: string): Promise<MapToKeep>;
  tokenOf(code: string): Promise<string>;
}

/** A network that swallows requests must not hold the outbox: a request without an answer by then has failed. */
const PATIENCE_MILLISECONDS = 30_000;

/** Every request the phone page makes, but for its own files and tiles. */
export function createFieldClient(language: () => string, deviceId: () => Promise<string>): FieldClient {
  const ask = async (path: string, body?: unknown): Promise<unknown> => {
    const headers = { accept: "application/json", "accept-language": language(), "content-type": "application/json" };
    const init = body === undefined ? { headers } : { method: "POST", headers, body: JSON.stringify(body) };
    const response = await reach(`/api/field/${path}`, init);
    const said: unknown = await response.json().catch(() => null);
    if (response.ok && said !== null) return said;
    if (isProblem(said)) throw new FieldProblem(response.status, said.error.code, said.error.message);
    throw new FieldProblem(response.status, response.ok ? "offline" : "unreadable", `HTTP ${response.status}`);
  };
  const of = encodeURIComponent;
  // The shapes are the contract's, as the server's own tests check them.
  return {
    // The first name on a sheet is that of this phone.
    sheet: async (token) => (await ask(`${of(token)}?device=${of(await deviceId())}`)) as FieldSheet,
    join: async (token, join) => void (await ask(`${of(token)}/join`, join)),
    send: async (token, batch) => (await ask(`${of(token)}/events`, batch)) as EventsAnswer,
    map: async (token) => (await ask(`${of(token)}/map`)) as MapToKeep,
    tokenOf: async (code) => ((await ask("code", { code })) as { readonly token: string }).token,
  };
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, { ...init, cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) });
  } catch {
    throw new FieldProblem(0, "offline", "");
  }
}
