import { randomBytes } from "node:crypto";
import type { CampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { inChunks } from "../../../server/campaign/in-chunks.ts";
import type { OutingStopRow } from "../../../server/campaign/outing-tables.ts";

export interface OutingSizes {
  readonly outings: number;
  readonly routesEach: number;
  readonly stopsEach: number;
}

/** A link that a simulated phone reports by, and the addresses of its route. */
export interface BenchLink {
  readonly outingId: string;
  readonly token: string;
  readonly stopIds: readonly string[];
}

const EMPTY = Buffer.alloc(0);
/** Rows in one statement: a route has seventeen values, and SQLite takes 32,766. */
const ROWS_AT_ONCE = 1000;

/** Doors of each address: one entrance with a few letter boxes. */
const DOORS_EACH = 6;
/** Stations that an outing goes through. */
const STATIONS_EACH = 3;

/** Puts outings into a campaign as organizers would make them, without walks: phones that only report need none. */
export async function makeOutings(database: CampaignDatabase, sizes: OutingSizes): Promise<readonly BenchLink[]> {
  const now = Date.now();
  const [made, closes] = [new Date(now - 3_600_000).toISOString(), new Date(now + 24 * 3_600_000).toISOString()];
  const run = randomBytes(6).toString("hex");
  const planId = `bench-plan-${run}`;
  await addPlan(database, planId, made);
  const links: BenchLink[] = [];
  const stops: OutingStopRow[] = [];
  const outings = Array.from({ length: sizes.outings }, (_, index) => `bench-${run}-${index}`);
  await inParts(outings, (ids) =>
    database
      .insertInto("outings")
      .values(
        ids.map((id) => ({
          id,
          territory_name: "bench",
          plan_id: planId,
          name: id,
          day: made.slice(0, 10),
          starts_at: "10:00",
          closes_at: closes,
          meeting_point: JSON.stringify({ label: "", position: null }),
          is_pairs: 0,
          script: "",
          language: "fr",
          lead_account_id: null,
          made_by: null,
          made_at: made,
          ended_at: null,
          revision: 1,
          last_sequence: 0,
        })),
      )
      .execute(),
  );
  const routes = outings.flatMap((outingId) =>
    Array.from({ length: sizes.routesEach }, (_, index) => ({ outingId, routeId: String(index + 1) })),
  );
  await inParts(routes, (part) =>
    database
      .insertInto("outing_routes")
      .values(
        part.map(({ outingId, routeId }) => {
          const token = randomBytes(16).toString("base64url");
          const stopIds = Array.from({ length: sizes.stopsEach }, (_, stop) => `stop-${routeId}-${stop}`);
          links.push({ outingId, token, stopIds });
          const id = `${outingId}-${routeId}`;
          for (const [position, stopId] of stopIds.entries()) {
            stops.push({
              ...{ outing_id: outingId, stop_id: stopId, outing_route_id: id, position, doors: DOORS_EACH },
              station_id: `station-${Number(routeId) % STATIONS_EACH}`,
            });
          }
          return {
            id,
            outing_id: outingId,
            route_id: routeId,
            token,
            code: `${outingId}-${routeId}`,
            expires_at: closes,
            taken_back_at: null,
            first_name: null,
            charter_version: null,
            joined_at: null,
            began_at: null,
            ended_at: null,
            heard_at: null,
            revision: 1,
            route: EMPTY,
            route_text_bytes: 0,
          };
        }),
      )
      .execute(),
  );
  await inParts(stops, (part) =>
    database
      .insertInto("outing_stops")
      .values([...part])
      .execute(),
  );
  return links;
}

async function addPlan(database: CampaignDatabase, id: string, createdAt: string): Promise<void> {
  const nothing = { totals: null, territory: null, failure: null, plan: null, plan_text_bytes: null };
  await database
    .insertInto("plans")
    .values({
      id,
      territory_name: "bench",
      created_at: createdAt,
      status: "done",
      request: "{}",
      volunteers: 1,
      minutes: 1,
      head: null,
      edit_choice: null,
      ...nothing,
    })
    .execute();
}

async function inParts<Row>(rows: readonly Row[], write: (part: readonly Row[]) => Promise<unknown>): Promise<void> {
  for (const part of inChunks(rows, ROWS_AT_ONCE)) await write(part);
}
