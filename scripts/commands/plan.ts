import { writeFile } from "node:fs/promises";
import { scoreStations } from "../../geodata/scoring/score-stations.ts";
import { arpentHome } from "../../geodata/territory/territory-folder.ts";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";
import { campaignPlace } from "../../server/campaign/campaign-place.ts";
import type { Plan, PlanRequest } from "../../server/contract/plan.ts";
import { parseRouterUrl } from "../../server/osrm-router/parse-router-url.ts";
import { planWithFallback } from "../../server/osrm-router/plan-with-fallback.ts";
import type { PlanningSurroundings } from "../../server/planning/plan-routes.ts";
import { routeMinutes } from "../../server/planning/remaining-routes.ts";
import { leaveOutDone } from "../../server/progress/leave-out-done.ts";
import { createProgressStore } from "../../server/progress/progress-store.ts";
import { readCampChoice } from "../camp-choice-file.ts";
import { type Command, EXIT } from "../command.ts";
import { readOptions } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";
import { readPlanRequest } from "../plan-options.ts";

export const plan: Command = {
  name: "plan",
  help: `usage: arpent plan --territory NAME (--stations A,B|all | --zone FILE.geojson | --best)
                   --volunteers N --minutes T [options]

Splits the doors of the chosen area into one walking route per volunteer or pair, with directions.

where
  --stations A,B|all     polling stations by id (75056_0321) or all of them
  --zone FILE            every address inside a GeoJSON polygon
  --best                 the stations that give most per volunteer-hour, walk included
how
  --volunteers N         1 to 200
  --minutes T            time of each route, 5 to 600
  --pairs                volunteers walk two by two (an odd one makes a group of three)
  --start RULE           where all routes begin: central (default), lowest, highest, transit (the
                         public-transport stop nearest to the doors) or LON,LAT;
                         anywhere: each route at its own first stop
  --end RULE             anywhere (default), start, central, lowest, highest, transit or LON,LAT
  --team FILE            limits of route 1, 2, …: a JSON list, e.g.
                         [{"minutes": 60, "maxAscentMetres": 50}, {"avoidsSteps": true}, {"hasBicycle": true}];
                         each may also have its own "start" and "end"
  --goal GOAL            cover (default): as many doors as fit, balanced; value: the doors worth most
  --minutes-per-door X   default 1.5
  --speed X              km/h on the flat, default 4.5
  --seed N               same seed, same plan; default 1
  --seconds X            search effort, default 5
  --leave-out-done       leave out what the outings of the campaign ($ARPENT_HOME, DATABASE_URL) settled
  --day YYYY-MM-DD, --starts-at HH:MM
                         of the coming outing: who was absent is visited on another weekday or half of the day
  --campaign FILE        the campaign's choice of candidates and its field assumptions, for --goal value and --best
                         (see: arpent score --help)
  --preset NAME          far-left, left, ecologist, centre, right or far-right, instead
  --lang LANG            language of the directions: fr (default) or en
output
  --json                 the plan as JSON on stdout
  --out FILE             the plan as JSON in a file
walks
  ROUTER_URL             an OSRM v5 server that measures and draws the walks instead of Arpent, for
                         campaigns that route a whole country: osrm+http://HOST:PORT/foot?speed=5
                         (osrm+https too; the path is the profile). Options after the question mark:
                           speed=5     km/h at which that profile walks on the flat; durations are
                                       scaled from it to --speed
                           table=100   --max-table-size of the server
                           timeout=10  seconds for one request
                         When it fails, the whole plan is made by Arpent, and says so.`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["best", "pairs", "json", "leave-out-done"], values: VALUES });
    const router = parseRouterUrl(process.env.ROUTER_URL);
    const asked = await readPlanRequest(options);
    const name = options.requiredText("territory", "demo");
    const request = asked.leaveOutDone ? await withoutDone(name, asked) : asked;
    const territory = openNamedTerritory(name);
    try {
      const choice = await readCampChoice(territory, {
        campaign: options.text("campaign"),
        preset: options.text("preset"),
      });
      const { stations } = scoreStations(territory, choice);
      const surroundings: PlanningSurroundings = {
        votesPerDoor: stations.length > 0 ? new Map(stations.map((s) => [s.stationIndex, s.votesPerDoor])) : null,
        now: () => performance.now(),
        signal: terminal.signal,
        onProgress: ({ stage, share }) => terminal.progress(`${STAGES[stage]} ${Math.round(100 * share)} %`),
      };
      const result = await planWithFallback(territory, request, surroundings, router);
      const json = JSON.stringify(result);
      const out = options.text("out");
      if (out !== undefined) await writeFile(out, json);
      if (options.flag("json")) terminal.out(json);
      terminal.say(summaryOf(result));
      return result.routes.length > 0 ? EXIT.done : EXIT.nothingFound;
    } finally {
      territory.close();
    }
  },
};

const VALUES = ["territory", "stations", "zone", "volunteers", "minutes", "start", "end", "goal"].concat([
  "team",
  "minutes-per-door",
  "speed",
  "seed",
  "seconds",
  "campaign",
  "preset",
  "lang",
  "out",
  "day",
  "starts-at",
]);

/** What the campaign of this machine has settled already. */
async function withoutDone(territoryName: string, request: PlanRequest): Promise<PlanRequest> {
  const database = await openCampaignDatabase(campaignPlace(arpentHome(), process.env.DATABASE_URL));
  try {
    const progress = createProgressStore(database);
    return await leaveOutDone(territoryName, request, { progress, now: () => new Date() });
  } finally {
    await database.destroy();
  }
}

const STAGES = {
  doors: "Looking up doors",
  durations: "Measuring walks",
  routes: "Searching routes",
  directions: "Writing directions",
} as const;

function summaryOf({ routes, totals, unserved, warnings, request }: Plan): string {
  const reasons = new Map<string, number>();
  for (const { code } of unserved) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  return [
    ...routes.map(
      (route) =>
        `route ${route.id.padStart(2)}  ${String(route.stops.length).padStart(4)} stops  ` +
        `${String(route.stops.reduce((sum, { doors }) => sum + doors, 0)).padStart(4)} doors  ` +
        `${(route.distanceMetres / 1000).toFixed(2).padStart(6)} km  ` +
        `${String(Math.round(route.durationSeconds / 60)).padStart(4)} of ${routeMinutes(request, route.id)} min  ` +
        `climb ${Math.round(route.ascentMetres)} m`,
    ),
    `${totals.routes} routes, ${totals.stops} stops, ${totals.doors} doors, ${(totals.distanceMetres / 1000).toFixed(1)} km, ` +
      `${(totals.durationSeconds / 3600).toFixed(1)} h; expected: ${Math.round(totals.expectedConversations)} conversations, ` +
      `${totals.expectedPersuaded.toFixed(1)} votes`,
    ...[...reasons].map(([code, count]) => `${count} stops not served: ${code}`),
    ...warnings,
  ].join("\n");
}
