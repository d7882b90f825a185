import type { Migration } from "kysely";
import { plansAndChoices } from "./0001-plans-and-choices.ts";
import { choiceVersions } from "./0002-choice-versions.ts";
import { zonings } from "./0003-zonings.ts";
import { planEdits } from "./0004-plan-edits.ts";
import { people } from "./0005-people.ts";
import { outings } from "./0006-outings.ts";
import { contacts } from "./0007-contacts.ts";
import { surveys } from "./0008-surveys.ts";
import { sealedSecrets } from "./0009-sealed-secrets.ts";
import { sheetsTaken } from "./0010-sheets-taken.ts";
import { answeredEdits } from "./0011-answered-edits.ts";

/** Every change of the campaign's tables, in order. A migration that has been released never changes. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-plans-and-choices": plansAndChoices,
  "0002-choice-versions": choiceVersions,
  "0003-zonings": zonings,
  "0004-plan-edits": planEdits,
  "0005-people": people,
  "0006-outings": outings,
  "0007-contacts": contacts,
  "0008-surveys": surveys,
  "0009-sealed-secrets": sealedSecrets,
  "0010-sheets-taken": sheetsTaken,
  "0011-answered-edits": answeredEdits,
};
