import type { BackTest, BackTestReport, IndexName } from "../../../server/contract/back-test.ts";

/** A back-test in which the score ranks well and nothing else is remarkable. */
export function backTest(own: Partial<BackTest> & { readonly rankCorrelation?: number } = {}): BackTest {
  const { rankCorrelation = 0.7, ...rest } = own;
  const result = (index: IndexName, correlation: number | null, lift: number) => ({
    index,
    rankCorrelation: correlation,
    withinConstituency: null,
    lift,
    foundShare: 0.2 + lift,
    error: 0.012,
  });
  const line = (height: number) => Array.from({ length: 20 }, (_, step) => height * (1 - (step + 1) / 20));
  return {
    score: "mobilisation",
    target: "2022_pres_t1",
    reference: "2019_euro_t1",
    basis: ["2017_pres_t1", "2019_euro_t1"],
    isFair: true,
    stations: 867,
    meanGain: 0.06,
    indexes: [
      result("score", rankCorrelation, 0.05),
      result("lastResult", 0.3, 0.02),
      result("abstentionTimesOwn", 0.5, 0.03),
      result("uniformSwing", null, 0),
    ],
    bestLift: 0.06,
    curve: [
      { index: "score", lifts: line(0.06) },
      { index: "lastResult", lifts: line(0.02) },
      { index: "abstentionTimesOwn", lifts: line(0.03) },
      { index: "oracle", lifts: line(0.08) },
    ],
    tenths: [
      { foretold: 0.01, realised: 0.02 },
      { foretold: 0.05, realised: 0.04 },
      { foretold: 0.09, realised: 0.1 },
    ],
    coverage: {
      share: 0.8,
      bySize: [
        { from: 300, stations: 20, share: 0.7 },
        { from: 600, stations: 400, share: 0.81 },
        { from: 900, stations: 447, share: 0.7 },
      ],
    },
    naiveAsGood: null,
    sentence: { fr: "Le score aurait bien classé.", en: "The score would have ordered well." },
    ...rest,
  };
}

export function backTestReport(tests: readonly BackTest[]): BackTestReport {
  const signal = {
    level: "reliable" as const,
    rankCorrelation: 0.7,
    targets: [],
    sentence: { fr: "Signal fiable.", en: "Reliable signal." },
  };
  return {
    tests,
    signal: { mobilisation: signal, persuasion: { ...signal, level: "none" } },
    census: { indicators: [], trials: [], isUsed: false, sentence: { fr: "Laissé de côté.", en: "Left out." } },
  };
}
