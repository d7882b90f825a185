import type { ChangeReport } from "../../server/contract/plan-change.ts";

/** What a change report is told with: numbers as the reader writes them, and who was absent when that is known. */
export interface ToldChange {
  readonly report: ChangeReport;
  readonly integer: (value: number) => string;
  /** Ids of removed routes, joined as a list; empty when they are not known. */
  readonly removedRoutes: string;
  readonly removedCount: number;
}
