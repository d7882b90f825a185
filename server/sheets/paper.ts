import { createRequire } from "node:module";
import PDFDocument from "pdfkit";

/** A4 in points (ISO 216: 210 × 297 mm). */
export const PAGE = { width: 595.28, height: 841.89, margin: 36 } as const;
export const CONTENT_WIDTH = PAGE.width - 2 * PAGE.margin;
/** The foot of the page, kept for attributions and page numbers. */
export const FOOT = 30;

export const FONTS = { regular: "Regular", bold: "Bold" } as const;

/** An empty document in DejaVu Sans Condensed, which has every letter and arrow that French sheets need. */
export function newPaper(title: string): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: PAGE.margin, left: PAGE.margin, right: PAGE.margin, bottom: 0 },
    bufferPages: true,
    autoFirstPage: false,
    info: { Title: title, Creator: "Arpent" },
    lang: "fr-FR",
  });
  const { resolve } = createRequire(import.meta.url);
  doc.registerFont(FONTS.regular, resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf"));
  doc.registerFont(FONTS.bold, resolve("dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf"));
  return doc;
}

/** Ends the document and hands over its bytes. */
export function finishPaper(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    doc.end();
  });
}
