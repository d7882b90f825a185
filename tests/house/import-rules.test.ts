import { describe, expect, it } from "vitest";
import { type Import, readImports } from "./read-imports.ts";

const imports = readImports(["geodata", "server", "web", "scripts"]);
const inside = (path: string, ...folders: readonly string[]) => folders.some((folder) => path.startsWith(folder));
const show = ({ from, to }: Import) => `${from} -> ${to}`;
const project = imports.filter(({ isPackage }) => !isPackage);

describe("who may import whom", () => {
  it("reads the imports of every folder", () => {
    for (const folder of ["geodata/", "server/", "web/", "scripts/"]) {
      expect(imports.filter(({ from }) => from.startsWith(folder)).length).toBeGreaterThan(20);
    }
  });

  it.each(["geodata/geometry/", "geodata/numbers/"])("keeps %s to itself", (folder) => {
    const strays = project.filter(({ from, to }) => inside(from, folder) && !inside(to, folder));
    expect(strays.map(show)).toEqual([]);
  });

  it("lets the contract know geometry, numbers, and territories by type alone", () => {
    const strays = project.filter(
      ({ from, to, isTypeOnly }) =>
        inside(from, "server/contract/") &&
        !inside(to, "server/contract/", "geodata/geometry/", "geodata/numbers/") &&
        !(isTypeOnly && to === "geodata/territory/territory.ts"),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("keeps geodata free of the server, but for the types of the contract", () => {
    const strays = project.filter(
      ({ from, to, isTypeOnly }) =>
        inside(from, "geodata/") && !inside(to, "geodata/") && !(isTypeOnly && inside(to, "server/contract/")),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("keeps the engines free of files, clocks, HTTP, SQL and the other features", () => {
    const engines = ["server/walking-router/", "server/tour-optimiser/"];
    const strays = imports.filter(({ from, to, isPackage }) => {
      const engine = engines.find((folder) => from.startsWith(folder));
      if (!engine) return false;
      if (isPackage) return true;
      return !inside(to, engine, "geodata/geometry/", "geodata/numbers/", "geodata/street-graph/");
    });
    expect(strays.map(show)).toEqual([]);
  });

  it("keeps the cutting of zones, but for its edges, free of the same", () => {
    const edges = ["address-stops.ts", "cut-selection.ts", "endpoints.ts", "zoning-words.ts"].map(
      (file) => `server/zoning/${file}`,
    );
    const strays = imports.filter(
      ({ from, to }) =>
        inside(from, "server/zoning/") &&
        !edges.includes(from) &&
        !inside(to, "server/zoning/", "geodata/geometry/", "geodata/numbers/", "geodata/street-graph/") &&
        to !== "geojson",
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("keeps sampling free of files, clocks, HTTP and SQL", () => {
    const strays = imports.filter(
      ({ from, to, isTypeOnly }) =>
        inside(from, "geodata/sampling/") &&
        !isTypeOnly &&
        !inside(to, "geodata/sampling/", "geodata/scoring/", "geodata/numbers/"),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("keeps vote transitions free of everything but numbers", () => {
    const strays = imports.filter(
      ({ from, to }) =>
        inside(from, "geodata/vote-transitions/") && !inside(to, "geodata/vote-transitions/", "geodata/numbers/"),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("lets only planning and directions use the engines", () => {
    const strays = project.filter(
      ({ from, to }) =>
        inside(to, "server/walking-router/", "server/tour-optimiser/") &&
        !inside(
          from,
          "server/walking-router/",
          "server/tour-optimiser/",
          "server/planning/",
          "server/directions/",
          "scripts/benches/",
          "scripts/instances/",
        ),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("keeps router servers behind the port of planning, known to those who choose the engine", () => {
    const strays = project.filter(
      ({ from, to }) =>
        inside(to, "server/osrm-router/") &&
        !inside(
          from,
          "server/osrm-router/",
          "server/plans/make-plan.ts",
          "server/serve.ts",
          "server/work/",
          "scripts/commands/",
        ),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("lets the web know geometry, the contract and the type of the interface, nothing else", () => {
    const strays = project.filter(
      ({ from, to, isTypeOnly }) =>
        inside(from, "web/") &&
        !inside(to, "web/", "geodata/geometry/", "server/contract/") &&
        !(isTypeOnly && to === "server/app.ts"),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("keeps the phone page free of the organizer's application", () => {
    const organizers = ["web/screens/", "web/workspace/", "web/zones/", "web/charts/", "web/api/client.ts"];
    const dictionaries = ["web/i18n/fr.ts", "web/i18n/en.ts", "web/i18n/language.tsx"];
    const strays = project.filter(
      ({ from, to }) => inside(from, "web/field/", "web/map/walk-map.ts") && inside(to, ...organizers, ...dictionaries),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it("lets nobody import scripts, tests or web", () => {
    const strays = project.filter(
      ({ from, to }) =>
        inside(to, "tests/") ||
        (inside(to, "scripts/") && !inside(from, "scripts/")) ||
        (inside(to, "web/") && !inside(from, "web/")),
    );
    expect(strays.map(show)).toEqual([]);
  });

  it.each([
    ["better-sqlite3", ["geodata/territory/", "server/campaign/"]],
    ["kysely", ["server/"]],
    ["pg", ["server/campaign/", "scripts/postgres-server.ts"]],
    ["@node-rs/argon2", ["server/people/"]],
    ["otpauth", ["server/people/"]],
    ["idb", ["web/field/"]],
    ["fontkit", ["web/letters/"]],
    ["workbox-precaching", ["web/field/offline/"]],
    ["vite-plugin-pwa", ["web/field-build.ts"]],
    ["hono", ["server/", "web/api/"]],
    ["@hono/node-server", ["server/"]],
    ["piscina", ["server/"]],
    ["pino", ["server/"]],
    ["maplibre-gl", ["web/map/"]],
    ["terra-draw", ["web/map/"]],
    ["pdfkit", ["server/sheets/"]],
    ["qrcode", ["server/sheets/", "server/people/"]],
    ["osrm-text-instructions", ["server/directions/"]],
    ["@maplibre/geojson-vt", ["geodata/base-map/"]],
    ["@maplibre/vt-pbf", ["geodata/base-map/"]],
    ["yauzl", ["geodata/readers/"]],
    ["unbzip2-stream", ["geodata/readers/"]],
    ["iconv-lite", ["geodata/readers/"]],
    ["pbf", ["geodata/readers/", "server/sheets/", "web/letters/"]],
    ["flatbush", ["geodata/"]],
    ["saxes", ["geodata/readers/"]],
    ["geotiff", ["geodata/readers/"]],
    ["d3-delaunay", ["geodata/"]],
    ["write-excel-file/browser", ["web/api/"]],
  ])("keeps %s in its home", (name, homes) => {
    const strays = imports.filter(({ from, to, isTypeOnly }) => to === name && !isTypeOnly && !inside(from, ...homes));
    expect(strays.map(show)).toEqual([]);
  });
});
