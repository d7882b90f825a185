import type { Territory } from "../../geodata/territory/territory.ts";
import type { Language, PlanRoute } from "../contract/plan.ts";
import { reportOf } from "../contract/route-report.ts";
import { startSentenceOf } from "../contract/told-plan.ts";
import { attributions } from "./attributions.ts";
import { baseShapes } from "./base-shapes.ts";
import { drawMap, type MapGround } from "./draw-map.ts";
import { drawProfile } from "./draw-profile.ts";
import { drawStopList } from "./draw-stop-list.ts";
import { CONTENT_WIDTH, FONTS, FOOT, finishPaper, newPaper, PAGE } from "./paper.ts";
import { drawQr } from "./qr-code.ts";
import { countWords, crossingWords, distanceWords, durationWords, labelled, SHEET_WORDS } from "./sheet-words.ts";

export interface PdfRequest {
  readonly routes: readonly PlanRoute[];
  readonly territory: Pick<Territory, "summary" | "streetGraph" | "tile">;
  readonly language: Language;
  /** Address of a route's own page, printed as a QR code; null prints none. */
  readonly routeUrl: (routeId: string) => string | null;
  /** The same in letters that can be read out, printed below the QR code. */
  readonly routeCode?: (routeId: string) => string | null;
  /** The outing that the sheets are for, in place of the territory. */
  readonly heading?: string;
}

const QR_SIZE = 78;
/** Room for the figures on two lines, as they are beside a QR code. */
const HEAD_HEIGHT = 104;
const MAP_HEIGHT = 330;

/**
 * Sheets to print on A4, one route per volunteer, each beginning on its own page: map drawn from vectors, stops grouped
 * by street and side with boxes to tick, directions between groups, totals, QR code, sources of the data.
 */
export async function renderPdf(request: PdfRequest): Promise<Uint8Array> {
  const { routes, territory, language, routeUrl, routeCode = () => null, heading } = request;
  const doc = newPaper(`${SHEET_WORDS[language].route} · ${territory.summary.title}`);
  const ground: MapGround = { graph: territory.streetGraph(), shapesIn: (box) => baseShapes(territory, box) };
  const firstPages: number[] = [];
  for (const route of routes) {
    doc.addPage();
    firstPages.push(doc.bufferedPageRange().count - 1);
    const url = routeUrl(route.id);
    drawHead(doc, route, heading ?? territory.summary.title, language, url !== null);
    if (url !== null) drawQrCode(doc, url, routeCode(route.id), language);
    const mapTop = PAGE.margin + HEAD_HEIGHT;
    drawMap(doc, route, ground, { x: PAGE.margin, y: mapTop, width: CONTENT_WIDTH, height: MAP_HEIGHT });
    let y = mapTop + MAP_HEIGHT + 10;
    if (route.profile) y = drawProfile(doc, route.profile, y, language);
    drawStopList(doc, route, y, language);
  }
  drawFeet(doc, firstPages, routes, territory, language);
  return finishPaper(doc);
}

function drawHead(
  doc: PDFKit.PDFDocument,
  route: PlanRoute,
  title: string,
  language: Language,
  hasCode: boolean,
): void {
  const words = SHEET_WORDS[language];
  const width = CONTENT_WIDTH - (hasCode ? QR_SIZE + 14 : 0);
  const doors = route.stops.reduce((sum, stop) => sum + stop.doors, 0);
  doc
    .fillColor("#000000")
    .font(FONTS.bold)
    .fontSize(24)
    .text(`${words.route} ${route.id}`, PAGE.margin, PAGE.margin, { width });
  doc.font(FONTS.regular).fontSize(11).text(title, { width });
  doc.moveDown(0.4);
  doc
    .font(FONTS.bold)
    .fontSize(10.5)
    .text(
      [
        countWords(route.stops.length, words.stop, words.stops, language),
        countWords(doors, words.door, words.doors, language),
        `${distanceWords(route.distanceMetres, language)} ${words.walk}`,
        `${words.total} ${durationWords(route.durationSeconds)}`,
        ...(route.profile ? [`${words.climb} +${Math.round(route.ascentMetres)} m`] : []),
      ].join("  ·  "),
      { width },
    );
  const quality = [words.perDoor(Math.round(reportOf(route).metresPerDoor)), ...crossingWords(route, language)];
  doc.font(FONTS.regular).fontSize(9.5).text(quality.join("  ·  "), { width });
  doc.text(labelled(words.start, startSentenceOf(route)[language], language), { width });
}

function drawQrCode(doc: PDFKit.PDFDocument, url: string, code: string | null, language: Language): void {
  const x = PAGE.width - PAGE.margin - QR_SIZE;
  const words = SHEET_WORDS[language];
  drawQr(doc, url, { x, y: PAGE.margin }, QR_SIZE);
  const below = { width: QR_SIZE + 14, align: "center", lineBreak: false } as const;
  doc
    .font(FONTS.regular)
    .fontSize(6.5)
    .text(words.scan, x - 14, PAGE.margin + QR_SIZE + 3, below);
  if (code !== null)
    doc
      .font(FONTS.bold)
      .fontSize(9)
      .text(`${words.code} ${code}`, x - 14, PAGE.margin + QR_SIZE + 12, below);
}

/** Attributions and page numbers, once the number of pages of each route is known. */
function drawFeet(
  doc: PDFKit.PDFDocument,
  firstPages: readonly number[],
  routes: readonly PlanRoute[],
  territory: PdfRequest["territory"],
  language: Language,
): void {
  const words = SHEET_WORDS[language];
  const pages = doc.bufferedPageRange().count;
  const sources = attributions(territory).join(" · ");
  routes.forEach((route, index) => {
    const first = firstPages[index] ?? 0;
    const end = firstPages[index + 1] ?? pages;
    for (let page = first; page < end; page++) {
      doc.switchToPage(page);
      const y = PAGE.height - FOOT;
      doc
        .moveTo(PAGE.margin, y)
        .lineTo(PAGE.width - PAGE.margin, y)
        .lineWidth(0.4)
        .stroke("#888888");
      doc.font(FONTS.regular).fontSize(6.2).fillColor("#444444");
      doc.text(labelled(words.dataFrom, sources, language), PAGE.margin, y + 4, {
        width: CONTENT_WIDTH - 130,
        height: 18,
        ellipsis: true,
      });
      doc.text(
        `${words.route} ${route.id} · ${words.page(page - first + 1, end - first)}`,
        PAGE.width - PAGE.margin - 120,
        y + 4,
        {
          width: 120,
          align: "right",
          lineBreak: false,
        },
      );
    }
  });
}
