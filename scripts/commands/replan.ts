import { writeFile } from "node:fs/promises";
import * as v from "valibot";
import { scoreStations } from "../../geodata/scoring/score-stations.ts";
import type { Plan } from "../../server/contract/plan.ts";
import { type PlanChange, PlanChangeSchema } from "../../server/contract/plan-change.ts";
import { parseRouterUrl } from "../../server/osrm-router/parse-router-url.ts";
import { changeWithFallback } from "../../server/osrm-router/plan-with-fallback.ts";
import { readCampChoice } from "../camp-choice-file.ts";
import { type Command, EXIT } from "../command.ts";
import { type Options, readOptions } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";
import { readPlan } from "../plan-file.ts";

export const replan: Command = {
  name: "replan",
  help: `usage: arpent replan --plan FILE [changes] [--json] [--out FILE]

Makes a plan anew after a change, moving as few stops as possible from one volunteer to another.

changes
  --remove 3,7           routes whose volunteers do not come: the others share their stops
  --add N                routes more
  --minutes T            time of every route from now on
  --done ID,ID           stops that have been visited: their routes go on from the last of them
  --skip ID,ID           stops that nobody shall visit
  --lock ID,ID           stops that stay on their route
  --keep-order           locked stops also stay in their order
  --seconds X            search effort, default 0.2
  --campaign FILE, --preset NAME   as for arpent plan
output
  --json                 the plan as JSON on stdout
  --out FILE             the plan as JSON in a file`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["keep-order", "json"], values: VALUES });
    const before = await readPlan(options.requiredText("plan", "plan.json"));
    const change = readChange(options);
    const server = parseRouterUrl(process.env.ROUTER_URL);
    const territory = openNamedTerritory(before.territory.name);
    try {
      const campaign = { campaign: options.text("campaign"), preset: options.text("preset") };
      const { stations } = scoreStations(territory, await readCampChoice(territory, campaign));
      const surroundings = {
        votesPerDoor: stations.length > 0 ? new Map(stations.map((s) => [s.stationIndex, s.votesPerDoor])) : null,
        now: () => performance.now(),
        signal: terminal.signal,
        onProgress: ({ share }: { readonly share: number }) =>
          terminal.progress(`Changing the plan ${Math.round(100 * share)} %`),
      };
      const after = await changeWithFallback(territory, before, change, surroundings, server);
      const json = JSON.stringify(after);
      const out = options.text("out");
      if (out !== undefined) await writeFile(out, json);
      if (options.flag("json")) terminal.out(json);
      terminal.say(summaryOf(after));
      return after.routes.length > 0 ? EXIT.done : EXIT.nothingFound;
    } finally {
      territory.close();
    }
  },
};

const VALUES = ["plan", "remove", "add", "minutes", "done", "skip", "lock", "seconds", "campaign", "preset", "out"];

function readChange(options: Options): PlanChange {
  const ids = (name: string): string[] =>
    (options.text(name) ?? "")
      .split(",")
      .map((id) => id.trim())
      .filter((id) => id !== "");
  const minutes = options.number("minutes", { min: 5, max: 600 });
  const seconds = options.number("seconds", { min: 0.05, max: 120 });
  return v.parse(PlanChangeSchema, {
    removedRoutes: ids("remove"),
    addedRoutes: options.number("add", { min: 0, max: 200, isWhole: true }) ?? 0,
    doneStops: ids("done"),
    skippedStops: ids("skip"),
    lockedStops: ids("lock"),
    keepsOrder: options.flag("keep-order"),
    ...(minutes === undefined ? {} : { minutes }),
    ...(seconds === undefined ? {} : { seconds }),
  });
}

function summaryOf({ routes, totals, change, warnings }: Plan): string {
  return [
    ...routes.map(
      ({ id, stops, durationSeconds }) =>
        `route ${id.padStart(2)}  ${String(stops.length).padStart(4)} stops  ${Math.round(durationSeconds / 60)} min`,
    ),
    `${totals.routes} routes, ${totals.stops} stops, ${totals.doors} doors`,
    ...(change
      ? [
          `${change.movedStops} stops moved to another volunteer, ${change.takenOverStops} taken over, ` +
            `${change.addedStops} added, ${change.droppedStops} dropped; ${change.unchangedRoutes} routes as before`,
        ]
      : []),
    ...warnings,
  ].join("\n");
}
