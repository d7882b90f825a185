import type PDFDocument from "pdfkit";
import QRCode from "qrcode";

/** A QR code as the dark squares of a grid. */
export interface QrGrid {
  readonly size: number;
  /** Row and column of every dark square. */
  readonly dark: readonly (readonly [number, number])[];
}

/** With a seventh of it damaged it can still be read. */
export function qrGrid(text: string): QrGrid {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const dark: [number, number][] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) if (modules.get(row, column)) dark.push([row, column]);
  }
  return { size: modules.size, dark };
}

/** Squares of white that a reader needs around a code (ISO/IEC 18004). */
const QUIET = 4;

/** A QR code as an image for pages: black on white in every theme, since readers want it so. */
export function qrSvg(text: string): string {
  const { size, dark } = qrGrid(text);
  const side = size + 2 * QUIET;
  const path = dark.map(([row, column]) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${path}"/></svg>`;
}

/** Draws a QR code in black at a place of a page, `size` points wide. */
export function drawQr(
  doc: InstanceType<typeof PDFDocument>,
  text: string,
  at: { readonly x: number; readonly y: number },
  size: number,
): void {
  const grid = qrGrid(text);
  const cell = size / grid.size;
  // A hair wider than its cell, so that no white line shows between neighbours.
  for (const [row, column] of grid.dark) doc.rect(at.x + column * cell, at.y + row * cell, cell + 0.15, cell + 0.15);
  doc.fill("#000000");
}
