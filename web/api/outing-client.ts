import type {
  MovesAnswer,
  OutingMoves,
  OutingRouteDetail,
  ReplanProposal,
  ReplanRequest,
} from "../../server/contract/outing-moves.ts";
import type { Outing, OutingChange, OutingRequest, OutingSummary } from "../../server/contract/outings.ts";
import type { Language } from "../../server/contract/plan.ts";
import type { Survey } from "../../server/contract/survey.ts";
import type { OutingSurvey } from "../../server/contract/survey-answers.ts";
import { answer } from "./answers.ts";
import { createSend } from "./send-json.ts";

/** What the screens of outings ask. */
export function createOutingClient(language: () => Language) {
  const send = createSend(language);
  const ofTerritory = (name: string) => `/territories/${encodeURIComponent(name)}/outings`;
  const of = (outingId: string) => `/outings/${encodeURIComponent(outingId)}`;
  const ofRoute = (outingId: string, routeId: string) => `${of(outingId)}/routes/${encodeURIComponent(routeId)}`;

  return {
    outings: (name: string, signal?: AbortSignal) =>
      answer<{ outings: readonly OutingSummary[] }>(send("GET", ofTerritory(name), undefined, signal)).then(
        (known) => known.outings,
      ),
    makeOuting: (name: string, request: OutingRequest) => answer<Outing>(send("POST", ofTerritory(name), request)),
    outing: (outingId: string, signal?: AbortSignal) => answer<Outing>(send("GET", of(outingId), undefined, signal)),
    changeOuting: (outingId: string, change: OutingChange) => answer<Outing>(send("PATCH", of(outingId), change)),
    closeOuting: (outingId: string) => answer<Outing>(send("POST", `${of(outingId)}/close`, {})),
    moveStops: (outingId: string, moves: OutingMoves) =>
      answer<MovesAnswer>(send("POST", `${of(outingId)}/moves`, moves)),
    replanOuting: (outingId: string, request: ReplanRequest) =>
      answer<ReplanProposal>(send("POST", `${of(outingId)}/replan`, request)),
    outingRoute: (outingId: string, routeId: string, signal?: AbortSignal) =>
      answer<OutingRouteDetail>(send("GET", ofRoute(outingId, routeId), undefined, signal)),
    takeBackRoute: (outingId: string, routeId: string) =>
      answer<Outing>(send("POST", `${ofRoute(outingId, routeId)}/take-back`, {})),
    renewLink: (outingId: string, routeId: string) =>
      answer<Outing>(send("POST", `${ofRoute(outingId, routeId)}/renew`, {})),
    outingSurvey: (outingId: string, signal?: AbortSignal) =>
      answer<OutingSurvey>(send("GET", `${of(outingId)}/survey`, undefined, signal)),
    writeSurvey: (outingId: string, survey: Survey) =>
      answer<OutingSurvey>(send("PUT", `${of(outingId)}/survey`, survey)),
    removeSurvey: (outingId: string) => answer<OutingSurvey>(send("DELETE", `${of(outingId)}/survey`)),
    surveyCsvAddress: (outingId: string) => `/api${of(outingId)}/survey.csv?lang=${language()}`,
    /** Its last part changes with the link, so that no browser shows the code of another. */
    qrAddress: (outingId: string, routeId: string, code: string) =>
      `/api${ofRoute(outingId, routeId)}/qr.svg?code=${encodeURIComponent(code)}`,
    outingPdfAddress: (outingId: string, file: "sheets" | "cards", routeId: string | null = null) => {
      const address = `/api${of(outingId)}/${file}.pdf?lang=${language()}`;
      return routeId === null ? address : `${address}&route=${encodeURIComponent(routeId)}`;
    },
  };
}
