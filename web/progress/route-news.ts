import type { RouteProgress } from "../../server/contract/progress.ts";

/** What is known of a volunteer from their phone: minutes since it was heard, and whether that is long for somebody who walks. */
export type RouteNews =
  | { readonly kind: "never" | "ended" | "taken-back" }
  | { readonly kind: "heard" | "silent"; readonly minutes: number };

/** A phone out of reach sends nothing; after a quarter of an hour somebody should ask. */
export const SILENT_MINUTES = 15;

export function routeNews(route: Pick<RouteProgress, "state" | "heardAt">, now: Date): RouteNews {
  if (route.state === "taken-back" || route.state === "ended") return { kind: route.state };
  if (route.heardAt === null) return { kind: "never" };
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(route.heardAt)) / 60_000));
  return { kind: route.state === "begun" && minutes >= SILENT_MINUTES ? "silent" : "heard", minutes };
}
