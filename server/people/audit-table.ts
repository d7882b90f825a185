import { type CsvCell, csvText } from "../contract/csv-text.ts";
import type { Language } from "../contract/plan.ts";
import type { PeopleDeps } from "./people-deps.ts";

const ENTRIES_AT_ONCE = 1000;

const HEADER = {
  fr: ["numero", "date", "qui", "action", "objet", "identifiant", "details"],
  en: ["number", "date", "who", "action", "subject", "id", "details"],
} as const;

/** The whole audit log as a table, latest first. */
export async function auditTable(language: Language, { people }: Pick<PeopleDeps, "people">): Promise<string> {
  const rows: CsvCell[][] = [];
  let before: number | null = null;
  for (;;) {
    const { entries, hasMore } = await people.audit.page({ before, most: ENTRIES_AT_ONCE });
    for (const { sequence, at, actor, action, subjectKind, subjectId, details } of entries) {
      const facts = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
      rows.push([sequence, at, actor, action, subjectKind, subjectId, facts.join(", ")]);
    }
    before = entries.at(-1)?.sequence ?? null;
    if (!hasMore || before === null) return csvText(HEADER[language], rows);
  }
}
