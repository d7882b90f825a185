import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { Territory } from "../../../geodata/territory/territory.ts";
import { printSheets } from "../../../server/plans/print-sheets.ts";
import { crossroads, planWith, routeWith } from "../sheets/sheet-fixture.ts";

const PLAN = planWith([routeWith([{ position: [2.359, 48.86] }])]);
const TERRITORY = crossroads() as Territory;
const REQUEST = { format: "csv", routeId: null } as const;

const linesOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8").split("\r\n");

it("writes degrees with a point in both languages: maps that take a table read nothing else", async () => {
  const print = (language: "fr" | "en") => {
    const plan = { gzip: gzipSync(JSON.stringify(PLAN)) } as unknown as Parameters<typeof printSheets>[1]["plan"];
    return printSheets(TERRITORY, { kind: "sheets", path: "", plan, language, routeAddresses: {}, ...REQUEST });
  };

  expect(linesOf(await print("fr"))[1]).toMatch(/;2\.359;48\.86$/);
  expect(linesOf(await print("en"))[1]).toMatch(/;2\.359;48\.86$/);
});
