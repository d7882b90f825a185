import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { backTestReport } from "../../../geodata/scoring/back-test/back-test-report.ts";
import type { PastMobilisation } from "../../../geodata/scoring/back-test/past-mobilisation.ts";
import { type CampRound, campRound } from "../../../geodata/scoring/camp-round.ts";
import { scoreModel } from "../../../geodata/scoring/score-model.ts";
import { modelWidths, scoreColumns } from "../../../geodata/scoring/score-stations.ts";
import { type StationGround, stationGround } from "../../../geodata/scoring/station-ground.ts";
import { voteTable } from "../../../geodata/scoring/vote-table.ts";
import type { Candidate, Election, StationResult } from "../../../geodata/territory/territory.ts";
import type { Side } from "../../../server/contract/scores.ts";
import { learnedGain } from "./learned-gain.ts";

/** The two rounds of a file with one line per station of the country, as columns of counts. */
interface Country {
  readonly places: readonly (readonly [number, number])[];
  readonly constituencies: readonly string[];
  readonly rounds: readonly {
    readonly election: Election;
    readonly candidates: readonly Candidate[];
    readonly results: readonly StationResult[];
  }[];
}

const CAMPS: Readonly<Record<string, Readonly<Record<string, Side>>>> = {
  left: {
    eu_lfi: "ours",
    eu_pcf: "ours",
    eu_exg: "ours",
    eu_eelv: "ours",
    eu_ps: "ours",
    lg_nfp: "ours",
    eu_ens: "near",
    lg_mp: "near",
    eu_lr: "far",
    lg_d: "far",
    eu_rn: "hostile",
    eu_rec: "hostile",
    lg_ed: "hostile",
  },
  farRight: {
    eu_rn: "ours",
    eu_rec: "ours",
    lg_ed: "ours",
    eu_lr: "near",
    lg_d: "near",
    eu_ens: "far",
    lg_mp: "far",
    eu_lfi: "hostile",
    eu_ps: "hostile",
    lg_nfp: "hostile",
  },
  centre: {
    eu_ens: "ours",
    lg_mp: "ours",
    eu_lr: "near",
    lg_d: "near",
    eu_lfi: "far",
    lg_nfp: "far",
    eu_rn: "hostile",
    lg_ed: "hostile",
  },
};

/** Scores and back-tests of every station of the country, by camp: time, memory, correlations, coverage. */
export function countryFigures(path: string): object {
  const country = readCountry(path);
  const size = country.places.length;
  const began = performance.now();
  const ground = stationGround(country.places, []);
  const groundSeconds = (performance.now() - began) / 1000;
  const tables = country.rounds.map(({ election, candidates, results }) =>
    voteTable(election, candidates, results, size),
  );
  const camps = Object.fromEntries(
    Object.entries(CAMPS).map(([camp, sides]) => {
      const start = performance.now();
      const rounds: readonly CampRound[] = tables.map((table) => campRound(table, sides));
      const model = scoreModel(rounds, ground, country.constituencies);
      scoreColumns(model);
      const widths = modelWidths(model);
      const seconds = (performance.now() - start) / 1000;
      const [test] = backTestReport(model).tests.filter(({ score }) => score === "mobilisation");
      const own = test?.indexes.find(({ index }) => index === "score");
      return [
        camp,
        {
          seconds: Number(seconds.toFixed(2)),
          stations: test?.stations,
          rankCorrelation: own?.rankCorrelation?.toFixed(3),
          withinConstituency: own?.withinConstituency?.toFixed(3),
          lift: `${((own?.lift ?? 0) * 100).toFixed(2)} of ${((test?.bestLift ?? 0) * 100).toFixed(2)} points`,
          coverage: test?.coverage?.share.toFixed(3),
          coverageBySize: test?.coverage?.bySize
            .map(({ from, stations, share }) => `${from}+: ${share.toFixed(3)} of ${stations}`)
            .join(", "),
          learnedOnTheSameElection: learned(country, model.pastMobilisation[0], ground),
          widths: widths.mobilisation.widths.map((width) => width.toFixed(2)).join(" "),
        },
      ];
    }),
  );
  return {
    stations: size,
    leftOut: tables.map(({ election, leftOut }) => `${election.id}: ${leftOut.length}`).join(", "),
    groundSeconds: Number(groundSeconds.toFixed(2)),
    camps,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}

/** What a model learned on the other departments at the same election would reach. */
function learned(country: Country, past: PastMobilisation | undefined, ground: StationGround): object | null {
  const before = country.rounds[1];
  if (!past || !before) return null;
  const size = country.places.length;
  const gain = new Float64Array(size).fill(Number.NaN);
  const registered = new Float64Array(size);
  past.realised.stations.forEach((station, place) => {
    gain[station] = past.realised.gain[place] ?? Number.NaN;
    registered[station] = past.realised.registered[place] ?? 0;
  });
  const share = (count: (result: StationResult) => number) =>
    Float64Array.from(before.results, (result) => (result.registered > 0 ? count(result) / result.registered : 0));
  return learnedGain(
    {
      shares: [
        ...before.candidates.map(({ index }) => share(({ votes }) => votes.get(index) ?? 0)),
        share(({ blankAndNull }) => blankAndNull),
        share(({ abstentions }) => abstentions),
      ],
      gain,
      registered,
      constituencies: country.constituencies,
      regions: country.constituencies.map((code) => code.slice(0, -2)),
    },
    ground,
  );
}

const ROUNDS = [
  { id: "2024_legi_t1", type: "legislative", prefix: "lg_", registered: "ins_lg", blank: "blancs_nuls_lg" },
  { id: "2024_euro_t1", type: "european", prefix: "eu_", registered: "ins_eu", blank: "blancs_nuls_eu" },
] as const;

function readCountry(path: string): Country {
  const text = gunzipSync(readFileSync(path)).toString("utf8");
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split("\t");
  const rows = lines.map((line) => line.split("\t"));
  const column = (name: string) => names.indexOf(name);
  const number = (row: readonly string[], name: string) => Number(row[column(name)]);
  let nextIndex = 0;
  return {
    places: rows.map((row) => [100 * number(row, "x100_epsg3035"), 100 * number(row, "y100_epsg3035")]),
    constituencies: rows.map((row) => row[column("circo")] ?? ""),
    rounds: ROUNDS.map(({ id, type, prefix, registered, blank }) => {
      const titles = names.filter((name) => name.startsWith(prefix));
      const first = nextIndex;
      nextIndex += titles.length;
      const results = rows.map((row, stationIndex): StationResult => {
        const counts = titles.map((title) => number(row, title));
        const expressed = counts.reduce((sum, count) => sum + count, 0);
        return {
          stationIndex,
          registered: number(row, registered),
          abstentions: number(row, registered) - number(row, blank) - expressed,
          blankAndNull: number(row, blank),
          expressed,
          votes: new Map(counts.map((count, place) => [first + place, count])),
          matchedShare: 1,
        };
      });
      return {
        election: { id, type, year: 2024, round: 1, contoursVintage: null, joinRate: 1, stations: rows.length },
        candidates: titles.map((title, place) => ({
          index: first + place,
          electionId: id,
          id: title,
          name: title,
          nuance: null,
          list: null,
          constituency: null,
          votes: results.reduce((sum, { votes }) => sum + (votes.get(first + place) ?? 0), 0),
        })),
        results,
      };
    }),
  };
}
