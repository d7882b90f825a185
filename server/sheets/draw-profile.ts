import type { Language } from "../contract/plan.ts";
import { CONTENT_WIDTH, FONTS, PAGE } from "./paper.ts";
import { distanceWords, SHEET_WORDS } from "./sheet-words.ts";

const HEIGHT = 42;
/** A flat walk is drawn flat: at least this many metres between bottom and top. */
const SMALLEST_RANGE = 20;

/** Draws elevation against distance and returns the y below it. */
export function drawProfile(
  doc: PDFKit.PDFDocument,
  profile: readonly (readonly [metres: number, elevation: number])[],
  top: number,
  language: Language,
): number {
  const total = profile.at(-1)?.[0] ?? 0;
  if (profile.length < 2 || total <= 0) return top;
  const elevations = profile.map(([, elevation]) => elevation);
  const low = Math.min(...elevations);
  const high = Math.max(...elevations);
  const range = Math.max(SMALLEST_RANGE, high - low);
  const left = PAGE.margin + 26;
  const width = CONTENT_WIDTH - 26;
  const x = (metres: number) => left + (metres / total) * width;
  const y = (elevation: number) => top + 10 + HEIGHT - ((elevation - low) / range) * HEIGHT;

  doc.font(FONTS.regular).fontSize(6.5).fillColor("#444444");
  doc.text(SHEET_WORDS[language].profile, left, top - 1, { lineBreak: false });
  doc.text(`${Math.round(high)}`, PAGE.margin, y(high) - 4, { width: 22, align: "right", lineBreak: false });
  doc.text(`${Math.round(low)}`, PAGE.margin, y(low) - 4, { width: 22, align: "right", lineBreak: false });
  doc.text(distanceWords(total, language), left, top + 12 + HEIGHT, { width, align: "right", lineBreak: false });
  doc.moveTo(left, y(low));
  for (const [metres, elevation] of profile) doc.lineTo(x(metres), y(elevation));
  doc
    .lineTo(left + width, y(low))
    .closePath()
    .fill("#d9d9d9");
  profile.forEach(([metres, elevation], index) => {
    if (index === 0) doc.moveTo(x(metres), y(elevation));
    else doc.lineTo(x(metres), y(elevation));
  });
  doc.lineWidth(1).stroke("#1c1c1c");
  return top + HEIGHT + 26;
}
