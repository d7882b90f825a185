import { doBoxesMeet } from "../../geodata/geometry/box.ts";
import { boxAround, isInBox, type Position } from "../../geodata/geometry/position.ts";
import { pieceShape, type StreetGraph, streetClass, streetName } from "../../geodata/street-graph/street-graph.ts";
import type { PlanRoute } from "../contract/plan.ts";
import type { BaseShapes } from "./base-shapes.ts";
import { frameAround, type MapFrame, type PaperBox } from "./map-frame.ts";
import { FONTS } from "./paper.ts";
import { placeMarks } from "./place-marks.ts";

const STREET_WIDTHS: Readonly<Record<string, number>> = {
  primary: 7,
  secondary: 6,
  tertiary: 5,
  residential: 4,
  pedestrian: 4,
  service: 2.2,
};
const PATH_WIDTH = 2.4;
const MARK_RADIUS = 6.2;

/** What a map of one route needs besides the route. */
export interface MapGround {
  readonly graph: StreetGraph;
  readonly shapesIn: (box: MapFrame["box"]) => BaseShapes;
}

/** Beyond this ratio of the whole walk to the part with doors, the way there gets a map of its own. */
const FAR_APPROACH = 1.7;
const OVERVIEW_SHARE = 0.32;
/** Points per metre from which a house is more than a speck; below, houses only make the file large. */
const BUILDINGS_FROM = 0.28;
const GAP = 6;

/**
 * Draws a route on its streets: readable in black and white, north up, with scale. Where the doors are far from the
 * start, they get the larger map and the whole walk a smaller one beside it.
 */
export function drawMap(doc: PDFKit.PDFDocument, route: PlanRoute, ground: MapGround, paper: PaperBox): void {
  const doorLegs = route.osrm.legs.slice(1, route.stops.length);
  const atDoors = [
    ...doorLegs.flatMap(({ steps }) => steps.flatMap(({ geometry }) => geometry.coordinates)),
    ...route.stops.map(({ position }) => position),
  ];
  const whole = [...route.osrm.geometry.coordinates, ...atDoors, route.start];
  const scaleOf = (positions: readonly Position[]) => frameAround(positions, paper).pointsPerMetre;
  if (scaleOf(atDoors) < FAR_APPROACH * scaleOf(whole)) {
    drawFrame(doc, route, ground, frameAround(whole, paper), true);
    return;
  }
  const overviewWidth = paper.width * OVERVIEW_SHARE;
  const left = { ...paper, width: paper.width - overviewWidth - GAP };
  const right = { ...paper, x: paper.x + paper.width - overviewWidth, width: overviewWidth };
  drawFrame(doc, route, ground, frameAround(atDoors, left), true);
  drawFrame(doc, route, ground, frameAround(whole, right), false);
}

function drawFrame(
  doc: PDFKit.PDFDocument,
  route: PlanRoute,
  ground: MapGround,
  frame: MapFrame,
  hasStops: boolean,
): void {
  const { paper } = frame;
  doc.save();
  doc.rect(paper.x, paper.y, paper.width, paper.height).clip();
  doc.rect(paper.x, paper.y, paper.width, paper.height).fill("#f4f4f2");
  const shapes = ground.shapesIn(frame.box);
  fillRings(doc, frame, shapes.green, "#e4e9df");
  fillRings(doc, frame, shapes.water, "#d3dde6");
  if (frame.pointsPerMetre >= BUILDINGS_FROM) fillRings(doc, frame, shapes.buildings, "#dedcd8");
  const pieces = piecesInFrame(ground.graph, frame);
  drawStreets(doc, frame, ground.graph, pieces);
  drawPath(doc, frame, route.osrm.geometry.coordinates);
  drawStreetNames(doc, frame, ground.graph, pieces);
  if (hasStops) drawStops(doc, frame, route);
  drawStart(doc, frame, route);
  doc.restore();
  doc.rect(paper.x, paper.y, paper.width, paper.height).lineWidth(0.6).stroke("#444444");
  drawScale(doc, frame);
}

function piecesInFrame(graph: StreetGraph, frame: MapFrame): readonly number[] {
  const pieces: number[] = [];
  for (let piece = 0; piece < graph.pieceCount; piece++) {
    const end = graph.shapeStart[piece + 1] ?? 0;
    for (let point = graph.shapeStart[piece] ?? 0; point < end; point++) {
      if (isInBox([graph.shapeLongitude[point] ?? 0, graph.shapeLatitude[point] ?? 0], frame.box)) {
        pieces.push(piece);
        break;
      }
    }
  }
  return pieces;
}

