import type { Language, PlanRoute } from "../contract/plan.ts";
import { startSentenceOf } from "../contract/told-plan.ts";
import { doorWords, labelled, SHEET_WORDS } from "./sheet-words.ts";

/**
 * The routes as GPX 1.1 (topografix.com/GPX/1/1): a waypoint per stop, a track per route. Child elements stand in
 * the order that the schema fixes. Characters that XML 1.0 cannot hold are left out.
 */
export function renderGpx({
  title,
  routes,
  language,
  attributions,
}: {
  readonly title: string;
  readonly routes: readonly PlanRoute[];
  readonly language: Language;
  readonly attributions: readonly string[];
}): string {
  const words = SHEET_WORDS[language];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx version="1.1" creator="Arpent" xmlns="http://www.topografix.com/GPX/1/1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd">',
    "<metadata>",
    element("name", title),
    element("desc", labelled(words.dataFrom, attributions.join(" · "), language)),
    "</metadata>",
    ...routes.flatMap((route) => waypoints(route, language)),
    ...routes.map((route) => track(route, language)),
    "</gpx>",
    "",
  ].join("\n");
}

function waypoints(route: PlanRoute, language: Language): readonly string[] {
  const words = SHEET_WORDS[language];
  const [longitude, latitude] = route.start;
  return [
    `<wpt lat="${latitude}" lon="${longitude}">${element("name", `${words.start} ${route.id}`)}${element("desc", startSentenceOf(route)[language])}</wpt>`,
    ...route.stops.map(
      (stop, index) =>
        `<wpt lat="${stop.position[1]}" lon="${stop.position[0]}">${element("name", `${route.id}.${index + 1} ${stop.address}`)}` +
        `${element("desc", doorWords(stop, language))}</wpt>`,
    ),
  ];
}

function track(route: PlanRoute, language: Language): string {
  const points = route.osrm.geometry.coordinates.map(
    ([longitude, latitude]) => `<trkpt lat="${latitude}" lon="${longitude}"/>`,
  );
  return `<trk>${element("name", `${SHEET_WORDS[language].route} ${route.id}`)}<trkseg>\n${points.join("\n")}\n</trkseg></trk>`;
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, "").replace(/[&<>"]/g, (character) => ENTITIES[character] ?? "");
}

/** Outside of the Char production of XML 1.0, section 2.2. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
