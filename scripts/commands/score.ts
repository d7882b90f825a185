import type { Feature } from "geojson";
import { scoreStations } from "../../geodata/scoring/score-stations.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { csvText } from "../../server/contract/csv-text.ts";
import type { ScoreReport } from "../../server/contract/scores.ts";
import { readCampChoice } from "../camp-choice-file.ts";
import { type Command, EXIT } from "../command.ts";
import { readOptions } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";

export const score: Command = {
  name: "score",
  help: `usage: arpent score --territory NAME [--campaign FILE | --preset NAME] [--format json|csv|geojson]

Prints two scores per station, as shares of registered voters and as voters.

  --territory NAME   a built territory (see: arpent territory list)
  --campaign FILE    JSON {"name": "…", "sides": {"candidate id": "ours" | "near" | "neutral" | "far" | "hostile"}},
                     as the application exports it; optional:
                     "assumptions": what a knock is expected to yield, all four of {"conversationsPerDoor": 0.3,
                     "votersPerConversation": 1.3, "mobilisationEffect": 0.02, "persuasionEffect": 0.005} (these are
                     the defaults; effects are votes won per voter met); votes per door, and plans that look for
                     votes, follow them
                     "mix": the organizer's weights and classes, {"mobilisation": 1, "persuasion": 1, "priority":
                     0.2, "second": 0.5}; kept and shown by the application, changes no score
  --preset NAME      far-left, left, ecologist, centre, right or far-right; without either, the preset
                     that had most votes in the latest first round
  --format FORMAT    json (default), csv or geojson
  --json             same as --format json`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json"], values: ["territory", "campaign", "preset", "format"] });
    const name = options.requiredText("territory", "demo");
    const format = options.oneOf("format", ["json", "csv", "geojson"]) ?? "json";
    const territory = openNamedTerritory(name);
    try {
      const choice = await readCampChoice(territory, {
        campaign: options.text("campaign"),
        preset: options.text("preset"),
      });
      const report = scoreStations(territory, choice);
      terminal.out(FORMATS[options.flag("json") ? "json" : format](report, territory));
      for (const { sentence } of Object.values(report.signal)) terminal.say(sentence.en);
      for (const note of report.notes) terminal.say(note.en);
      if (report.leftOut.length > 0)
        terminal.say(`${report.leftOut.length} results do not add up and are used nowhere.`);
      if (report.missing.length > 0) terminal.say(`${report.missing.length} stations have no score.`);
      return report.stations.length > 0 ? EXIT.done : EXIT.nothingFound;
    } finally {
      territory.close();
    }
  },
};

const FORMATS: Readonly<Record<"json" | "csv" | "geojson", (report: ScoreReport, territory: Territory) => string>> = {
  json: (report) => JSON.stringify(report, null, 1),
  csv: (report) => csvText(CSV_HEADER, report.stations.map(csvRow)),
  geojson: (report, territory) =>
    JSON.stringify({ type: "FeatureCollection", features: scoreFeatures(report, territory) }),
};

const CSV_HEADER = ["station", "registered"].concat(
  ["mobilisation", "persuasion"].flatMap((score) => [
    `${score}_share`,
    `${score}_low`,
    `${score}_high`,
    `${score}_voters`,
  ]),
  ["votes_per_door", "matched_share"],
);

function csvRow(row: ScoreReport["stations"][number]) {
  const estimates = [row.mobilisation, row.persuasion].flatMap(({ share, low, high, voters }) => [
    round(share),
    round(low),
    round(high),
    voters,
  ]);
  return [row.stationId, row.registered, ...estimates, Number(row.votesPerDoor.toFixed(5)), round(row.matchedShare)];
}

function scoreFeatures(report: ScoreReport, territory: Territory): readonly Feature[] {
  const stations = territory.stations();
  return report.stations.flatMap(({ stationIndex, parts: _, ...properties }) => {
    const station = stations[stationIndex];
    return station ? [{ type: "Feature" as const, id: stationIndex, properties, geometry: station.geometry }] : [];
  });
}

function round(share: number): number {
  return Number(share.toFixed(4));
}
