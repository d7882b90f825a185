import { writeFile } from "node:fs/promises";
import * as v from "valibot";
import { type ZonesAnswer, type ZonesRequest, ZonesRequestSchema } from "../../server/contract/zones.ts";
import { cutSelection } from "../../server/zoning/cut-selection.ts";
import { readArea } from "../area-options.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { type Options, readOptions } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";

export const zones: Command = {
  name: "zones",
  help: `usage: arpent zones --territory NAME (--stations A,B|all | --zone FILE.geojson) --zones K [options]

Cuts an area into K compact zones of equal work (doors and the walk to them), each in one piece on the street
network and, where that can be, on one side of rivers, railways and main roads.

where
  --stations A,B|all     polling stations by id (75056_0321) or all of them
  --zone FILE            every address inside a GeoJSON polygon
how
  --zones K              1 to 200
  --seed N               same seed, same zones; default 1
  --minutes-per-door X   default 1.5
  --speed X              km/h on the flat, default 4.5
output
  --json                 zones, score and notes as JSON on stdout
  --out FILE             the zones as GeoJSON in a file`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json"], values: VALUES });
    const request = await readRequest(options);
    const territory = openNamedTerritory(options.requiredText("territory", "demo"));
    try {
      terminal.progress("Cutting zones");
      const answer = cutSelection(territory, request);
      const out = options.text("out");
      if (out !== undefined) await writeFile(out, JSON.stringify(answer.zones));
      if (options.flag("json")) terminal.out(JSON.stringify(answer));
      terminal.say(summaryOf(answer));
      return EXIT.done;
    } finally {
      territory.close();
    }
  },
};

const VALUES = ["territory", "stations", "zone", "zones", "seed", "minutes-per-door", "speed", "out"];

async function readRequest(options: Options): Promise<ZonesRequest> {
  const selection = await readArea(options);
  if (selection === null) throw new UsageError("Say where: --stations A,B (or all), or --zone FILE.geojson.");
  const count = options.number("zones", { min: 1, max: 200, isWhole: true });
  if (count === undefined) throw new UsageError("--zones is missing: expected e.g. --zones 15.");
  const given = {
    selection,
    zones: count,
    seed: options.number("seed", { min: 0, max: Number.MAX_SAFE_INTEGER, isWhole: true }),
    minutesPerDoor: options.number("minutes-per-door", { min: 0.1, max: 60 }),
    speed: options.number("speed", { min: 1, max: 8 }),
  };
  const parsed = v.safeParse(ZonesRequestSchema, given);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UsageError(`${v.getDotPath(issue) ?? "the request"}: ${issue.message}`);
}

function summaryOf({ zones: { features }, score, notes }: ZonesAnswer): string {
  return [
    ...features.map(
      ({ properties: { zone, addresses, doors, workSeconds, walkMetres } }) =>
        `zone ${zone.padStart(3)}  ${String(addresses).padStart(5)} addresses  ${String(doors).padStart(5)} doors  ` +
        `${(workSeconds / 3600).toFixed(1).padStart(6)} h  ${(walkMetres / 1000).toFixed(1).padStart(5)} km to walk`,
    ),
    `${features.length} zones; work from ${percent(score.lightest)} to ${percent(score.heaviest)} of the mean, ` +
      `${score.sharedPieces} street pieces shared, ${score.metresEquivalentPerDoor.toFixed(1)} metres-equivalent per door`,
    ...notes.map(({ text }) => text.en),
  ].join("\n");
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
