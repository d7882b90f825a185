import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanFilter, filterForAddress, LONGEST_FILTER } from "../../../web/workspace/station-filter.ts";
import { searchTexts } from "../../../web/workspace/station-rows.ts";
import { stationItem } from "./station-item.ts";

const TEXTS = searchTexts([
  stationItem({ name: "École Jean-Zay", number: "0001", communeName: "Quimper" }),
  stationItem({ name: "Mairie", number: "0002", communeName: "Brest" }),
]);
const inAddress = (text: string) => filterForAddress(text, () => TEXTS);

describe("what narrows the list, in the address", () => {
  it("is what was typed, accents and all, where it finds a station", () => {
    expect(inAddress("  École   ZAY ")).toBe("École ZAY");
    expect(inAddress("quimper 0001")).toBe("quimper 0001");
  });

  it("is nothing where no station has all the words, for that may be anybody's name", () => {
    expect(inAddress("camille")).toBe("");
    expect(inAddress("zay camille")).toBe("");
    expect(inAddress("zay brest")).toBe("");
  });

  it("never asks for the names while nothing is typed", () => {
    const refuse = () => {
      throw new Error("asked");
    };

    expect(filterForAddress(" ", refuse)).toBe("");
  });

  it("holds no word that is not in the public name, number or commune of one station, whatever is typed", () => {
    const typed = fc.array(fc.oneof(fc.string(), fc.constantFrom("école", "Zay", "jean", "camille", "00", "brest")));
    fc.assert(
      fc.property(typed, (words) => {
        const written = inAddress(words.join(" "));
        const fold = (text: string) => searchTexts([stationItem({ name: text, number: "", communeName: "" })])[0] ?? "";
        const own = fold(written).split(/\s+/).filter(Boolean);

        expect(TEXTS.some((known) => own.every((word) => known.includes(word)))).toBe(true);
        expect(written.length).toBeLessThanOrEqual(LONGEST_FILTER);
        expect(cleanFilter(written)).toBe(written);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
