import { backTests } from "../../../geodata/scoring/back-test/back-test-report.ts";
import { presets } from "../../../geodata/scoring/presets.ts";
import { scoreStations } from "../../../geodata/scoring/score-stations.ts";
import { voteTables } from "../../../geodata/scoring/vote-table.ts";
import type { Territory } from "../../../geodata/territory/territory.ts";
import type { BackTest } from "../../../server/contract/back-test.ts";

export interface TerritoryScoring {
  readonly territory: string;
  readonly stations: number;
  readonly readSeconds: number;
  readonly camps: readonly {
    readonly camp: string;
    /** Processor time of one score, the columns of the territory being read. */
    readonly scoreSeconds: number;
    readonly signal: { readonly mobilisation: string; readonly persuasion: string };
    readonly census: string;
    readonly tests: readonly BackTest[];
  }[];
}

/** Back-tests of every ready-made camp of a territory, each past election as target. */
export function territoryScoring(territory: Territory): TerritoryScoring {
  const began = performance.now();
  voteTables(territory);
  const readSeconds = rounded((performance.now() - began) / 1000);
  return {
    territory: territory.summary.name,
    stations: territory.stations().length,
    readSeconds,
    camps: presets(territory).map(({ id, sides }) => {
      const choice = { name: id, sides };
      const processor = process.cpuUsage();
      const { signal } = scoreStations(territory, choice);
      const { user, system } = process.cpuUsage(processor);
      const { tests, census } = backTests(territory, choice);
      return {
        camp: id,
        scoreSeconds: rounded((user + system) / 1e6),
        signal: { mobilisation: signal.mobilisation.level, persuasion: signal.persuasion.level },
        census: census.sentence.en,
        tests,
      };
    }),
  };
}

const HEADER = "  target        from           n   rank within  lift of  best  error |  last  A×own uniform | coverage";

/** One line per camp and past election: the score, then the naive indexes. */
export function describeTerritory({ territory, stations, readSeconds, camps }: TerritoryScoring): readonly string[] {
  return [
    `${territory}: ${stations} stations, columns read in ${readSeconds} s; ranks are Spearman, lift and error in points of registered voters`,
    ...camps.flatMap(({ camp, scoreSeconds, signal, census, tests }) => [
      `${camp}: one score ${scoreSeconds} s; mobilisation ${signal.mobilisation}, persuasion ${signal.persuasion}. ${census}`,
      ...(["mobilisation", "persuasion"] as const).flatMap((score) => [
        `  ${score} (* turnout did not rise)`,
        HEADER,
        ...tests.filter((test) => test.score === score).map(line),
      ]),
    ]),
  ];
}

function line({ target, reference, isFair, stations, indexes, bestLift, coverage }: BackTest): string {
  const of = (name: string) => indexes.find(({ index }) => index === name);
  const own = of("score");
  const cells = [
    `${target}${isFair ? " " : "*"}`.padEnd(13),
    reference.padEnd(13),
    String(stations).padStart(4),
    fixed(own?.rankCorrelation).padStart(6),
    fixed(own?.withinConstituency).padStart(6),
    points(own?.lift).padStart(8),
    points(bestLift).padStart(6),
    points(own?.error).padStart(6),
    "|",
    fixed(of("lastResult")?.rankCorrelation).padStart(5),
    fixed(of("abstentionTimesOwn")?.rankCorrelation).padStart(6),
    points(of("uniformSwing")?.error).padStart(7),
    "|",
    fixed(coverage?.share).padStart(6),
  ];
  return `  ${cells.join(" ")}`;
}

function fixed(value: number | null | undefined): string {
  return value === null || value === undefined ? "–" : value.toFixed(2);
}

function points(share: number | undefined): string {
  return share === undefined ? "–" : (100 * share).toFixed(2);
}

function rounded(seconds: number): number {
  return Number(seconds.toFixed(2));
}
