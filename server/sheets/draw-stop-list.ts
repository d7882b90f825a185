import { groupStops, numberRange, type StopGroup } from "../contract/group-stops.ts";
import type { Language, PlanRoute, PlanStop } from "../contract/plan.ts";
import { CONTENT_WIDTH, FONTS, FOOT, PAGE } from "./paper.ts";
import { countWords, doorCountWords, durationWords, neverAskedWords, SHEET_WORDS, sideWords } from "./sheet-words.ts";

const ROW_HEIGHT = 15;
/** Of a row that also says at how many doors nobody knocks any more. */
const TALL_ROW_HEIGHT = 25;
const BOTTOM = PAGE.height - FOOT - 8;
const BOX_STEP = 12;
const NUMBER_WIDTH = 66;
/** From the left end of the words on a stop's doors to its boxes. */
const LEAST_DOORS_WIDTH = 60;

/** Writes the stops in walking order from `top`, turning pages as needed: directions, then street and side, then doors. */
export function drawStopList(doc: PDFKit.PDFDocument, route: PlanRoute, top: number, language: Language): void {
  const doorsWidth = widthOfDoorWords(doc, route, language);
  let y = top;
  for (const group of groupStops(route)) {
    const directions = directionLines(group);
    const firstRows = group.stops.slice(0, 2).reduce((sum, stop) => sum + heightOf(stop, language), 0);
    const needed = directions.length * 11 + 20 + firstRows;
    if (y + needed > BOTTOM) y = newPage(doc);
    y = drawDirections(doc, directions, y);
    y = drawGroupHead(doc, group, y, language);
    for (const [offset, stop] of group.stops.entries()) {
      if (y + heightOf(stop, language) > BOTTOM) y = drawGroupHead(doc, group, newPage(doc), language);
      y = drawStop(doc, stop, { order: group.firstIndex + offset + 1, top: y, doorsWidth, language });
    }
    y += 5;
  }
  const lastLeg = route.osrm.legs.length > route.stops.length ? route.osrm.legs.at(-1) : undefined;
  if (lastLeg) {
    const directions = lastLeg.steps.map(({ instruction }) => instruction);
    if (y + directions.length * 11 > BOTTOM) y = newPage(doc);
    drawDirections(doc, directions, y);
  }
}

/** The words that lead to a group; its arrival is said by the group's own head. */
function directionLines(group: StopGroup): readonly string[] {
  return group.approach.filter(({ maneuver }) => maneuver.type !== "arrive").map(({ instruction }) => instruction);
}

function drawDirections(doc: PDFKit.PDFDocument, lines: readonly string[], top: number): number {
  let y = top;
  doc.font(FONTS.regular).fontSize(8).fillColor("#222222");
  for (const line of lines) {
    doc
      .moveTo(PAGE.margin + 5, y + 2)
      .lineTo(PAGE.margin + 9, y + 5)
      .lineTo(PAGE.margin + 5, y + 8);
    doc.lineWidth(0.8).stroke("#444444");
    const height = doc.heightOfString(line, { width: CONTENT_WIDTH - 18 });
    doc.text(line, PAGE.margin + 16, y, { width: CONTENT_WIDTH - 18 });
    y += Math.max(11, height + 1);
  }
  return y + (lines.length > 0 ? 3 : 0);
}

function drawGroupHead(doc: PDFKit.PDFDocument, group: StopGroup, top: number, language: Language): number {
  const words = SHEET_WORDS[language];
  const figures = `${countWords(group.doors, words.door, words.doors, language)} · +${durationWords(group.arrivalSeconds)}`;
  doc.rect(PAGE.margin, top, CONTENT_WIDTH, 15).fill("#e6e6e6");
  doc.fillColor("#000000").font(FONTS.regular).fontSize(8.5);
  const figuresWidth = doc.widthOfString(figures) + 5;
  doc.text(figures, PAGE.width - PAGE.margin - figuresWidth, top + 3, { lineBreak: false });
  doc.font(FONTS.bold).fontSize(9.5);
  // Of a name that is too long the end is left: which side it is, and which numbers, is needed there.
  const place = ["", sideWords(group.side, language), numberRange(group)].filter(
    (text, part) => part === 0 || text !== "",
  );
  const placeWords = place.join(", ");
  const room = CONTENT_WIDTH - 5 - figuresWidth - 10 - doc.widthOfString(placeWords);
  doc.text(shortened(doc, group.street, room) + placeWords, PAGE.margin + 5, top + 2.2, { lineBreak: false });
  return top + 18;
}

