import { describe, expect, it } from "vitest";
import { createFormats } from "../../../web/i18n/formats.ts";

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe("numbers as people write them", () => {
  const fr = createFormats("fr");
  const en = createFormats("en");

  it("groups thousands and marks decimals by language", () => {
    expect(plain(fr.integer(12_345.6))).toBe("12 346");
    expect(en.integer(12_345.6)).toBe("12,346");
    expect(plain(fr.share(0.1234))).toBe("12,3 %");
    expect(en.share(0.1234)).toBe("12.3%");
  });

  it("gives points with their sign, none to what rounds to nothing, and correlations with a true minus", () => {
    expect(fr.points(0.0123)).toBe("+1,2");
    expect(fr.points(-0.0123)).toBe("\u22121,2");
    expect(en.points(-0.0004)).toBe("0.0");
    expect(plain(fr.share(-0.05, 0))).toBe("\u22125 %");
    expect(fr.correlation(-0.333)).toBe("\u22120,33");
    expect(en.correlation(0.9)).toBe("0.90");
  });

  it("gives metres up to a kilometre, rounded as a walk is measured", () => {
    expect(plain(fr.distance(87.3))).toBe("87 m");
    expect(plain(fr.distance(434))).toBe("430 m");
    expect(plain(fr.distance(1540))).toBe("1,5 km");
    expect(plain(fr.distance(999))).toBe("1,0 km");
  });

  it("gives hours and minutes", () => {
    expect(plain(fr.duration(0))).toBe("0 min");
    expect(plain(fr.duration(3599))).toBe("1 h 00");
    expect(plain(fr.duration(3900))).toBe("1 h 05");
  });

  it("gives sizes of files, those of a few bytes too", () => {
    expect([0, 44, 3500, 228_000, 4.1e9].map((size) => plain(fr.bytes(size)))).toEqual([
      "0 o",
      "44 o",
      "3,5 ko",
      "228 ko",
      "4,1 Go",
    ]);
    expect(plain(en.bytes(44))).toBe("44 B");
  });

  it("joins a list with the language's own word", () => {
    expect(fr.list(["a", "b", "c"])).toBe("a, b et c");
    expect(en.list(["a", "b"])).toBe("a and b");
  });
});