function fillRings(doc: PDFKit.PDFDocument, frame: MapFrame, rings: readonly (readonly Position[])[], colour: string) {
  for (const ring of rings) {
    if (ring.length < 3 || !doBoxesMeet(boxAround(ring), frame.box)) continue;
    tracePath(doc, frame, ring);
    doc.closePath().fill(colour);
  }
}

function tracePath(doc: PDFKit.PDFDocument, frame: MapFrame, positions: readonly Position[]): void {
  positions.forEach((position, index) => {
    const [x, y] = frame.toPaper(position);
    if (index === 0) doc.moveTo(x, y);
    else doc.lineTo(x, y);
  });
}

/** White streets with a grey edge; footpaths dashed; steps dotted, so that they tell apart without colour. */
function drawStreets(doc: PDFKit.PDFDocument, frame: MapFrame, graph: StreetGraph, pieces: readonly number[]): void {
  doc.lineCap("round").lineJoin("round");
  const wide = pieces.filter((piece) => STREET_WIDTHS[streetClass(graph, piece)] !== undefined);
  const narrow = pieces.filter((piece) => STREET_WIDTHS[streetClass(graph, piece)] === undefined);
  for (const [extra, colour] of [
    [1, "#b9b6b0"],
    [0, "#ffffff"],
  ] as const) {
    for (const piece of wide) {
      tracePath(doc, frame, pieceShape(graph, piece));
      doc.lineWidth((STREET_WIDTHS[streetClass(graph, piece)] ?? 3) + extra).stroke(colour);
    }
  }
  for (const piece of narrow) {
    const isSteps = streetClass(graph, piece) === "steps";
    tracePath(doc, frame, pieceShape(graph, piece));
    if (isSteps) doc.dash(1, { space: 1.2 });
    else doc.dash(3, { space: 1.6 });
    doc.lineWidth(isSteps ? 2.4 : 0.8).stroke("#8d8982");
    doc.undash();
  }
}

/** The walk, dark on a white edge, with an arrow head every so often. */
function drawPath(doc: PDFKit.PDFDocument, frame: MapFrame, path: readonly Position[]): void {
  for (const [width, colour] of [
    [PATH_WIDTH + 2, "#ffffff"],
    [PATH_WIDTH, "#1c1c1c"],
  ] as const) {
    tracePath(doc, frame, path);
    doc.lineWidth(width).stroke(colour);
  }
  let sinceArrow = 30;
  for (let index = 1; index < path.length; index++) {
    const before = path[index - 1];
    const after = path[index];
    if (!before || !after) continue;
    const [x1, y1] = frame.toPaper(before);
    const [x2, y2] = frame.toPaper(after);
    const length = Math.hypot(x2 - x1, y2 - y1);
    sinceArrow += length;
    if (sinceArrow < 70 || length < 8) continue;
    sinceArrow = 0;
    drawArrow(doc, (x1 + x2) / 2, (y1 + y2) / 2, Math.atan2(y2 - y1, x2 - x1));
  }
}

function drawArrow(doc: PDFKit.PDFDocument, x: number, y: number, angle: number): void {
  const point = (along: number, across: number) =>
    [
      x + along * Math.cos(angle) - across * Math.sin(angle),
      y + along * Math.sin(angle) + across * Math.cos(angle),
    ] as const;
  const [tip, left, right] = [point(4.5, 0), point(-3.5, 3.6), point(-3.5, -3.6)];
  doc.moveTo(tip[0], tip[1]).lineTo(left[0], left[1]).lineTo(right[0], right[1]).closePath();
  doc.lineWidth(0.8).fillAndStroke("#1c1c1c", "#ffffff");
}

