import * as v from "valibot";
import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import type { CampaignPrivacy } from "../contract/outings.ts";
import type { Language } from "../contract/plan.ts";
import { type Controller, ControllerSchema, type Notice, noticeOf } from "./notice.ts";

export interface FieldSettings {
  readonly privacy: CampaignPrivacy;
  readonly notice: Notice;
}

export interface FieldSettingsStore {
  /** What phones may ask, and the notice above the consent form: its text is kept from the first time it is shown. */
  read(language: Language): Promise<FieldSettings>;
  /** Whether a text of this version was ever shown. */
  isKnownNotice(version: string): Promise<boolean>;
}

const PrivacySchema = v.object({ buildingNotes: v.boolean(), contacts: v.boolean() });
/** Counts per building, and nothing else. */
const DEFAULT_PRIVACY: CampaignPrivacy = { buildingNotes: false, contacts: false };

export function createFieldSettings(database: CampaignDatabase): FieldSettingsStore {
  const keyOf = (version: string) => `notice:${version}`;
  return {
    async read(language) {
      const rows = await database
        .selectFrom("settings")
        .selectAll()
        .where("key", "in", ["privacy", "controller"])
        .execute();
      const setting = (key: string): unknown => JSON.parse(rows.find((row) => row.key === key)?.value ?? "null");
      const controller = parsed<Controller>(ControllerSchema, setting("controller"));
      const chosen = parsed<CampaignPrivacy>(PrivacySchema, setting("privacy")) ?? DEFAULT_PRIVACY;
      // Nobody can agree to be written to by they are not told whom.
      const privacy = { ...chosen, contacts: chosen.contacts && controller !== null };
      const notice = noticeOf(controller, language);
      if (privacy.contacts && !(await this.isKnownNotice(notice.version))) {
        await database
          .insertInto("settings")
          .values({ key: keyOf(notice.version), value: JSON.stringify(notice.text) })
          .onConflict((conflict) => conflict.column("key").doNothing())
          .execute();
      }
      return { privacy, notice };
    },
    async isKnownNotice(version) {
      const row = await database
        .selectFrom("settings")
        .select("key")
        .where("key", "=", keyOf(version))
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function parsed<Shape>(schema: v.GenericSchema<unknown, Shape>, value: unknown): Shape | null {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : null;
}
