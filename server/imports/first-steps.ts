import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import type { ChoiceStore } from "../campaign/choice-store.ts";
import type { FirstSteps } from "../contract/first-steps.ts";
import type { PlanStore } from "../plans/plan-store.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";

export interface FirstStepsDeps {
  readonly library: Pick<TerritoryLibrary, "names" | "open">;
  readonly choices: Pick<ChoiceStore, "latest">;
  readonly plans: Pick<PlanStore, "list" | "countWithSheets">;
}

/** How far the furthest territory is. */
export async function firstSteps({ library, choices, plans }: FirstStepsDeps): Promise<FirstSteps> {
  let furthest: FirstSteps = NOWHERE;
  for (const name of library.names()) {
    const summary = summaryOf(name, library);
    if (summary === null) continue;
    const choice = await choices.latest(name);
    const ours = Object.values(choice?.sides ?? {}).filter((side) => side === "ours").length;
    const hasResults = summary.counts.elections > 0;
    const stations = ours > 0 && hasResults ? summary.counts.stations : 0;
    const made = await plans.list(name);
    const sheets = await plans.countWithSheets(name);
    const steps: FirstSteps = {
      territory: { name, title: summary.title },
      done: {
        territory: true,
        camps: ours > 0,
        // Without results there is nothing to score by: any plan shows that stations were looked at.
        stations: stations > 0 || made.length > 0,
        plan: made.length > 0,
        sheet: sheets > 0,
      },
      skipped: hasResults ? [] : made.length > 0 ? ["camps"] : ["camps", "stations"],
      planId: made.find(({ status }) => status === "done")?.id ?? null,
      counts: { ours, stations, plans: made.length, sheets },
    };
    if (countDone(steps) > countDone(furthest)) furthest = steps;
  }
  return furthest;
}

const NOWHERE: FirstSteps = {
  territory: null,
  done: { territory: false, camps: false, stations: false, plan: false, sheet: false },
  skipped: [],
  planId: null,
  counts: { ours: 0, stations: 0, plans: 0, sheets: 0 },
};

function countDone({ done }: FirstSteps): number {
  return Object.values(done).filter(Boolean).length;
}

/** A file that cannot be read is no step; the list of territories says what is wrong with it. */
function summaryOf(name: string, library: Pick<TerritoryLibrary, "open">) {
  try {
    return library.open(name).summary;
  } catch (error) {
    if (error instanceof UnusableFile) return null;
    throw error;
  }
}
