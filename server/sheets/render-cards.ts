import type { Language } from "../contract/plan.ts";
import { CONTENT_WIDTH, FONTS, finishPaper, newPaper, PAGE } from "./paper.ts";
import { drawQr } from "./qr-code.ts";
import { SHEET_WORDS } from "./sheet-words.ts";

export interface CardsRequest {
  readonly cards: readonly { readonly routeId: string; readonly url: string; readonly code: string }[];
  readonly heading: { readonly name: string; readonly when: string; readonly where: string };
  /** Where a code is typed by who cannot scan. */
  readonly codeUrl: string;
  readonly language: Language;
}

const COLUMNS = 2;
const ROWS = 4;
const CARD = { width: CONTENT_WIDTH / COLUMNS, height: (PAGE.height - 2 * PAGE.margin) / ROWS, padding: 12 } as const;
const QR_SIZE = 112;

/** One card for each route to cut out and hand over: QR code, code in letters, outing, day and place. A4, eight to a page. */
export async function renderCards({ cards, heading, codeUrl, language }: CardsRequest): Promise<Uint8Array> {
  const doc = newPaper(heading.name);
  for (const [index, card] of cards.entries()) {
    const onPage = index % (COLUMNS * ROWS);
    if (onPage === 0) doc.addPage();
    const x = PAGE.margin + (onPage % COLUMNS) * CARD.width;
    const y = PAGE.margin + Math.floor(onPage / COLUMNS) * CARD.height;
    doc.rect(x, y, CARD.width, CARD.height).lineWidth(0.5).dash(3, { space: 3 }).stroke("#777777").undash();
    drawCard(doc, card, { x: x + CARD.padding, y: y + CARD.padding }, { heading, codeUrl, language });
  }
  return finishPaper(doc);
}

function drawCard(
  doc: PDFKit.PDFDocument,
  { routeId, url, code }: CardsRequest["cards"][number],
  { x, y }: { readonly x: number; readonly y: number },
  { heading, codeUrl, language }: Omit<CardsRequest, "cards">,
): void {
  const words = SHEET_WORDS[language];
  drawQr(doc, url, { x, y }, QR_SIZE);
  const left = x + QR_SIZE + 12;
  const width = CARD.width - 2 * CARD.padding - QR_SIZE - 12;
  const line = (text: string, size: number, font: string, height: number) =>
    doc.font(font).fontSize(size).text(text, { width, height, ellipsis: true });
  doc.fillColor("#000000").font(FONTS.bold).fontSize(17).text(`${words.route} ${routeId}`, left, y, { width });
  line(heading.name, 9.5, FONTS.bold, 24);
  line(heading.when, 8.5, FONTS.regular, 23);
  line(heading.where, 8.5, FONTS.regular, 23);
  const foot = y + QR_SIZE + 10;
  const whole = CARD.width - 2 * CARD.padding;
  doc.font(FONTS.bold).fontSize(15).text(code, x, foot, { width: whole, characterSpacing: 1 });
  doc
    .font(FONTS.regular)
    .fontSize(7)
    .fillColor("#444444")
    .text(words.scanOrType(codeUrl), x, foot + 20, { width: whole, height: 20, ellipsis: true });
}
