import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import { UsageError } from "../../command.ts";
import { type PostgresServer, postgresPrograms, startPostgres } from "../../postgres-server.ts";

/** A campaign of its own for a bench; what was there is gone when it is left. */
export interface BenchStore {
  readonly name: "SQLite" | "PostgreSQL";
  /** $ARPENT_HOME of its servers. */
  readonly home: string;
  readonly postgresUrl: string | null;
  /** Null unless the bench started it. */
  readonly postgres: PostgresServer | null;
  open(): Promise<CampaignDatabase>;
  leave(): Promise<void>;
}

const SCHEMA = "arpent";

/**
 * A file when `postgres` is not given; "own" starts a PostgreSQL that waits for its disk; else the address of a server whose
 * database has no campaign yet. Throws UsageError when it has one, or when there is no PostgreSQL to start.
 */
export async function openBenchStore(postgres: string | undefined): Promise<BenchStore> {
  const home = mkdtempSync(join(tmpdir(), "arpent-bench-"));
  const own = postgres === "own" ? await startOwn() : null;
  const postgresUrl = own?.url ?? postgres ?? null;
  const place = postgresUrl === null ? join(home, "campaign.sqlite") : { url: postgresUrl, schema: SCHEMA };
  if (postgresUrl !== null && own === null) await requireEmpty(postgresUrl);
  return {
    name: postgresUrl === null ? "SQLite" : "PostgreSQL",
    home,
    postgresUrl,
    postgres: own,
    open: () => openCampaignDatabase(place),
    async leave() {
      if (own) await own.stop();
      else if (postgresUrl !== null) await emptyAgain(postgresUrl);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function startOwn(): Promise<PostgresServer> {
  const programs = postgresPrograms();
  if (programs === null) throw new UsageError("PostgreSQL is not installed (Debian: postgresql).");
  return startPostgres(programs, { isDurable: true });
}

/** A bench must never write among a campaign's own rows. */
async function requireEmpty(url: string): Promise<void> {
  const database = await openCampaignDatabase({ url, schema: "arpent_bench_probe" });
  try {
    const schemas = await database.introspection.getSchemas();
    if (schemas.some(({ name }) => name === SCHEMA)) {
      throw new UsageError(
        `--postgres: that database holds a campaign already (schema "${SCHEMA}"). Give an empty one.`,
      );
    }
  } finally {
    await database.schema.dropSchema("arpent_bench_probe").cascade().execute();
    await database.destroy();
  }
}

async function emptyAgain(url: string): Promise<void> {
  const database = await openCampaignDatabase({ url, schema: SCHEMA });
  await database.schema.dropSchema(SCHEMA).cascade().execute();
  await database.destroy();
}
