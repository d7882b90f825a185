import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { recogniseFile } from "../../../geodata/readers/recognise-file.ts";
import { sourceFile } from "./source-file.ts";

const stations =
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codeBureauVote":"75056_0101"},"geometry":null}]}';

describe("recognising a file by its content", () => {
  it.each([
    ["map.bin", Buffer.from("\0\0\0\r\n\tOSMHeader\u0018\u007c", "latin1"), "osm", "osm-pbf"],
    ["map.txt", '<?xml version="1.0" encoding="UTF-8"?>\n<osm version="0.6">', "osm", "osm-xml"],
    ["a.json", stations, "stations", "geojson-stations"],
    ["a.gz", gzipSync(stations), "stations", "geojson-stations"],
    [
      "a.json",
      stations.replace("codeBureauVote", "CODE_IRIS").replace("75056_0101", "751010101"),
      "census-areas",
      "iris-geojson",
    ],
    ["a.json", stations.replace("codeBureauVote", "nom"), null, "geojson"],
    ["a.json", '{"type":"Topology"}', null, "json"],
    ["a.csv", "id_election;id_brut_miom;no_panneau;voix;nom\n", "results", "data-gouv-candidates"],
    ["a.csv", "id_election;id_brut_miom;inscrits;votants;exprimes\n", "results", "data-gouv-general"],
    ["a.csv", "id;numero;nom_voie;code_insee;lon;lat\n", "addresses", "ban"],
    ["a.csv", '"id_brut_bv_reu","longitude","latitude"\n', "addresses", "reu"],
    ["a.csv", "IRIS;DISP_MED21\n", "census", "filosofi"],
    ["a.csv", "IRIS,P20_POP\n", "census", "insee-iris"],
    ["a.csv", "a;b\n", null, "csv"],
    ["N43E007.hgt", Buffer.alloc(100), "elevation", "hgt"],
    ["a.asc", "ncols 10\nnrows 10\n", "elevation", "esri-ascii-grid"],
    ["a.tif", Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]), "elevation", "geotiff"],
    ["a.parquet", "PAR1....", null, "parquet"],
    ["a.pdf", "%PDF-1.7", null, "pdf"],
    ["a.csv", "<html>", null, "html"],
    ["a.txt", "hello", null, "text"],
    ["a.bin", Buffer.from([1, 2, 0, 3, 4, 10, 5]), null, "unknown"],
  ])("%s: %j", async (name, content, role, format) => {
    expect(await recogniseFile(await sourceFile(name, content))).toEqual({ role, format });
  });
});
