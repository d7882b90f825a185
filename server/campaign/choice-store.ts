import { type ChoiceKind, type ChoiceVersion, countSides, type KeptChoice } from "../contract/choice-versions.ts";
import type { CampChoice } from "../contract/scores.ts";
import type { CampaignDatabase } from "./campaign-database.ts";

/** A choice as somebody hands it in. */
export interface NewChoice {
  readonly territoryName: string;
  readonly choice: CampChoice;
  readonly kind: ChoiceKind;
  readonly restoredFrom: number | null;
  readonly editor: string | null;
  /** The version it was made from, 0 for none. */
  readonly basedOn: number;
  readonly at: Date;
}

export interface ChoiceStore {
  latest(territoryName: string): Promise<KeptChoice | null>;
  find(territoryName: string, version: number): Promise<KeptChoice | null>;
  /** Latest first, the last `most` of them. */
  list(territoryName: string, most: number): Promise<readonly ChoiceVersion[]>;
  /** Adds a version after the one it is based on. False, and nothing is written, when that is not the latest. */
  append(added: NewChoice): Promise<boolean>;
  /**
   * Puts an edit in the place of the version it is based on, under the next number. False, and nothing is written, unless
   * that is the latest, an edit by the same editor, saved after `savedAfter` and begun after `begunAfter`.
   */
  amend(edit: NewChoice, since: { readonly savedAfter: Date; readonly begunAfter: Date }): Promise<boolean>;
}

const NO_ROWS = 0n;

export function createChoiceStore(database: CampaignDatabase): ChoiceStore {
  const stored = () => database.selectFrom("choice_versions").select(["choice", "version", "saved_at"]);
  const later = ({ territoryName, basedOn }: NewChoice) =>
    database
      .selectFrom("choice_versions as later")
      .select("later.version")
      .where("later.territory_name", "=", territoryName)
      .where("later.version", ">", basedOn);
  return {
    async latest(territoryName) {
      const rows = stored().where("territory_name", "=", territoryName);
      const row = await rows.orderBy("version", "desc").limit(1).executeTakeFirst();
      return row ? opened(row) : null;
    },
    async find(territoryName, version) {
      const rows = stored().where("territory_name", "=", territoryName);
      const row = await rows.where("version", "=", version).executeTakeFirst();
      return row ? opened(row) : null;
    },
    async list(territoryName, most) {
      const rows = await database
        .selectFrom("choice_versions")
        .select(["version", "name", "saved_at", "kind", "restored_from", "counts"])
        .where("territory_name", "=", territoryName)
        .orderBy("version", "desc")
        .limit(most)
        .execute();
      return rows.map(({ version, name, saved_at, kind, restored_from, counts }) => ({
        version,
        name,
        savedAt: saved_at,
        kind: kind as ChoiceKind,
        restoredFrom: restored_from,
        counts: JSON.parse(counts) as ChoiceVersion["counts"],
      }));
    },
    async append(added) {
      const row = { ...written(added), territory_name: added.territoryName, begun_at: added.at.toISOString() };
      const columns = Object.keys(row) as (keyof typeof row)[];
      // One statement, so that of two who save at once one is refused whatever the timing.
      const result = await database
        .insertInto("choice_versions")
        .columns(columns)
        .expression(
          database
            .selectNoFrom(({ val }) => columns.map((column) => val(row[column]).as(column)))
            .where(({ not, exists }) => not(exists(later(added)))),
        )
        .onConflict((conflict) => conflict.columns(["territory_name", "version"]).doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? NO_ROWS) > NO_ROWS;
    },
    async amend(edit, { savedAfter, begunAfter }) {
      const result = await database
        .updateTable("choice_versions")
        .set(written(edit))
        .where("territory_name", "=", edit.territoryName)
        .where("version", "=", edit.basedOn)
        .where("kind", "=", "edit")
        .where("editor", "=", edit.editor)
        .where("saved_at", ">", savedAfter.toISOString())
        .where("begun_at", ">", begunAfter.toISOString())
        .where(({ not, exists }) => not(exists(later(edit))))
        .executeTakeFirst();
      return result.numUpdatedRows > NO_ROWS;
    },
  };
}

function opened(row: { readonly choice: string; readonly version: number; readonly saved_at: string }): KeptChoice {
  return { ...(JSON.parse(row.choice) as CampChoice), version: row.version, savedAt: row.saved_at };
}

function written({ choice, kind, restoredFrom, editor, basedOn, at }: NewChoice) {
  return {
    version: basedOn + 1,
    name: choice.name,
    choice: JSON.stringify(choice),
    counts: JSON.stringify(countSides(choice.sides)),
    kind,
    restored_from: restoredFrom,
    editor,
    saved_at: at.toISOString(),
  };
}