/** One name per street, along its longest piece in view, upright, where it fits. */
function drawStreetNames(
  doc: PDFKit.PDFDocument,
  frame: MapFrame,
  graph: StreetGraph,
  pieces: readonly number[],
): void {
  const longest = new Map<string, { readonly piece: number; readonly length: number }>();
  for (const piece of pieces) {
    const name = streetName(graph, piece);
    const length = straightLength(frame, pieceShape(graph, piece));
    if (name !== "" && length > (longest.get(name)?.length ?? 0)) longest.set(name, { piece, length });
  }
  doc.font(FONTS.regular).fontSize(6);
  for (const [name, { piece, length }] of longest) {
    const width = doc.widthOfString(name);
    if (width > length + 12) continue;
    const shape = pieceShape(graph, piece);
    const [x1, y1] = frame.toPaper(shape[0] ?? [0, 0]);
    const [x2, y2] = frame.toPaper(shape.at(-1) ?? [0, 0]);
    const isBackward = x2 < x1;
    const degrees = (Math.atan2(isBackward ? y1 - y2 : y2 - y1, isBackward ? x1 - x2 : x2 - x1) * 180) / Math.PI;
    doc.save();
    doc.rotate(degrees, { origin: [(x1 + x2) / 2, (y1 + y2) / 2] });
    const left = (x1 + x2) / 2 - width / 2;
    const top = (y1 + y2) / 2 - 3.6;
    doc.lineWidth(1.6).strokeColor("#ffffff").text(name, left, top, { lineBreak: false, stroke: true, fill: false });
    doc.fillColor("#333333").text(name, left, top, { lineBreak: false });
    doc.restore();
  }
}

function straightLength(frame: MapFrame, shape: readonly Position[]): number {
  const [x1, y1] = frame.toPaper(shape[0] ?? [0, 0]);
  const [x2, y2] = frame.toPaper(shape.at(-1) ?? [0, 0]);
  return Math.hypot(x2 - x1, y2 - y1);
}

function drawStops(doc: PDFKit.PDFDocument, frame: MapFrame, route: PlanRoute): void {
  const places = route.stops.map(({ position }) => frame.toPaper(position));
  const marks = placeMarks(places, MARK_RADIUS, frame.paper);
  marks.forEach((mark, index) => {
    const place = places[index];
    if (mark.isMoved && place) {
      doc.moveTo(place[0], place[1]).lineTo(mark.x, mark.y).lineWidth(0.7).stroke("#1c1c1c");
      doc.circle(place[0], place[1], 1.2).fill("#1c1c1c");
    }
  });
  marks.forEach((mark, index) => {
    const label = String(index + 1);
    doc.circle(mark.x, mark.y, MARK_RADIUS).lineWidth(0.9).fillAndStroke("#ffffff", "#1c1c1c");
    doc
      .font(FONTS.bold)
      .fontSize(label.length > 2 ? 5.2 : 6.4)
      .fillColor("#1c1c1c");
    doc.text(label, mark.x - MARK_RADIUS, mark.y - (label.length > 2 ? 3 : 3.7), {
      width: 2 * MARK_RADIUS,
      align: "center",
      lineBreak: false,
    });
  });
}

function drawStart(doc: PDFKit.PDFDocument, frame: MapFrame, route: PlanRoute): void {
  const [x, y] = frame.toPaper(route.start);
  doc
    .rect(x - 5, y - 5, 10, 10)
    .lineWidth(1)
    .fillAndStroke("#1c1c1c", "#ffffff");
  doc
    .moveTo(x - 2, y - 3)
    .lineTo(x + 3, y)
    .lineTo(x - 2, y + 3)
    .closePath()
    .fill("#ffffff");
}

/** A bar of a round number of metres, and an arrow to the north. */
function drawScale(doc: PDFKit.PDFDocument, { paper, pointsPerMetre }: MapFrame): void {
  const metres = [1000, 500, 200, 100, 50, 20].find((length) => length * pointsPerMetre <= paper.width / 4) ?? 10;
  const length = metres * pointsPerMetre;
  const x = paper.x + 8;
  const y = paper.y + paper.height - 10;
  doc
    .rect(x - 4, y - 12, length + 34, 18)
    .fillOpacity(0.85)
    .fill("#ffffff")
    .fillOpacity(1);
  doc
    .moveTo(x, y - 3)
    .lineTo(x, y)
    .lineTo(x + length, y)
    .lineTo(x + length, y - 3)
    .lineWidth(1)
    .stroke("#1c1c1c");
  doc
    .font(FONTS.regular)
    .fontSize(6.5)
    .fillColor("#1c1c1c")
    .text(`${metres} m`, x, y - 11, { lineBreak: false });
  const north = x + length + 18;
  doc
    .moveTo(north, y - 9)
    .lineTo(north - 4, y + 2)
    .lineTo(north, y - 1)
    .lineTo(north + 4, y + 2)
    .closePath()
    .fill("#1c1c1c");
}
