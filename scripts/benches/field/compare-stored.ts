import { groupBy } from "../../../geodata/geometry/group-by.ts";
import type { CampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { FieldEvent } from "../../../server/contract/field-events.ts";
import { foldFieldEvents } from "../../../server/contract/fold-field-events.ts";
import type { Phone } from "./phone.ts";

export interface Comparison {
  /** Events that a phone was told are stored. */
  readonly acknowledged: number;
  readonly stored: number;
  /** Acknowledged, and not there. */
  readonly lost: number;
  /** Rows beyond one for each event. */
  readonly duplicated: number;
  /** Stored, and made by no phone. */
  readonly unknown: number;
  /** Outings whose numbers are not 1, 2, 3… */
  readonly outingsWithGaps: number;
  /** Addresses whose report is not what their events add up to. */
  readonly wrongReports: number;
}

/** Holds what phones were told against what the campaign has. */
export async function compareStored(database: CampaignDatabase, phones: readonly Phone[]): Promise<Comparison> {
  const acknowledged = new Set(phones.flatMap((phone) => [...phone.acknowledged]));
  const made = new Set(phones.flatMap((phone) => phone.made.map(({ id }) => id)));
  const outings = [...new Set(phones.map(({ link }) => link.outingId))];
  const stored: string[] = [];
  let outingsWithGaps = 0;
  let wrongReports = 0;
  for (const outingId of outings) {
    const rows = await database
      .selectFrom("field_events")
      .select(["id", "sequence", "stop_id", "body"])
      .where("outing_id", "=", outingId)
      .orderBy("sequence")
      .execute();
    stored.push(...rows.map(({ id }) => id));
    if (rows.some(({ sequence }, index) => sequence !== index + 1)) outingsWithGaps++;
    wrongReports += await countWrongReports(
      database,
      outingId,
      // Written by the server from what passed the schema.
      rows.map(({ body }) => JSON.parse(body) as FieldEvent),
    );
  }
  const distinct = new Set(stored);
  return {
    acknowledged: acknowledged.size,
    stored: stored.length,
    lost: [...acknowledged].filter((id) => !distinct.has(id)).length,
    duplicated: stored.length - distinct.size,
    unknown: [...distinct].filter((id) => !made.has(id)).length,
    outingsWithGaps,
    wrongReports,
  };
}

async function countWrongReports(
  database: CampaignDatabase,
  outingId: string,
  events: readonly FieldEvent[],
): Promise<number> {
  const reports = await database.selectFrom("stop_reports").selectAll().where("outing_id", "=", outingId).execute();
  const undos = events.filter(({ kind }) => kind === "undo");
  const stops = groupBy(
    events.flatMap((event) => ("stopId" in event ? [event] : [])),
    ({ stopId }) => stopId,
  );
  const wrong = [...stops].filter(([stopId, about]) => {
    const expected = foldFieldEvents([...about, ...undos]);
    const report = reports.find((row) => row.stop_id === stopId);
    return (
      report === undefined ||
      report.doors !== expected.doors ||
      report.is_finished !== Number(expected.isFinished) ||
      report.counts !== JSON.stringify(expected.counts)
    );
  });
  return wrong.length + reports.filter(({ stop_id }) => !stops.has(stop_id)).length;
}
