import * as v from "valibot";
import type { CampaignPrivacy } from "./outings.ts";

/** Who answers for the contacts of this campaign, and how they are reached. */
export const ControllerSchema = v.object({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(120)),
  contact: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
});
export type Controller = v.InferOutput<typeof ControllerSchema>;

export const PrivacySchema: v.GenericSchema<CampaignPrivacy> = v.object({
  buildingNotes: v.boolean(),
  contacts: v.boolean(),
});

/** GET and PUT /api/field-settings: what the campaign lets its phones ask. Contacts need somebody who answers for them. */
export const FieldChoicesSchema = v.object({ privacy: PrivacySchema, controller: v.nullable(ControllerSchema) });
export type FieldChoices = v.InferOutput<typeof FieldChoicesSchema>;
