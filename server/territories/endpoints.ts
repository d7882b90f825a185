import { type Context, Hono } from "hono";
import * as v from "valibot";
import { ComparisonRequestSchema } from "../contract/comparison.ts";
import { SelectionSchema } from "../contract/plan.ts";
import { check } from "../http/check-request.ts";
import { isFresh } from "../http/fresh-answer.ts";
import type { FaultLog } from "../http/problem-response.ts";
import { requestLanguage } from "../http/request-language.ts";
import { sendGzip, sendPacked } from "../http/send-json.ts";
import type { Workers } from "../work/create-workers.ts";
import { unpackJson } from "../work/packed-json.ts";
import type { ReadKind, ReadShapes } from "../work/reads.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { listTerritories } from "./list-territories.ts";
import type { TileNumbers } from "./station-tile.ts";
import type { TerritoryLibrary } from "./territory-library.ts";

export interface TerritoriesDeps {
  readonly library: TerritoryLibrary;
  readonly workers: Pick<Workers, "read">;
  readonly kept: KeptAnswers;
  readonly log: FaultLog;
  /** Changes when the program does: answers of another program are never taken for this one's. */
  readonly programId: string;
}

const SearchQuery = v.object({ q: v.pipe(v.string(), v.maxLength(200)), lang: v.optional(v.string()) });
const SelectionBody = v.object({ selection: SelectionSchema });
const TileNumber = v.pipe(v.string(), v.regex(/^\d{1,8}$/), v.transform(Number));
const TileParams = v.object({
  name: v.string(),
  z: v.pipe(TileNumber, v.maxValue(22)),
  x: TileNumber,
  y: TileNumber,
});

export function territoriesEndpoints(deps: TerritoriesDeps) {
  const { library, workers, kept, log } = deps;

  /** Reads that depend on the territory alone are kept, and not sent again to who has them. */
  async function sendKept<Kind extends ReadKind>(
    context: Context,
    kind: Kind,
    name: string,
    input: ReadShapes[Kind]["input"],
  ) {
    // The title can change without a new version.
    const { version, title } = library.open(name).summary;
    const key = [deps.programId, name, version, title, kind, JSON.stringify(input)];
    if (isFresh(context, key)) return context.body(null, 304);
    return sendPacked(context, await kept.get(key.join("\0"), () => workers.read(kind, library.path(name), input)));
  }

  async function sendCut(context: Context, kind: "stationTile" | "doorTile", name: string, tile: TileNumbers) {
    const key = [deps.programId, name, library.open(name).summary.version, kind, JSON.stringify(tile)];
    if (isFresh(context, key)) return context.body(null, 304);
    const cut = await kept.get(key.join("\0"), () => workers.read(kind, library.path(name), tile));
    const { gzip } = unpackJson(cut);
    return sendTile(context, gzip === null ? undefined : Buffer.from(gzip, "base64"));
  }

  return new Hono()
    .get("/territories", (context) => context.json(listTerritories(library, requestLanguage(context), log)))
    .get("/territories/:name", (context) => sendKept(context, "detail", context.req.param("name"), null))
    .get("/territories/:name/stations", (context) => sendKept(context, "stations", context.req.param("name"), null))
    .get("/territories/:name/station-list", (context) =>
      sendKept(context, "stationList", context.req.param("name"), null),
    )
    .get("/territories/:name/candidates", (context) => sendKept(context, "candidates", context.req.param("name"), null))
    .get("/territories/:name/ground", (context) => sendKept(context, "ground", context.req.param("name"), null))
    .get("/territories/:name/walks", (context) => sendKept(context, "walks", context.req.param("name"), null))
    .get("/territories/:name/stations/:stationId", (context) => {
      const { name, stationId } = context.req.param();
      return sendKept(context, "station", name, { stationId });
    })
    .get("/territories/:name/stations/:stationId/addresses", (context) => {
      const { name, stationId } = context.req.param();
      return sendKept(context, "addresses", name, { stationId });
    })
    .get("/territories/:name/search", check("query", SearchQuery), async (context) => {
      const path = library.path(context.req.param("name"));
      return sendPacked(context, await workers.read("search", path, { text: context.req.valid("query").q }));
    })
    .post("/territories/:name/selection", check("json", SelectionBody), async (context) => {
      const path = library.path(context.req.param("name"));
      return sendPacked(context, await workers.read("selection", path, context.req.valid("json").selection));
    })
    .post("/territories/:name/comparison", check("json", ComparisonRequestSchema), async (context) => {
      const path = library.path(context.req.param("name"));
      return sendPacked(context, await workers.read("comparison", path, context.req.valid("json")));
    })
    .get("/territories/:name/tiles/:z/:x/:y", check("param", TileParams), async (context) => {
      const { name, z, x, y } = context.req.valid("param");
      const territory = library.open(name);
      if (isFresh(context, [name, territory.summary.version, `${z}/${x}/${y}`])) return context.body(null, 304);
      const tile = territory.tile(z, x, y);
      return sendTile(context, tile);
    })
    .get("/territories/:name/station-tiles/:z/:x/:y", check("param", TileParams), async (context) => {
      const { name, z: zoom, x: column, y: row } = context.req.valid("param");
      const territory = library.open(name);
      // A file that was built before there were tiles of stations: a worker cuts them.
      if (!territory.hasStationTiles) return sendCut(context, "stationTile", name, { zoom, column, row });
      const key = [deps.programId, name, territory.summary.version, "station tile", `${zoom}/${column}/${row}`];
      if (isFresh(context, key)) return context.body(null, 304);
      return sendTile(context, territory.stationTile(zoom, column, row));
    })
    .get("/territories/:name/door-tiles/:z/:x/:y", check("param", TileParams), (context) => {
      const { name, z: zoom, x: column, y: row } = context.req.valid("param");
      return sendCut(context, "doorTile", name, { zoom, column, row });
    });
}

function sendTile(context: Context, tile: Uint8Array | undefined) {
  if (tile === undefined) return context.body(null, 204);
  context.header("Content-Type", "application/vnd.mapbox-vector-tile");
  return sendGzip(context, tile);
}
