import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { commitDurably } from "../campaign/durable-commit.ts";
import type { Join } from "../contract/outings.ts";

export interface JoinStore {
  /** Notes that a phone walks a route. Several may; the route bears the first names of all, in the order in which they came. */
  join(outingRouteId: string, join: Join, at: Date): Promise<void>;
}

/** A QR code that went around says so by its first names; more would hide the rest. */
const MOST_NAMES = 5;

export function createJoinStore(database: CampaignDatabase): JoinStore {
  return {
    join: (outingRouteId, { firstName, charterVersion, deviceId }, at) =>
      commitDurably(database, async (transaction) => {
        const now = at.toISOString();
        // First, so that of two phones at once the second sees the name of the first.
        const route = await transaction
          .updateTable("outing_routes")
          .set({ heard_at: now, charter_version: charterVersion })
          .where("id", "=", outingRouteId)
          .returning("joined_at")
          .executeTakeFirst();
        if (!route) return;
        const said = { first_name: firstName, charter_version: charterVersion, heard_at: now };
        await transaction
          .insertInto("route_devices")
          .values({ outing_route_id: outingRouteId, device_id: deviceId, joined_at: now, ...said })
          .onConflict((conflict) =>
            conflict.columns(["outing_route_id", "device_id"]).doUpdateSet(({ fn, ref, val }) => ({
              ...said,
              joined_at: fn.coalesce(ref("route_devices.joined_at"), val(now)),
            })),
          )
          .execute();
        const devices = await transaction
          .selectFrom("route_devices")
          .select("first_name")
          .where("outing_route_id", "=", outingRouteId)
          .where("joined_at", "is not", null)
          .orderBy("joined_at")
          .orderBy("device_id")
          .execute();
        await transaction
          .updateTable("outing_routes")
          .set({ first_name: namesOf(devices.map(({ first_name }) => first_name)), joined_at: route.joined_at ?? now })
          .where("id", "=", outingRouteId)
          .execute();
      }),
  };
}

function namesOf(names: readonly (string | null)[]): string {
  const distinct = [...new Set(names.filter((name) => name !== null))];
  const more = distinct.length > MOST_NAMES ? ` + ${distinct.length - MOST_NAMES}` : "";
  return `${distinct.slice(0, MOST_NAMES).join(", ")}${more}`;
}
