import type { Kysely, Migration } from "kysely";
import { bytesType } from "./on-both-stores.ts";

export const plansAndChoices: Migration = {
  async up(database: Kysely<unknown>) {
    await database.schema
      .createTable("choices")
      .addColumn("territory_name", "text", (column) => column.primaryKey())
      .addColumn("choice", "text", (column) => column.notNull())
      .addColumn("updated_at", "text", (column) => column.notNull())
      .execute();
    await database.schema
      .createTable("plans")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("territory_name", "text", (column) => column.notNull())
      .addColumn("created_at", "text", (column) => column.notNull())
      .addColumn("status", "text", (column) => column.notNull())
      .addColumn("request", "text", (column) => column.notNull())
      .addColumn("volunteers", "integer", (column) => column.notNull())
      .addColumn("minutes", "real", (column) => column.notNull())
      .addColumn("totals", "text")
      .addColumn("territory", "text")
      .addColumn("failure", "text")
      .addColumn("plan_text_bytes", "integer")
      .addColumn("plan", bytesType(database))
      .execute();
    await database.schema
      .createIndex("plans_of_territory")
      .on("plans")
      .columns(["territory_name", "created_at"])
      .execute();
    await database.schema
      .createTable("routes")
      .addColumn("token", "text", (column) => column.primaryKey())
      .addColumn("plan_id", "text", (column) => column.notNull().references("plans.id").onDelete("cascade"))
      .addColumn("route_id", "text", (column) => column.notNull())
      .addColumn("route_text_bytes", "integer", (column) => column.notNull())
      .addColumn("route", bytesType(database), (column) => column.notNull())
      .execute();
    await database.schema.createIndex("routes_of_plan").on("routes").column("plan_id").execute();
  },
};
