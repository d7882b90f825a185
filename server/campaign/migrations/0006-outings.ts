import type { Kysely, Migration } from "kysely";
import { asOne, bytesType } from "./on-both-stores.ts";

/** Plans that are walked: outings, their routes by link, and what is reported from the doors. */
export const outings: Migration = {
  async up(database: Kysely<unknown>) {
    const bytes = bytesType(database);
    await asOne(database, async ({ schema }) => {
      await schema
        .createTable("outings")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("territory_name", "text", (column) => column.notNull())
        .addColumn("plan_id", "text", (column) => column.notNull().references("plans.id"))
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("day", "text", (column) => column.notNull())
        .addColumn("starts_at", "text", (column) => column.notNull())
        .addColumn("closes_at", "text", (column) => column.notNull())
        .addColumn("meeting_point", "text", (column) => column.notNull())
        .addColumn("is_pairs", "integer", (column) => column.notNull())
        .addColumn("script", "text", (column) => column.notNull())
        .addColumn("language", "text", (column) => column.notNull())
        .addColumn("lead_account_id", "text")
        .addColumn("made_by", "text")
        .addColumn("made_at", "text", (column) => column.notNull())
        .addColumn("ended_at", "text")
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("last_sequence", "integer", (column) => column.notNull())
        .execute();
      await schema
        .createIndex("outings_of_territory")
        .ifNotExists()
        .on("outings")
        .columns(["territory_name", "day"])
        .execute();
      await schema
        .createTable("outing_routes")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("outing_id", "text", (column) => column.notNull().references("outings.id").onDelete("cascade"))
        .addColumn("route_id", "text", (column) => column.notNull())
        .addColumn("token", "text", (column) => column.notNull().unique())
        .addColumn("code", "text", (column) => column.notNull().unique())
        .addColumn("expires_at", "text", (column) => column.notNull())
        .addColumn("taken_back_at", "text")
        .addColumn("first_name", "text")
        .addColumn("charter_version", "text")
        .addColumn("joined_at", "text")
        .addColumn("began_at", "text")
        .addColumn("ended_at", "text")
        .addColumn("heard_at", "text")
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("route", bytes, (column) => column.notNull())
        .addColumn("route_text_bytes", "integer", (column) => column.notNull())
        .addColumn("duration_seconds", "real", (column) => column.notNull().defaultTo(0))
        .addUniqueConstraint("outing_routes_of_outing", ["outing_id", "route_id"])
        .execute();
      await schema
        .createTable("former_links")
        .ifNotExists()
        .addColumn("token", "text", (column) => column.primaryKey())
        .addColumn("outing_route_id", "text", (column) =>
          column.notNull().references("outing_routes.id").onDelete("cascade"),
        )
        .addColumn("replaced_at", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("outing_stops")
        .ifNotExists()
        .addColumn("outing_id", "text", (column) => column.notNull().references("outings.id").onDelete("cascade"))
        .addColumn("stop_id", "text", (column) => column.notNull())
        .addColumn("outing_route_id", "text")
        .addColumn("position", "integer", (column) => column.notNull())
        .addColumn("station_id", "text")
        .addColumn("doors", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("outing_stops_key", ["outing_id", "stop_id"])
        .execute();
      await schema
        .createTable("field_events")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("outing_id", "text", (column) => column.notNull().references("outings.id").onDelete("cascade"))
        .addColumn("sequence", "integer", (column) => column.notNull())
        .addColumn("outing_route_id", "text", (column) => column.notNull())
        .addColumn("device_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("stop_id", "text")
        .addColumn("undoes", "text")
        .addColumn("body", "text", (column) => column.notNull())
        .addColumn("at", "text", (column) => column.notNull())
        .addColumn("phone_at", "text", (column) => column.notNull())
        .addColumn("received_at", "text", (column) => column.notNull())
        .addUniqueConstraint("field_events_in_order", ["outing_id", "sequence"])
        .execute();
      await schema
        .createIndex("field_events_of_stop")
        .ifNotExists()
        .on("field_events")
        .columns(["outing_id", "stop_id"])
        .execute();
      await schema
        .createIndex("field_events_undone")
        .ifNotExists()
        .on("field_events")
        .columns(["outing_id", "undoes"])
        .execute();
      await schema
        .createTable("stop_reports")
        .ifNotExists()
        .addColumn("outing_id", "text", (column) => column.notNull().references("outings.id").onDelete("cascade"))
        .addColumn("stop_id", "text", (column) => column.notNull())
        .addColumn("counts", "text", (column) => column.notNull())
        .addColumn("doors", "integer", (column) => column.notNull())
        .addColumn("is_finished", "integer", (column) => column.notNull())
        .addColumn("first_at", "text")
        .addColumn("last_at", "text")
        .addColumn("sequence", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("stop_reports_key", ["outing_id", "stop_id"])
        .execute();
      await schema
        .createTable("building_notes")
        .ifNotExists()
        .addColumn("territory_name", "text", (column) => column.notNull())
        .addColumn("address_id", "text", (column) => column.notNull())
        .addColumn("note", "text", (column) => column.notNull())
        .addColumn("event_id", "text", (column) => column.notNull())
        .addColumn("at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("building_notes_key", ["territory_name", "address_id"])
        .execute();
      await schema
        .createTable("route_devices")
        .ifNotExists()
        .addColumn("outing_route_id", "text", (column) =>
          column.notNull().references("outing_routes.id").onDelete("cascade"),
        )
        .addColumn("device_id", "text", (column) => column.notNull())
        .addColumn("first_name", "text")
        .addColumn("charter_version", "text")
        .addColumn("joined_at", "text")
        .addColumn("heard_at", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("route_devices_key", ["outing_route_id", "device_id"])
        .execute();
    });
  },
};
