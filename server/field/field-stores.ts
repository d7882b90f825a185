import type { CampaignDatabase } from "../campaign/campaign-tables.ts";
import { createSurveyStore, type SurveyStore } from "../surveys/survey-store.ts";
import { createFieldEventStore, type FieldEventStore } from "./event-store.ts";
import { createFieldSettings, type FieldSettingsStore } from "./field-settings.ts";
import { createJoinStore, type JoinStore } from "./join-store.ts";
import { createFieldLinkStore, type FieldLinkStore } from "./link-store.ts";
import { createSheetStore, type SheetStore } from "./sheet-store.ts";

/** What a campaign keeps for its phones, and what it has from them. */
export interface FieldStores {
  readonly links: FieldLinkStore;
  readonly sheets: SheetStore;
  readonly joins: JoinStore;
  readonly events: FieldEventStore;
  readonly settings: FieldSettingsStore;
  readonly surveys: Pick<SurveyStore, "find">;
}

export function createFieldStores(database: CampaignDatabase): FieldStores {
  return {
    links: createFieldLinkStore(database),
    sheets: createSheetStore(database),
    joins: createJoinStore(database),
    events: createFieldEventStore(database),
    settings: createFieldSettings(database),
    surveys: createSurveyStore(database),
  };
}
