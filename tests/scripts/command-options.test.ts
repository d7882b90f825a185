import { describe, expect, it } from "vitest";
import { readOptions } from "../../scripts/command-options.ts";

const NAMES = { flags: ["json"], values: ["name", "bbox", "minutes"], lists: ["osm", "stations"] };

describe("reading options", () => {
  it("takes a list repeated, listed, or both", () => {
    const options = readOptions(["build", "--osm", "a.pbf", "b.pbf", "--name", "town", "--osm=c.pbf", "--json"], NAMES);

    expect(options.words).toEqual(["build"]);
    expect(options.list("osm")).toEqual(["a.pbf", "b.pbf", "c.pbf"]);
    expect(options.text("name")).toBe("town");
    expect(options.flag("json")).toBe(true);
  });

  it("takes a value that begins with a minus, as longitudes west of Greenwich do", () => {
    const options = readOptions(["--bbox", "-4.2,47.8,-3.9,48.1"], NAMES);

    expect(options.text("bbox")).toBe("-4.2,47.8,-3.9,48.1");
  });

  it.each([
    [["--station", "a"], "--station is not an option of this command. Did you mean --stations?"],
    [["--name"], "--name needs a value."],
    [["--json=yes"], '--json takes no value, "yes" was given.'],
    [["--name", "--json"], "--name needs a value."],
  ])("refuses %j in words", (args, sentence) => {
    expect(() => readOptions(args, NAMES)).toThrow(sentence);
  });

  it.each(["ten", "", "0", "601", "NaN", "1e9"])("refuses %j as a number of minutes from 5 to 600", (value) => {
    expect(() => readOptions([`--minutes=${value}`], NAMES).number("minutes", { min: 5, max: 600 })).toThrow(
      /--minutes/,
    );
  });
});
