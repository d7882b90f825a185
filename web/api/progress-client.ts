import type { Language } from "../../server/contract/plan.ts";
import type { Coverage, OutingProgress } from "../../server/contract/progress.ts";
import { answer } from "./answers.ts";
import { createSend } from "./send-json.ts";

/** What headquarters asks of outings under way, and of what is done already. */
export function createProgressClient(language: () => Language) {
  const send = createSend(language);
  const get = (path: string, signal?: AbortSignal) => send("GET", path, undefined, signal);
  const ofOuting = (outingId: string) => `/outings/${encodeURIComponent(outingId)}`;
  const ofTerritory = (name: string) => `/territories/${encodeURIComponent(name)}`;

  return {
    outingProgress: (outingId: string, zoningId: string | null, signal?: AbortSignal) => {
      const asked = zoningId === null ? "" : `?zoning=${encodeURIComponent(zoningId)}`;
      return answer<OutingProgress>(get(`${ofOuting(outingId)}/progress${asked}`, signal));
    },
    outingEventsAddress: (outingId: string, after: number) =>
      `/api${ofOuting(outingId)}/events?after=${after}&lang=${language()}`,
    coverage: (name: string, signal?: AbortSignal) => answer<Coverage>(get(`${ofTerritory(name)}/coverage`, signal)),
    coverageCsvAddress: (name: string) => `/api${ofTerritory(name)}/coverage.csv?lang=${language()}`,
  };
}
