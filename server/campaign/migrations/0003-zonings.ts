import type { Kysely, Migration } from "kysely";

export const zonings: Migration = {
  async up(database: Kysely<unknown>) {
    // One transaction: a process killed here leaves no table without the others.
    await database.transaction().execute(async ({ schema }) => {
      await schema
        .createTable("zonings")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("territory_name", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("created_at", "text", (column) => column.notNull())
        .addColumn("edited_at", "text", (column) => column.notNull())
        .addColumn("revision", "integer", (column) => column.notNull())
        .execute();
      await schema.createIndex("zonings_of_territory").on("zonings").column("territory_name").execute();
      await schema
        .createTable("zones")
        .addColumn("zoning_id", "text", (column) => column.notNull().references("zonings.id").onDelete("cascade"))
        .addColumn("zone_id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("colour", "integer", (column) => column.notNull())
        .addColumn("is_locked", "integer", (column) => column.notNull())
        .addPrimaryKeyConstraint("zones_key", ["zoning_id", "zone_id"])
        .execute();
      await schema
        .createTable("zone_addresses")
        .addColumn("zoning_id", "text", (column) => column.notNull().references("zonings.id").onDelete("cascade"))
        .addColumn("address_id", "text", (column) => column.notNull())
        .addColumn("zone_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("zone_addresses_key", ["zoning_id", "address_id"])
        .execute();
      await schema
        .createTable("zone_edits")
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
        .addColumn("zoning_id", "text", (column) => column.notNull().references("zonings.id").onDelete("cascade"))
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("saved_at", "text", (column) => column.notNull())
        .addColumn("zones", "integer", (column) => column.notNull())
        .addColumn("addresses", "integer", (column) => column.notNull())
        .addColumn("state", "blob", (column) => column.notNull())
        .addPrimaryKeyConstraint("zoning_versions_key", ["zoning_id", "version"])
        .execute();
    });
  },
};
