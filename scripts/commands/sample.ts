import type { Feature } from "geojson";
import * as v from "valibot";
import { describeMargins } from "../../geodata/sampling/describe-margins.ts";
import { sampleStations } from "../../geodata/sampling/sample-stations.ts";
import { type KnownMargin, territoryMargins } from "../../geodata/sampling/territory-margins.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { csvText } from "../../server/contract/csv-text.ts";
import { Refusal } from "../../server/contract/refusal.ts";
import { type SampleReport, type SampleRequest, SampleRequestSchema } from "../../server/contract/sample.ts";
import { readCampChoice } from "../camp-choice-file.ts";
import { type Command, EXIT, UsageError } from "../command.ts";
import { type Options, readOptions } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";
import { readSampleReference } from "../sample-reference-file.ts";

export const sample: Command = {
  name: "sample",
  help: `usage: arpent sample --territory NAME --count K [options]
       arpent sample --territory NAME --list-margins

Chooses K polling stations whose census and votes agree with a population, for questionnaires or canvassing in few
places. Stations are drawn with chances in proportion to their registered voters, balanced on the margins, and
weighted (0.3 to 3) until the margins agree. Places are chosen, never persons.

whom to resemble
  --reference territory  the registered voters of the territory (default)
  --reference FILE.csv   columns margin, mean and, when known, deviation: what --list-margins writes of another
                         territory will do. Balanced are the usual margins that it knows, else all it names
on what
  --margins A,B,…        the most important first: ids of --list-margins, or names without a round (turnout, left).
                         Default: turnout and votes by family at the two latest rounds that can be classed, and the
                         census indicators that tell most
  --campaign FILE, --preset NAME
                         votes by the sides of a campaign (ours, near, far) instead of families; see: arpent score
  --list-margins         the margins of the territory as CSV, those that count by default marked
how
  --count K              stations to choose
  --spares N             replacements for each, the one that keeps the balance best first; default 3, at most 20
  --seed N               same seed, same stations; default 1
output
  --format FORMAT        json (default), csv or geojson
  --json                 same as --format json`,

  async run(args, terminal) {
    const options = readOptions(args, { flags: ["json", "list-margins"], values: VALUES });
    const name = options.requiredText("territory", "demo");
    const format = options.oneOf("format", ["json", "csv", "geojson"]) ?? "json";
    const request = options.flag("list-margins") ? null : readRequest(options);
    const territory = openNamedTerritory(name);
    try {
      const sides = await readSides(territory, options);
      const known = territoryMargins(territory, sides);
      if (request === null) {
        terminal.out(marginList(territory, known));
        return known.length > 0 ? EXIT.done : EXIT.nothingFound;
      }
      const reference = await readReference(options, known, request);
      const sampled = sampleStations(territory, request, { sides, reference });
      if (!sampled.ok) throw new Refusal("cannot-sample", sampled.reason);
      terminal.out(FORMATS[options.flag("json") ? "json" : format](sampled.value, territory));
      terminal.say(summaryOf(sampled.value));
      return EXIT.done;
    } finally {
      territory.close();
    }
  },
};

const VALUES = ["territory", "count", "reference", "margins", "campaign", "preset", "seed", "spares", "format"];

function readRequest(options: Options): SampleRequest {
  const count = options.number("count", { min: 1, max: 10_000, isWhole: true });
  if (count === undefined) throw new UsageError("--count is missing: expected e.g. --count 20.");
  const margins = options
    .text("margins")
    ?.split(",")
    .map((name) => name.trim());
  if (margins?.includes("")) {
    throw new UsageError(
      `--margins is "${options.text("margins")}": expected names between commas, e.g. turnout,left.`,
    );
  }
  const parsed = v.safeParse(SampleRequestSchema, {
    count,
    margins,
    seed: options.number("seed", { min: 0, max: Number.MAX_SAFE_INTEGER, isWhole: true }),
    spares: options.number("spares", { min: 0, max: 20, isWhole: true }),
  });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UsageError(`${v.getDotPath(issue) ?? "the request"}: ${issue.message}`);
}

