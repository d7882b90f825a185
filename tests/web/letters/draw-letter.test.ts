import { createRequire } from "node:module";
import { openSync } from "fontkit";
import { PbfReader } from "pbf";
import { describe, expect, it } from "vitest";
import { drawLetter } from "../../../web/letters/draw-letter.ts";
import { flattenOutline } from "../../../web/letters/flatten-outline.ts";
import { isLeftToOthers, LETTER_FONTS, LETTER_RANGES, letterFile } from "../../../web/letters/letter-fonts.ts";
import { RANGE, writeRange } from "../../../web/letters/write-range.ts";

const { resolve } = createRequire(import.meta.url);
const fontOf = (file: string) => openSync(resolve(`dejavu-fonts-ttf/ttf/${file}`));
/** What a byte says: pixels to the outline, less than zero within. */
const distanceOf = (byte: number) => ((255 - byte) / 255 - 0.25) * 8;

/** No byte says more. */
const DEEPEST = -2;

/** A square from 2 to 10, with a hole from 4 to 8 that winds the other way; its last sides are left to be closed. */
const FRAME = flattenOutline(
  [
    { command: "moveTo", args: [2, 2] },
    { command: "lineTo", args: [10, 2] },
    { command: "lineTo", args: [10, 10] },
    { command: "lineTo", args: [2, 10] },
    { command: "closePath", args: [] },
    { command: "moveTo", args: [4, 4] },
    { command: "lineTo", args: [4, 8] },
    { command: "lineTo", args: [8, 8] },
    { command: "lineTo", args: [8, 4] },
  ],
  1,
);

describe("the letters of maps", () => {
  it("tell of each pixel how far it is from the outline, within or without", () => {
    const { width, height, left, top, bitmap } = drawLetter(FRAME);
    const at = (x: number, y: number) => distanceOf(bitmap[(10 + 3 - 1 - y) * (8 + 6) + (x - 2 + 3)] ?? Number.NaN);

    expect({ width, height, left, top }).toEqual({ width: 8, height: 8, left: 2, top: 10 - 26 });
    expect(bitmap).toHaveLength(14 * 14);
    // Pixels are told by their middle.
    expect(at(2, 6)).toBeCloseTo(-0.5, 1);
    expect(at(1, 6)).toBeCloseTo(0.5, 1);
    expect(at(5, 6)).toBeCloseTo(1.5, 1);
    expect(at(0, 0)).toBeCloseTo(Math.hypot(1.5, 1.5), 1);
  });

  it("follow curves: a circle of quadratic and of cubic pieces is round", () => {
    const middle = (4 * (Math.SQRT2 - 1)) / 3;
    const arcs = [0, 1, 2, 3].map((quarter) => {
      const turn = (x: number, y: number) => {
        const [cos, sin] = [
          Math.round(Math.cos((quarter * Math.PI) / 2)),
          Math.round(Math.sin((quarter * Math.PI) / 2)),
        ];
        return [8 + 6 * (x * cos - y * sin), 8 + 6 * (x * sin + y * cos)];
      };
      return { command: "bezierCurveTo" as const, args: [...turn(1, middle), ...turn(middle, 1), ...turn(0, 1)] };
    });
    const { bitmap, width } = drawLetter(flattenOutline([{ command: "moveTo", args: [14, 8] }, ...arcs], 1));

    for (const [x, y] of [
      [8, 2],
      [12, 12],
      [4, 5],
      [7, 7],
      [14, 14],
    ] as const) {
      const byte = bitmap[(14 + 3 - 1 - y) * (width + 6) + (x - 2 + 3)] ?? Number.NaN;
      const exact = Math.hypot(x + 0.5 - 8, y + 0.5 - 8) - 6;
      expect(distanceOf(byte)).toBeCloseTo(Math.max(exact, DEEPEST), 1);
    }
  });

  it("have every letter and sign of French in each weight", () => {
    const signs =
      "ABCXYZabcxyz0123456789ÀÂÄÇÉÈÊËÎÏÔŒÙÛÜŸÆàâäçéèêëîïôœùûüÿæ\u2019\u2018\u201c\u201d«»–—…·-'(),./&° \u202f\u00a0";
    const absent = LETTER_FONTS.flatMap(({ file }) => {
      const font = fontOf(file);
      return [...signs].filter((sign) => {
        const codePoint = sign.codePointAt(0) ?? 0;
        return !font.hasGlyphForCodePoint(codePoint) || !LETTER_RANGES.includes(codePoint - (codePoint % RANGE));
      });
    });

    expect(absent).toEqual([]);
  });

  it("are written with a picture of the size that they say, and a space with none", () => {
    const letters = readRange(writeRange(fontOf("DejaVuSansCondensed.ttf"), "Regular", 0));

    expect(letters).toHaveLength(191);
    expect(letters.filter(({ bytes }) => bytes === 0).map(({ id }) => id)).toEqual([0x20, 0xa0]);
    expect(letters.filter(({ bytes, pixels }) => bytes > 0 && bytes !== pixels)).toEqual([]);
  });

  it("are kept on phones as far as labels there need them", () => {
    expect(isLeftToOthers(letterFile("Regular", 256, "digest"))).toBe(false);
    expect(isLeftToOthers(letterFile("Bold", 0, "digest"))).toBe(false);
    expect(isLeftToOthers(letterFile("Bold", 256, "digest"))).toBe(true);
    expect(isLeftToOthers("assets/field-abc.js")).toBe(false);
  });
});

function readRange(file: Uint8Array) {
  const letters: { id: number; bytes: number; pixels: number }[] = [];
  new PbfReader(file).readFields((stackTag, _, stack) => {
    if (stackTag !== 1) return;
    stack.readMessage((tag, __, letter) => {
      if (tag !== 3) return;
      const read = { id: 0, bytes: 0, width: 0, height: 0 };
      letter.readMessage((field, into, pbf) => {
        if (field === 1) into.id = pbf.readVarint();
        if (field === 2) into.bytes = pbf.readBytes().length;
        if (field === 3) into.width = pbf.readVarint();
        if (field === 4) into.height = pbf.readVarint();
      }, read);
      letters.push({ id: read.id, bytes: read.bytes, pixels: (read.width + 6) * (read.height + 6) });
    }, null);
  }, null);
  return letters;
}
