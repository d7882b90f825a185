import type { Kysely, Migration } from "kysely";
import { asOne, bytesType } from "./on-both-stores.ts";

export const zonings: Migration = {
  async up(database: Kysely<unknown>) {
    await asOne(database, async ({ schema }) => {
      await schema
        .createTable("zonings")
        .ifNotExists()
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("territory_name", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("created_at", "text", (column) => column.notNull())
        .addColumn("edited_at", "text", (column) => column.notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .execute();
      await schema.createIndex("zonings_of_territory").ifNotExists().on("zonings").column("territory_name").execute();
      await schema
        .createTable("zones")
        .ifNotExists()
        .addColumn("zoning_id", "text", (column) => column.notNull().references("zonings.id").onDelete("cascade"))
        .addColumn("zone_id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("colour", "integer", (column) => column.notNull())
        .addColumn("is_locked", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("zones_key", ["zoning_id", "zone_id"])
        .execute();
      await schema
        .createTable("zone_addresses")
        .ifNotExists()
        .addColumn("zoning_id", "text", (column) => column.notNull().references("zonings.id").onDelete("cascade"))
        .addColumn("address_id", "text", (column) => column.notNull())
        .addColumn("zone_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("zone_addresses_key", ["zoning_id", "address_id"])
        .execute();
      await schema
        .createTable("zone_edits")
        .ifNotExists()
        .addColumn("zoning_id", "text", (column) => column.notNull().references("zonings.id").onDelete("cascade"))
        .addColumn("revision", "integer", (column) => column.notNull())
        .addColumn("edit_id", "text", (column) => column.notNull())
        .addColumn("editor", "text", (column) => column.notNull())
        .addColumn("edited_at", "text", (column) => column.notNull())
        .addColumn("answer", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("zone_edits_key", ["zoning_id", "revision"])
        .addUniqueConstraint("zone_edits_id", ["zoning_id", "edit_id"])
        .execute();
      await schema
        .createTable("zoning_versions")
        .ifNotExists()
        .addColumn("zoning_id", "text", (column) => column.notNull().references("zonings.id").onDelete("cascade"))
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("saved_at", "text", (column) => column.notNull())
        .addColumn("zones", "integer", (column) => column.notNull())
        .addColumn("addresses", "integer", (column) => column.notNull())
        .addColumn("state", bytesType(database), (column) => column.notNull())
        .addPrimaryKeyConstraint("zoning_versions_key", ["zoning_id", "version"])
        .execute();
    });
  },
};
