import { createHash } from "node:crypto";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { commitDurably } from "../campaign/durable-commit.ts";
import { isPostgres } from "../campaign/migrations/on-both-stores.ts";
import { storeFault } from "../campaign/store-faults.ts";
import type { ContactGiven, FieldEvent } from "../contract/field-events.ts";
import { type BroughtSheet, receiptsOf } from "../surveys/keep-sheets.ts";
import { busyServer } from "./field-words.ts";
import { createGroupCommits } from "./group-commits.ts";
import { storeReports } from "./store-reports.ts";

/** One event that may be stored. */
export interface ReportedEvent {
  /** By the clock of the server. Of a contact without the details, of a note without it where notes are not kept. */
  readonly event: Omit<FieldEvent, "kind"> & { readonly kind: FieldEvent["kind"] };
  readonly stopId: string | null;
  readonly undoes: string | null;
  /** When it was made, as the phone said. */
  readonly phoneAt: string;
  /** The details that somebody left. */
  readonly contact: GivenContact | null;
  /** What somebody answered to the survey: kept by itself, and of its event the id alone. */
  readonly brought: BroughtSheet | null;
  /** The sheet that an undo takes out again. */
  readonly takenSheetId: string | null;
}

export interface GivenContact {
  readonly id: string;
  readonly given: ContactGiven;
  readonly purgeAfter: string;
}

/** A batch of one phone. */
export interface FieldReport {
  readonly outingId: string;
  readonly outingRouteId: string;
  readonly deviceId: string;
  /** By the clock of the server. */
  readonly receivedAt: string;
  readonly events: readonly ReportedEvent[];
}

export interface ReportOutcome {
  /** Ids that are stored for good, now or before. */
  readonly stored: readonly string[];
  /** Ids that belong to an event of another outing. */
  readonly foreign: readonly string[];
  /** The outing holds as many events as it may: these are not stored. */
  readonly beyond: readonly string[];
  /** Answers to a survey that is not asked any more, or not in these words: these are not stored. */
  readonly outdated: readonly string[];
  /** Ids of what is stored for an address that the outing does not have, or has no more. */
  readonly astray: readonly string[];
  /** Whether anything was new that headquarters watch. */
  readonly isNews: boolean;
}

export interface FieldEventStore {
  /** Resolves once the disk holds the report. Null when its outing is gone. Throws Refusal "busy", and store faults. */
  accept(report: FieldReport): Promise<ReportOutcome | null>;
  /** Those of the ids that an outing's events have. */
  storedAmong(outingId: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Events in one commit: on SQLite the serving thread writes them itself, and others wait for it. */
const HEAVIEST_GROUP = 500;
/** Phones come back later rather than fill the server's memory. */
const MOST_WAITING = 5000;
/** Commits side by side on PostgreSQL: the other connections of the pool are for everybody else. */
const POSTGRES_LANES = 4;

export function createFieldEventStore(database: CampaignDatabase): FieldEventStore {
  const lanes = isPostgres(database) ? POSTGRES_LANES : 1;
  const commits = createGroupCommits<FieldReport, ReportOutcome | null>({
    laneOf: ({ outingId }) => laneOf(outingId, lanes),
    weightOf: ({ events }) => events.length + 1,
    heaviest: HEAVIEST_GROUP,
    commit: (reports) => commitDurably(database, (transaction) => storeReports(transaction, reports)),
    isOfOne: (fault) => storeFault(fault) === null,
  });
  return {
    async accept(report) {
      if (commits.waiting() >= MOST_WAITING) throw busyServer();
      return commits.add(report);
    },
    async storedAmong(outingId, ids) {
      if (ids.length === 0) return new Set();
      const rows = await database
        .selectFrom("field_events")
        .select("id")
        .where("outing_id", "=", outingId)
        .where("id", "in", ids)
        .execute();
      const receipts = await receiptsOf(database, ids);
      const answered = ids.filter((id) => receipts.get(id) === outingId);
      return new Set([...rows.map(({ id }) => id), ...answered]);
    },
  };
}

/** Events of an outing go through one lane: they wait in this process rather than in the store. */
function laneOf(outingId: string, lanes: number): string {
  return lanes === 1 ? "" : String((createHash("sha1").update(outingId).digest()[0] ?? 0) % lanes);
}
