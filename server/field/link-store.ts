import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { Language } from "../contract/plan.ts";

/** What a volunteer's link leads to. */
export interface FieldLink {
  readonly outingId: string;
  readonly outingRouteId: string;
  readonly routeId: string;
  readonly routeRevision: number;
  readonly territoryName: string;
  readonly language: Language;
  readonly expiresAt: string;
  readonly endedAt: string | null;
  /** Taken back, or replaced by another link. */
  readonly isTakenBack: boolean;
  /** Nothing can have been reported before. */
  readonly madeAt: string;
}

export interface FieldLinkStore {
  find(token: string): Promise<FieldLink | null>;
  /** The token that a code, as it is stored, stands for. */
  tokenOfCode(code: string): Promise<string | null>;
}

export function createFieldLinkStore(database: CampaignDatabase): FieldLinkStore {
  const links = () =>
    database
      .selectFrom("outing_routes as route")
      .innerJoin("outings as outing", "outing.id", "route.outing_id")
      .select(["outing.id as outingId", "route.id as outingRouteId", "route.route_id as routeId"])
      .select(["route.revision as routeRevision", "outing.territory_name as territoryName", "outing.language"])
      .select(["route.expires_at as expiresAt", "outing.ended_at as endedAt", "outing.made_at as madeAt"])
      .select("route.taken_back_at as takenBackAt");
  return {
    async find(token) {
      const current = await links().where("route.token", "=", token).executeTakeFirst();
      if (current) return linkOf(current, current.takenBackAt !== null);
      const former = await links()
        .innerJoin("former_links", "former_links.outing_route_id", "route.id")
        .where("former_links.token", "=", token)
        .executeTakeFirst();
      return former ? linkOf(former, true) : null;
    },
    async tokenOfCode(code) {
      const row = await database
        .selectFrom("outing_routes")
        .select("token")
        .where("code", "=", code)
        .executeTakeFirst();
      return row?.token ?? null;
    },
  };
}

function linkOf(
  {
    takenBackAt: _,
    ...row
  }: Omit<FieldLink, "language" | "isTakenBack"> & {
    readonly language: string;
    readonly takenBackAt: string | null;
  },
  isTakenBack: boolean,
): FieldLink {
  return { ...row, language: row.language === "en" ? "en" : "fr", isTakenBack };
}