async function readSides(territory: Territory, options: Options) {
  const given = { campaign: options.text("campaign"), preset: options.text("preset") };
  if (given.campaign === undefined && given.preset === undefined) return null;
  return (await readCampChoice(territory, given)).sides;
}

async function readReference(options: Options, known: readonly KnownMargin[], { margins }: SampleRequest) {
  const path = options.text("reference");
  if (path === undefined || path === "territory") return null;
  const reference = await readSampleReference(
    path,
    known.map(({ id }) => id),
  );
  const lacking = margins?.find((name) => !reference.margins.has(name));
  if (lacking === undefined) return reference;
  throw new UsageError(
    `--margins names "${lacking}", for which ${path} has no mean: expected ${[...reference.margins.keys()].join(", ")}.`,
  );
}

const FORMATS: Readonly<Record<"json" | "csv" | "geojson", (report: SampleReport, territory: Territory) => string>> = {
  json: (report) => JSON.stringify(report, null, 1),
  csv: (report) => csvText(CSV_HEADER, report.stations.map(csvRow)),
  geojson: (report, territory) =>
    JSON.stringify({ type: "FeatureCollection", features: sampleFeatures(report, territory) }),
};

const CSV_HEADER = ["station", "name", "commune", "registered", "probability", "weight", "spares"];

function csvRow(station: SampleReport["stations"][number]) {
  return [
    station.stationId,
    station.name,
    station.communeName,
    station.registered,
    round(station.probability),
    round(station.weight),
    station.spares.map(({ stationId }) => stationId).join(" "),
  ];
}

function sampleFeatures({ stations: chosen }: SampleReport, territory: Territory): readonly Feature[] {
  const stations = territory.stations();
  return chosen.flatMap(({ spares, ...station }) => [
    ...featureOf(stations, { ...station, role: "chosen" as const }),
    ...spares.flatMap((spare, rank) =>
      featureOf(stations, { ...spare, role: "spare" as const, spareOf: station.stationId, rank: rank + 1 }),
    ),
  ]);
}

function featureOf(
  stations: ReturnType<Territory["stations"]>,
  properties: Readonly<Record<string, unknown>> & { readonly stationIndex: number },
): readonly Feature[] {
  const station = stations[properties.stationIndex];
  return station ? [{ type: "Feature", id: station.index, properties, geometry: station.geometry }] : [];
}

function marginList(territory: Territory, known: readonly KnownMargin[]): string {
  return csvText(
    ["margin", "mean", "deviation", "known_share", "default", "label"],
    describeMargins(territory, known).map(({ id, mean, deviation, knownShare, isDefault, label }) => [
      id,
      round(mean),
      round(deviation),
      round(knownShare),
      isDefault ? "yes" : "",
      label.en,
    ]),
  );
}

function summaryOf({ margins, largestGap, expected, kish, outcomes, leftOut, notes }: SampleReport): string {
  return [
    ...margins.map(
      ({ label, gapBefore, gapAfter, knownShare }) =>
        `gap ${signed(gapBefore)} sd, weighted ${signed(gapAfter)}  ${label.en}` +
        (knownShare < 0.9995 ? ` (known for ${(100 * knownShare).toFixed(1)} %)` : ""),
    ),
    ...leftOut.map(({ marginId, reason }) => `left out: ${marginId}, ${reason.en}`),
    `largest gap ${largestGap.before.toFixed(3)} sd, weighted ${largestGap.after.toFixed(3)}; such draws ` +
      `${expected.design ? `${expected.design.mean.toFixed(3)} on average, ` : ""}simple random draws ${expected.simple.mean.toFixed(3)}`,
    `unequal weights multiply the variance by ${kish.after.toFixed(2)} (Kish)`,
    ...outcomes.map(
      ({ label, versusSimple }) =>
        `design effect ${versusSimple.toFixed(2)} against simple random draws, on votes not looked at: ${label.en}`,
    ),
    ...notes.map(({ en }) => en),
  ].join("\n");
}

function signed(gap: number | null): string {
  return gap === null ? "unknown" : `${gap < 0 ? "−" : "+"}${Math.abs(gap).toFixed(3)}`;
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
