import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it, vi } from "vitest";
import { buildDemoTerritory } from "../../../geodata/demo-town/build-demo-territory.ts";
import { openTerritory } from "../../../geodata/territory/open-territory.ts";
import type { Territory } from "../../../geodata/territory/territory.ts";
import { expectGolden } from "../../fixtures/expect-golden.ts";
import { tellFixedRoute } from "../../fixtures/told-routes.ts";

let home: string;
let territory: Territory;
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "arpent-directions-"));
  vi.stubEnv("ARPENT_HOME", home);
  territory = openTerritory((await buildDemoTerritory({ name: "demo", seed: 1 })).path);
}, 120_000);
afterAll(() => {
  territory?.close();
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe("directions of fixed routes in the demo town", () => {
  const places = [
    ["roundabout", [4.1513, 47.2559]],
    ["passage", [4.1463, 47.2523]],
    ["bridge", [4.1521, 47.2463]],
    ["steps", [4.1488, 47.2533]],
    ["edge-of-town", [4.1694, 47.2576]],
  ] as const;
  const told = places.flatMap(([name, from]) => (["fr", "en"] as const).map((language) => ({ name, from, language })));

  it.each(told)("read as in the golden file: $name, $language", async ({ name, from, language }) => {
    const text = await tellFixedRoute(territory, from, language);

    expectGolden(new URL(`./golden/demo-${name}.${language}.txt`, import.meta.url), `${text}\n`);
  });
});
