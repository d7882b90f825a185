import type { Language } from "../contract/plan.ts";
import { knownOuting, type OutingsDeps } from "./outing-deps.ts";
import { unknownOutingRoute } from "./outing-words.ts";
import { linkPath } from "./route-link.ts";

export interface OutingSheetsRequest {
  readonly outingId: string;
  readonly kind: "sheets" | "cards";
  /** One route, or null for all that somebody may walk. */
  readonly routeId: string | null;
  readonly language: Language;
  readonly linkBase: string;
}

/** Sheets or cards of an outing as PDF. Throws Refusal "nothing-found". */
export async function outingSheets(
  { outingId, kind, routeId, language, linkBase }: OutingSheetsRequest,
  deps: OutingsDeps,
): Promise<Uint8Array> {
  const outing = await knownOuting(outingId, deps);
  const all = await deps.outingRoutes.routes(outingId);
  const walked = all.filter(({ takenBackAt, durationSeconds }) => takenBackAt === null && durationSeconds > 0);
  const chosen = routeId === null ? walked : all.filter(({ id }) => id === routeId);
  if (chosen.length === 0) throw unknownOutingRoute();
  const walks = await deps.outingRoutes.walks(chosen.map(({ id }) => id));
  const day = new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" }).format(new Date(outing.day));
  return deps.workers.outing("sheets", {
    path: deps.library.path(outing.territoryName),
    language,
    kind,
    heading: { name: outing.name, when: `${day}, ${outing.startsAt}`, where: outing.meetingPoint.label },
    routes: chosen.flatMap(({ id, token, code }) => {
      const route = walks.get(id);
      return route ? [{ route, code, url: `${linkBase}${linkPath(token)}` }] : [];
    }),
    codeUrl: `${linkBase}/code`,
  });
}
