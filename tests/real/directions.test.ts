import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it, vi } from "vitest";
import type { Position } from "../../geodata/geometry/position.ts";
import type { BuildOptions } from "../../geodata/territory/build-options.ts";
import { buildTerritory } from "../../geodata/territory/build-territory.ts";
import { openTerritory } from "../../geodata/territory/open-territory.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import { expectGolden } from "../fixtures/expect-golden.ts";
import { monacoOptions, parisRepubliqueOptions } from "../fixtures/real-territories.ts";
import { tellFixedRoute } from "../fixtures/told-routes.ts";

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), "arpent-directions-"));
  vi.stubEnv("ARPENT_HOME", home);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("directions of fixed routes around République, Paris", () => {
  readAsGolden("paris", parisRepubliqueOptions(), [
    ["arts-et-metiers", [2.3536, 48.8585]],
    ["temple", [2.3615, 48.8675]],
    ["republique", [2.3694, 48.8671]],
    ["popincourt", [2.3805, 48.8627]],
    ["saint-sebastien", [2.3684, 48.8591]],
  ]);
});

describe("directions of fixed routes in the hills of Monaco", () => {
  readAsGolden("monaco", monacoOptions(), [
    ["saint-roman", [7.4396, 43.7531]],
    ["larvotto", [7.4293, 43.7429]],
    ["beausoleil", [7.4273, 43.7463]],
    ["cap-d-ail", [7.419, 43.7253]],
    ["la-turbie", [7.4012, 43.7404]],
  ]);
});

function readAsGolden(
  place: string,
  options: BuildOptions | null,
  routes: readonly (readonly [name: string, from: Position])[],
): void {
  let territory: Territory;
  beforeAll(async () => {
    if (options !== null) territory = openTerritory((await buildTerritory(options)).path);
  });
  afterAll(() => territory?.close());

  it.each(routes)("read as in the golden file: %s", async (name, from) => {
    if (options === null) return;
    const text = await tellFixedRoute(territory, from, "fr");

    expectGolden(new URL(`./golden/${place}-${name}.txt`, import.meta.url), `${text}\n`);
  });
}
