import { expect, it } from "vitest";
import { findingsOfSources } from "../../../geodata/findings/findings-of-sources.ts";
import type { ReadFacts } from "../../../geodata/readers/read-facts.ts";

function factsOf(changes: Partial<ReadFacts>): ReadFacts {
  return {
    ...{
      file: "adresses-29.csv",
      format: "ban",
      bytes: 1000,
      sha256: "0",
      read: 12,
      accepted: 12,
      rejected: 0,
      outside: 0,
    },
    ...{ rejects: [], notes: [], ...changes },
  };
}
const codesOf = (...files: ReadFacts[]) => findingsOfSources(files, [], [], []).map(({ code, level }) => [code, level]);

it("a file of which nothing lies in the territory is warned of first, whatever else is wrong with it", () => {
  const rejects = [{ reason: "no-position", count: 2, examples: [{ fr: "ligne 3", en: "line 3" }] }];
  const elsewhere = factsOf({ read: 12, accepted: 0, outside: 10, rejected: 2, rejects });

  expect(codesOf(factsOf({}), elsewhere)).toEqual([
    ["nothing-here", "warning"],
    ["rejected-records", "warning"],
  ]);
  expect(findingsOfSources([elsewhere], [], [], [])[0]?.text.en).toMatch(
    /^adresses-29\.csv: .*10 records lie elsewhere/,
  );
});

it("a file that reaches beyond the territory, or is empty, is no slip of the hand", () => {
  expect(codesOf(factsOf({ accepted: 1, outside: 11 }), factsOf({ read: 0, accepted: 0 }))).toEqual([]);
});
