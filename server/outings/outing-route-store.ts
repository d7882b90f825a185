import type { Transaction } from "kysely";
import type { CampaignDatabase, CampaignTables } from "../campaign/campaign-tables.ts";
import { inChunks } from "../campaign/in-chunks.ts";
import type { OutingRouteRow } from "../campaign/outing-tables.ts";
import type { PlanRoute } from "../contract/plan.ts";
import type { PackedJson } from "../work/packed-json.ts";
import { insertRoutes, type NewStoredRoute, type NewStoredStop } from "./outing-store.ts";
import type { RouteLink } from "./route-link.ts";

/** A route of an outing without its walk. */
export interface StoredOutingRoute extends RouteLink {
  readonly id: string;
  readonly routeId: string;
  readonly firstName: string | null;
  readonly takenBackAt: string | null;
  readonly joinedAt: string | null;
  readonly beganAt: string | null;
  readonly endedAt: string | null;
  readonly heardAt: string | null;
  readonly revision: number;
  readonly durationSeconds: number;
}

export interface StoredOutingStop {
  readonly stopId: string;
  readonly outingRouteId: string | null;
  readonly doors: number;
}

/** What is known of an address from the door. */
export interface StopBegun {
  readonly stopId: string;
  readonly isFinished: boolean;
  readonly lastAt: string | null;
}

/** Routes as they are after a change of who walks what. */
export interface StopsChange {
  readonly outingId: string;
  readonly basedOn: number;
  readonly changed: readonly {
    readonly id: string;
    readonly route: PackedJson<PlanRoute>;
    readonly durationSeconds: number;
    readonly stopIds: readonly string[];
  }[];
  readonly made: readonly (NewStoredRoute & { readonly stopIds: readonly string[] })[];
  readonly freed: readonly string[];
  /** Stops that nobody had begun when the change was made: if one has been by now, nothing is changed. */
  readonly unbegun: readonly string[];
}

export interface OutingRouteStore {
  /** In the order of their numbers. */
  routes(outingId: string): Promise<readonly StoredOutingRoute[]>;
  /** The walks of some routes, by route id. */
  walks(routeIds: readonly string[]): Promise<ReadonlyMap<string, PackedJson<PlanRoute>>>;
  /** Stops of the outing in the order of their routes. */
  stops(outingId: string): Promise<readonly StoredOutingStop[]>;
  /** Stops where somebody knocked or that somebody finished, and did not undo it. */
  begun(outingId: string): Promise<readonly StopBegun[]>;
  /** All or nothing. What came between is said: another change, or a knock. */
  changeStops(change: StopsChange): Promise<"done" | "changed-meanwhile" | "begun-meanwhile">;
  /** The link is dead. False when it was before. */
  takeBack(outingId: string, routeId: string, at: Date): Promise<boolean>;
  /** Another link in place of the one before, for whoever opens it. False for an unknown route, or an outing that has ended. */
  renew(outingId: string, routeId: string, link: RouteLink, at: Date): Promise<boolean>;
}

const STOPS_AT_ONCE = 1000;

