import { describe, expect, it } from "vitest";
import { TEXT, TEXT_BOLD, TEXT_ITALIC } from "../../../web/map/map-fonts.ts";
import { LETTERS, letterAddress } from "../../../web/map/map-letters.ts";

const asked = (fonts: readonly string[], range: string) =>
  LETTERS.replace("{fontstack}", fonts.join(",")).replace("{range}", range);

describe("where a map's letters are", () => {
  it("is known for every weight that labels are written in", () => {
    const addresses = [TEXT, TEXT_BOLD, TEXT_ITALIC].map((fonts) => letterAddress(asked(fonts, "0-255")));

    expect(new Set(addresses).size).toBe(3);
    expect(addresses).not.toContain(null);
  });

  it("is nowhere for letters that nobody has drawn, which the map then draws itself", () => {
    expect(letterAddress(asked(TEXT, "1024-1279"))).toBeNull();
    expect(letterAddress(asked(["Other Font"], "0-255"))).toBeNull();
  });
});
