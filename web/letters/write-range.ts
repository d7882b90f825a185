import type { Font } from "fontkit";
import { PbfWriter } from "pbf";
import { drawLetter, EM_PIXELS } from "./draw-letter.ts";
import { flattenOutline } from "./flatten-outline.ts";

/** Letters come to maps 256 at a time. */
export const RANGE = 256;

/**
 * The letters of a range that a font has, as maps ask for them (glyphs.proto of Mapbox: a stack with a name, a range
 * and its letters). Control characters are none.
 * @param first code point, a multiple of RANGE
 */
export function writeRange(font: Font, name: string, first: number): Uint8Array {
  const pixelsPerUnit = EM_PIXELS / font.unitsPerEm;
  const file = new PbfWriter();
  const letters = Array.from({ length: RANGE }, (_, place) => first + place).filter(
    (codePoint) => font.hasGlyphForCodePoint(codePoint) && !/\p{Cc}/u.test(String.fromCodePoint(codePoint)),
  );
  file.writeMessage(
    1,
    (_, stack) => {
      stack.writeStringField(1, name);
      stack.writeStringField(2, `${first}-${first + RANGE - 1}`);
      for (const codePoint of letters) {
        const glyph = font.glyphForCodePoint(codePoint);
        const outline = flattenOutline(glyph.path.commands, pixelsPerUnit);
        const advance = Math.max(0, Math.round(glyph.advanceWidth * pixelsPerUnit));
        stack.writeMessage(
          3,
          (_, letter) => writeLetter(letter, codePoint, advance, outline.length === 0 ? null : drawLetter(outline)),
          null,
        );
      }
    },
    null,
  );
  return file.finish();
}

function writeLetter(
  letter: PbfWriter,
  codePoint: number,
  advance: number,
  drawn: ReturnType<typeof drawLetter> | null,
): void {
  letter.writeVarintField(1, codePoint);
  // A space has no picture.
  if (drawn !== null) letter.writeBytesField(2, drawn.bitmap);
  letter.writeVarintField(3, drawn?.width ?? 0);
  letter.writeVarintField(4, drawn?.height ?? 0);
  letter.writeSVarintField(5, drawn?.left ?? 0);
  letter.writeSVarintField(6, drawn?.top ?? 0);
  letter.writeVarintField(7, advance);
}