export function createOutingRouteStore(database: CampaignDatabase): OutingRouteStore {
  return {
    async routes(outingId) {
      const rows = await database
        .selectFrom("outing_routes")
        .select(["id", "route_id", "token", "code", "first_name", "taken_back_at", "joined_at", "began_at"])
        .select(["ended_at", "heard_at", "revision", "duration_seconds"])
        .where("outing_id", "=", outingId)
        .execute();
      return rows.map(storedRoute).sort((one, other) => Number(one.routeId) - Number(other.routeId));
    },

    async walks(routeIds) {
      if (routeIds.length === 0) return new Map();
      const rows = await database
        .selectFrom("outing_routes")
        .select(["id", "route", "route_text_bytes"])
        .where("id", "in", routeIds)
        .execute();
      return new Map(rows.map((row) => [row.id, { gzip: row.route, textBytes: row.route_text_bytes }]));
    },

    async stops(outingId) {
      const rows = await database
        .selectFrom("outing_stops")
        .select(["stop_id", "outing_route_id", "doors"])
        .where("outing_id", "=", outingId)
        .orderBy("outing_route_id")
        .orderBy("position")
        .orderBy("stop_id")
        .execute();
      return rows.map((row) => ({ stopId: row.stop_id, outingRouteId: row.outing_route_id, doors: row.doors }));
    },

    async begun(outingId) {
      const rows = await database
        .selectFrom("stop_reports")
        .select(["stop_id", "is_finished", "last_at"])
        .where("outing_id", "=", outingId)
        .where(({ eb, or }) => or([eb("doors", ">", 0), eb("is_finished", "=", 1)]))
        .execute();
      return rows.map((row) => ({ stopId: row.stop_id, isFinished: row.is_finished === 1, lastAt: row.last_at }));
    },

    changeStops: ({ outingId, basedOn, changed, made, freed, unbegun }) =>
      database
        .transaction()
        .execute(async (transaction) => {
          // Written first: reports from the doors wait for this row too, so that none comes between what is read and written.
          const counted = await transaction
            .updateTable("outings")
            .set({ revision: basedOn + 1 })
            .where("id", "=", outingId)
            .where("revision", "=", basedOn)
            .where("ended_at", "is", null)
            .executeTakeFirst();
          if (counted.numUpdatedRows === 0n) return "changed-meanwhile";
          for (const stopIds of inChunks(unbegun, STOPS_AT_ONCE)) {
            const begun = await transaction
              .selectFrom("stop_reports")
              .select("stop_id")
              .where("outing_id", "=", outingId)
              .where("stop_id", "in", stopIds)
              .where(({ eb, or }) => or([eb("doors", ">", 0), eb("is_finished", "=", 1)]))
              .executeTakeFirst();
            // Thrown and caught below, so that the revision goes back to what it was.
            if (begun) throw new BegunMeanwhile();
          }
          await insertRoutes(transaction, outingId, made);
          for (const { id, route, durationSeconds } of changed) {
            await transaction
              .updateTable("outing_routes")
              .set(({ eb }) => ({
                route: Buffer.from(route.gzip),
                route_text_bytes: route.textBytes,
                duration_seconds: durationSeconds,
                revision: eb("revision", "+", 1),
              }))
              .where("id", "=", id)
              .execute();
          }
          await placeStops(transaction, outingId, [
            ...[...changed, ...made].flatMap(({ id, stopIds }) =>
              stopIds.map((stopId, position) => ({ stopId, outingRouteId: id, position })),
            ),
            ...freed.map((stopId) => ({ stopId, outingRouteId: null, position: 0 })),
          ]);
          return "done" as const;
        })
        .catch((error: unknown) => {
          if (error instanceof BegunMeanwhile) return "begun-meanwhile" as const;
          throw error;
        }),

    takeBack: (outingId, routeId, at) =>
      database.transaction().execute(async (transaction) => {
        if (!(await countChange(transaction, outingId))) return false;
        const { numUpdatedRows } = await transaction
          .updateTable("outing_routes")
          .set({ taken_back_at: at.toISOString() })
          .where("id", "=", routeId)
          .where("outing_id", "=", outingId)
          .where("taken_back_at", "is", null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),

    renew: (outingId, routeId, { token, code }, at) =>
      database.transaction().execute(async (transaction) => {
        if (!(await countChange(transaction, outingId))) return false;
        const before = await transaction
          .selectFrom("outing_routes")
          .select("token")
          .where("id", "=", routeId)
          .where("outing_id", "=", outingId)
          .executeTakeFirst();
        if (!before) return false;
        await transaction
          .insertInto("former_links")
          .values({ token: before.token, outing_route_id: routeId, replaced_at: at.toISOString() })
          .execute();
        await transaction
          .updateTable("outing_routes")
          .set({ token, code, taken_back_at: null, first_name: null, charter_version: null, joined_at: null })
          .set({ began_at: null, ended_at: null, heard_at: null })
          .where("id", "=", routeId)
          .execute();
        return true;
      }),
  };
}

/** Writes only what is elsewhere than before: reports from the doors wait until it is done. */
async function placeStops(
  transaction: Transaction<CampaignTables>,
  outingId: string,
  places: readonly Pick<NewStoredStop, "stopId" | "outingRouteId" | "position">[],
): Promise<void> {
  const rows = await transaction
    .selectFrom("outing_stops")
    .select(["stop_id", "outing_route_id", "position"])
    .where("outing_id", "=", outingId)
    .execute();
  const before = new Map(rows.map((row) => [row.stop_id, row]));
  for (const { stopId, outingRouteId, position } of places) {
    const known = before.get(stopId);
    if (known?.outing_route_id === outingRouteId && known.position === position) continue;
    await transaction
      .updateTable("outing_stops")
      .set({ outing_route_id: outingRouteId, position })
      .where("outing_id", "=", outingId)
      .where("stop_id", "=", stopId)
      .execute();
  }
}

class BegunMeanwhile extends Error {}

/** Counts a change of who walks, of an outing that goes on. */
async function countChange(transaction: CampaignDatabase, outingId: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable("outings")
    .set(({ eb }) => ({ revision: eb("revision", "+", 1) }))
    .where("id", "=", outingId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

type ReadColumns = Omit<
  OutingRouteRow,
  "outing_id" | "expires_at" | "charter_version" | "route" | "route_text_bytes" | "duration_seconds"
>;

function storedRoute(row: ReadColumns & { readonly duration_seconds: number }): StoredOutingRoute {
  return {
    id: row.id,
    routeId: row.route_id,
    token: row.token,
    code: row.code,
    firstName: row.first_name,
    takenBackAt: row.taken_back_at,
    joinedAt: row.joined_at,
    beganAt: row.began_at,
    endedAt: row.ended_at,
    heardAt: row.heard_at,
    revision: row.revision,
    durationSeconds: row.duration_seconds,
  };
}
