import {
  type DatabaseIntrospector,
  type DatabaseMetadataOptions,
  type Kysely,
  PostgresDialect,
  PostgresIntrospector,
  sql,
  type TableMetadata,
} from "kysely";
import { groupBy } from "../../geodata/geometry/group-by.ts";

/**
 * PostgreSQL whose tables are described from the connection's own schema alone. Kysely's own description reads every
 * schema of the database and fails when another one, a campaign of somebody else, is dropped at that moment.
 */
export class OneSchemaDialect extends PostgresDialect {
  // biome-ignore lint/suspicious/noExplicitAny: as Kysely declares it
  override createIntrospector(database: Kysely<any>): DatabaseIntrospector {
    return new OneSchemaIntrospector(database);
  }
}

interface ColumnRow {
  readonly table: string;
  readonly schema: string;
  readonly is_view: boolean;
  readonly column: string;
  readonly type: string;
  readonly is_nullable: boolean;
  readonly has_default: boolean;
  readonly is_numbered: boolean;
}

class OneSchemaIntrospector extends PostgresIntrospector {
  readonly #database: Kysely<unknown>;

  constructor(database: Kysely<unknown>) {
    super(database);
    this.#database = database;
  }

  override async getTables(options?: DatabaseMetadataOptions): Promise<TableMetadata[]> {
    const { rows } = await sql<ColumnRow>`
      select c.relname as "table", n.nspname as schema, c.relkind = 'v' as is_view, a.attname as "column",
        t.typname as type, not a.attnotnull as is_nullable, a.atthasdef as has_default,
        a.attidentity <> '' or coalesce(pg_get_expr(d.adbin, d.adrelid) like 'nextval(%', false) as is_numbered
      from pg_catalog.pg_class c
        join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid
        join pg_catalog.pg_type t on t.oid = a.atttypid
        left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where n.nspname = current_schema() and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
      order by c.relname, a.attnum`.execute(this.#database);
    const isWanted = (name: string) =>
      options?.withInternalKyselyTables === true || !name.startsWith("kysely_migration");
    return tablesOf(rows.filter(({ table }) => isWanted(table)));
  }
}

function tablesOf(rows: readonly ColumnRow[]): TableMetadata[] {
  return [...groupBy(rows, ({ table }) => table)].map(([name, columns]) => ({
    name,
    schema: columns[0]?.schema ?? "",
    isView: columns[0]?.is_view ?? false,
    columns: columns.map((row) => ({
      name: row.column,
      dataType: row.type,
      isNullable: row.is_nullable,
      hasDefaultValue: row.has_default,
      isAutoIncrementing: row.is_numbered,
    })),
  }));
}