/** The text as far as it fits into a width, in the font that is set. */
function shortened(doc: PDFKit.PDFDocument, text: string, width: number): string {
  if (doc.widthOfString(text) <= width) return text;
  let letters = text.length;
  while (letters > 1 && doc.widthOfString(`${text.slice(0, letters)}…`) > width) letters--;
  return `${text.slice(0, letters).trimEnd()}…`;
}

function heightOf(stop: PlanStop, language: Language): number {
  return neverAskedWords(stop, language) === null ? ROW_HEIGHT : TALL_ROW_HEIGHT;
}

/** Wide enough for every stop, so that the boxes of a route stand in one column. */
function widthOfDoorWords(doc: PDFKit.PDFDocument, route: PlanRoute, language: Language): number {
  doc.font(FONTS.regular).fontSize(8);
  return Math.max(
    LEAST_DOORS_WIDTH,
    ...route.stops.map((stop) => Math.ceil(doc.widthOfString(doorCountWords(stop, language))) + 6),
  );
}

interface StopRow {
  /** In the route, from 1. */
  readonly order: number;
  readonly top: number;
  readonly doorsWidth: number;
  readonly language: Language;
}

function drawStop(doc: PDFKit.PDFDocument, stop: PlanStop, { order, top, doorsWidth, language }: StopRow): number {
  const words = SHEET_WORDS[language];
  doc.fillColor("#000000").font(FONTS.bold).fontSize(8);
  doc.text(String(order), PAGE.margin, top + 2, { width: 22, align: "right", lineBreak: false });
  const number = stop.number === "" ? words.noNumber : `n° ${stop.number}`;
  const size = sizeThatFits(doc, number, NUMBER_WIDTH);
  // On one line with the others, whatever its size.
  doc.text(shortened(doc, number, NUMBER_WIDTH), PAGE.margin + 30, top + 0.5 + (10 - size) * 0.9, { lineBreak: false });
  const doorsLeft = PAGE.margin + 100;
  doc.font(FONTS.regular).fontSize(8);
  doc.text(doorCountWords(stop, language), doorsLeft, top + 2, { width: doorsWidth, lineBreak: false });
  const never = neverAskedWords(stop, language);
  if (never !== null) doc.font(FONTS.bold).text(never, doorsLeft, top + 12, { lineBreak: false });
  drawBoxes(doc, stop.doors, doorsLeft + doorsWidth, top + 1);
  const bottom = top + heightOf(stop, language);
  doc
    .moveTo(PAGE.margin + 30, bottom - 2)
    .lineTo(PAGE.width - PAGE.margin, bottom - 2)
    .lineWidth(0.25)
    .stroke("#bbbbbb");
  return bottom;
}

/** "114 quater" is not cut: what is left of it would be another address. Leaves the font set, and gives its size. */
function sizeThatFits(doc: PDFKit.PDFDocument, text: string, width: number): number {
  doc.font(FONTS.bold);
  let size = 10;
  while (size > 6 && doc.fontSize(size).widthOfString(text) > width) size -= 0.5;
  return size;
}

/** A box to tick per door; where a large building has more doors than room, one box and a line to write on. */
function drawBoxes(doc: PDFKit.PDFDocument, doors: number, left: number, top: number): void {
  const right = PAGE.width - PAGE.margin;
  const hasRoom = left + doors * BOX_STEP <= right;
  for (let box = 0; box < (hasRoom ? doors : 1); box++) doc.rect(left + box * BOX_STEP, top, 9, 9);
  doc.lineWidth(0.7).stroke("#000000");
  if (hasRoom) return;
  doc
    .moveTo(left + 18, top + 9)
    .lineTo(right, top + 9)
    .lineWidth(0.4)
    .dash(1, { space: 1.5 })
    .stroke("#555555");
  doc.undash();
}

function newPage(doc: PDFKit.PDFDocument): number {
  doc.addPage();
  return PAGE.margin;
}
