export interface LetterFont {
  readonly name: string;
  /** In dejavu-fonts-ttf. */
  readonly file: string;
}

export const LETTER_FONTS: readonly LetterFont[] = [
  { name: "Regular", file: "DejaVuSansCondensed.ttf" },
  { name: "Bold", file: "DejaVuSansCondensed-Bold.ttf" },
  { name: "Italic", file: "DejaVuSansCondensed-Oblique.ttf" },
];

/**
 * First code points of what names of places in France are written with: Latin with its accents (Basque, Breton, Corsican
 * and Alsatian too) and punctuation. A map draws other letters itself, from the fonts of the reader's machine.
 */
export const LETTER_RANGES: readonly number[] = [0x0000, 0x0100, 0x2000];

/** Those that a phone keeps: all of street names, and of other labels what nearly all of them are written with. */
export function isKeptOnPhones(fontName: string, first: number): boolean {
  return fontName === "Regular" || first === 0;
}

/** The file of 256 letters; its digest changes with what is in it. */
export function letterFile(fontName: string, first: number, digest: string): string {
  return `assets/letters-${fontName}-${first}-${digest}.pbf.gz`;
}

/** Whether a file of the build is letters that phones do without. */
export function isLeftToOthers(fileName: string): boolean {
  const [, fontName, first] = /^assets\/letters-(\w+)-(\d+)-/.exec(fileName) ?? [];
  return fontName !== undefined && !isKeptOnPhones(fontName, Number(first));
}
