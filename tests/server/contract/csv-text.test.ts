import { expect, it } from "vitest";
import { csvText, decimalMark } from "../../../server/contract/csv-text.ts";

it("writes the decimals of numbers, and of nothing else, as the reader's spreadsheet does", () => {
  const row = [1.5, "1.5", -0.25, null];

  expect(csvText(["a"], [row], decimalMark("fr")).split("\r\n")[1]).toBe("1,5;1.5;-0,25;");
  expect(csvText(["a"], [row], decimalMark("en")).split("\r\n")[1]).toBe("1.5;1.5;-0.25;");
});
