import type { Migration } from "kysely";
import { plansAndChoices } from "./0001-plans-and-choices.ts";

/** Every change of the campaign's tables, in order. A migration that has been released never changes. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001-plans-and-choices": plansAndChoices,
};
