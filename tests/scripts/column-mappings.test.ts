import { describe, expect, it } from "vitest";
import { parseGivenFile } from "../../geodata/territory/build-options.ts";
import { readColumnMappings } from "../../scripts/column-mappings.ts";

describe("--map", () => {
  it("gives a file its columns, whatever stands in their titles", () => {
    const mappings = readColumnMappings(["a/b.geojson:station=NUM:BV", "a/b.geojson:commune=c=d"]);

    const file = mappings.attach(parseGivenFile("a/b.geojson@2017"), "stations");

    expect(file).toMatchObject({ vintage: 2017, columns: { station: "NUM:BV", commune: "c=d" } });
    expect(() => mappings.checkAllUsed()).not.toThrow();
  });

  it("is refused when it cannot be read, knows no such field, or speaks of another file", () => {
    expect(() => readColumnMappings(["b.csv"])).toThrow(/expected FILE:field=column/);
    expect(() => readColumnMappings(["b.csv:colour=x"]).attach(parseGivenFile("b.csv"), "addresses")).toThrow(
      /"colour" is not a column of addresses/,
    );
    expect(() => readColumnMappings(["b.csv:street=x"]).checkAllUsed()).toThrow(/speaks of "b.csv"/);
  });
});
