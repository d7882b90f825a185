import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import type { ZoneGround, ZoningState } from "../../server/contract/drawn-zones.ts";
import type { PlanRoute } from "../../server/contract/plan.ts";
import { fr } from "../../web/i18n/fr.ts";
import { askJson, makePlan, newZoning, openedPlan } from "./support/ask-program.ts";
import { eventually, mapOf, type MapHolder as ReadMap, untilDrawn } from "./support/drawn-map.ts";
import { fingersOn, PHONE, type Pixel } from "./support/finger.ts";
import { journey } from "./support/journey.ts";
import { ownProgramUrl } from "./support/own-program.ts";

describe("at the edge of the map", () => {
  journey("a stop is carried to a route that was not in sight; given up, the map rests", async ({ visit }) => {
    const { id } = await makePlan(ownProgramUrl(), { volunteers: 3 });
    const { page } = await visit(`/t/demo?tab=routes&plan=${id}&route=1`);
    await untilDrawn(page);
    await page.getByRole("button", { name: fr.edit.begin }).click();
    const { stop, goal, place } = farthestApart((await openedPlan(page)).routes);
    await lookAt(page, stop.position, 17);
    const at = await pixelOf(page, stop.position);
    const address = () => new URL(page.url()).searchParams.get("at");
    await expect.poll(address).not.toBeNull();
    const before = address();
    expect(isInSight(await pixelOf(page, place))).toBe(false);

    // Escape, in the middle of it: nothing moves on, with the button still down or without.
    await hold(page, at);
    await page.mouse.move(1278, at[1], { steps: 3 });
    const still = await centre(page);
    await expect.poll(() => centre(page)).not.toEqual(still);
    await page.keyboard.press("Escape");
    await page.getByText(fr.edit.letGo).filter({ visible: true }).first().waitFor();
    await page.mouse.move(1279, at[1] + 1);
    await expectRest(page);
    await page.mouse.up();
    await page.mouse.move(1278, at[1]);
    await expectRest(page);

    // Towards the other route until it comes in sight, and let go on it.
    await lookAt(page, stop.position, 17);
    await expect.poll(address).toBe(before);
    await hold(page, at);
    const addresses = new Set<string | null>();
    await eventually(async () => {
      const wanted = await pixelOf(page, place);
      if (!isInSight(wanted)) addresses.add(address());
      await page.mouse.move(...towards(wanted));
      return wanted;
    }, isInSight);
    // Of a view that is still moved, the address knows nothing.
    expect([...addresses]).toEqual([before]);
    await expectRest(page);
    const [x, y] = await pixelOf(page, place);
    await page.mouse.move(x, y, { steps: 2 });
    await page.mouse.up();
    const moved = await eventually(
      () => openedPlan(page),
      ({ edited }) => edited?.revision === 1,
    );
    expect(moved.routes.find((route) => route.id === goal.id)?.stops.map((one) => one.id)).toContain(stop.id);
    await expect.poll(address).not.toBe(before);
  });

  journey("a lasso goes on around doors that were not in sight, with the mouse", async ({ visit }) => {
    const zoningId = await newZoning(ownProgramUrl(), "Au bord");
    const { page } = await visit(`/t/demo?tab=zones&zoning=${zoningId}`);
    await page.getByText(fr.zones.noZones).waitFor();
    const ground = await askJson<ZoneGround>(page, "/api/territories/demo/ground");
    await lookAt(page, middleOf(ground), 17);
    await page.getByRole("button", { name: fr.zones.tool.lasso, exact: true }).click();
    const [east] = await positionAt(page, [1280, 400]);

    await hold(page, [850, 350]);
    await page.mouse.move(1278, 350, { steps: 4 });
    await eventually(
      () => positionAt(page, [900, 350]),
      ([longitude]) => longitude > east,
    );
    await page.mouse.move(1000, 550, { steps: 4 });
    await expectRest(page);
    await page.mouse.up();
    const taken = await takenFrom(page, zoningId, ground);
    expect(taken.some(([longitude]) => longitude > east)).toBe(true);
    expect(taken.some(([longitude]) => longitude < east)).toBe(true);

    // Over the edge without pressing anything.
    await page.mouse.move(1278, 350, { steps: 4 });
    await expectRest(page);
  });

  journey("a lasso goes on beside the sheet of a phone, with a finger", async ({ visit }) => {
    const zoningId = await newZoning(ownProgramUrl(), "Au bord, au doigt");
    const { page } = await visit(`/t/demo?tab=zones&zoning=${zoningId}`, PHONE);
    await page.getByText(fr.zones.noZones).waitFor({ state: "attached" });
    const ground = await askJson<ZoneGround>(page, "/api/territories/demo/ground");
    await lookAt(page, middleOf(ground), 16);
    const fingers = await fingersOn(page);
    await fingers.tap(page.getByRole("button", { name: fr.zones.tool.lasso, exact: true }));
    await page.getByRole("group", { name: fr.zones.tool.lasso, exact: true }).waitFor();
    const sheet = await page.getByRole("main").boundingBox();
    const edge = (sheet?.y ?? 0) - 4;
    const [, south] = await positionAt(page, [195, edge]);

    const last = await fingers.press([120, 220], [120, edge]);
    await eventually(
      () => positionAt(page, [195, 240]),
      ([, latitude]) => latitude < south,
    );
    await fingers.drag(last, [280, 240]);
    await expectRest(page);
    await fingers.lift();
    const taken = await takenFrom(page, zoningId, ground);
    expect(taken.some(([, latitude]) => latitude < south)).toBe(true);
    expect(taken.some(([, latitude]) => latitude > south)).toBe(true);
  });
});

type Position = readonly [number, number];

interface MapHolder extends ReadMap {
  readonly arpentMap: ReadMap["arpentMap"] & {
    jumpTo(options: object): void;
    unproject(point: Position): { readonly lng: number; readonly lat: number };
  };
}

async function lookAt(page: Page, center: Position, zoom: number): Promise<void> {
  const options = { center, zoom };
  await mapOf(page).evaluate((holder: MapHolder, camera) => holder.arpentMap.jumpTo(camera), options);
  await untilDrawn(page);
}

function centre(page: Page): Promise<Position> {
  return mapOf(page).evaluate((holder: MapHolder): [number, number] => {
    const { lng, lat } = holder.arpentMap.getCenter();
    return [lng, lat];
  });
}

/** The map fills the window: its pixels are those of the pointer. */
function positionAt(page: Page, point: Pixel): Promise<Position> {
  return mapOf(page).evaluate((holder: MapHolder, at): [number, number] => {
    const { lng, lat } = holder.arpentMap.unproject(at);
    return [lng, lat];
  }, point);
}

function pixelOf(page: Page, position: Position): Promise<Pixel> {
  return mapOf(page).evaluate((holder: MapHolder, at): [number, number] => {
    const { x, y } = holder.arpentMap.project(at);
    return [x, y];
  }, position);
}

/** Drawn to the end, and where it was a second of pulling later. */
async function expectRest(page: Page): Promise<void> {
  await untilDrawn(page);
  const before = await centre(page);
  await page.waitForTimeout(600);
  expect(await centre(page)).toEqual(before);
}

/** Takes hold of what is there. */
async function hold(page: Page, [x, y]: Pixel): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
}

/** Beside the panel, below the tools and well away from the edges, of a window of 1280 × 720. */
function isInSight([x, y]: Pixel): boolean {
  return x > 480 && x < 1200 && y > 200 && y < 640;
}

/** The point itself where it is in sight, else at the edges that it is beyond. */
function towards([x, y]: Pixel): [number, number] {
  return [x <= 480 ? 414 : x >= 1200 ? 1278 : x, y <= 200 ? 2 : y >= 640 ? 718 : y];
}

/** A stop of the first route, and the place on another route that is farthest from all of the first. */
function farthestApart(routes: readonly PlanRoute[]) {
  const [first, ...others] = routes;
  const [stop] = first?.stops ?? [];
  if (first === undefined || stop === undefined) throw new Error("the first route has no stop");
  const own = first.osrm.geometry.coordinates;
  const gap = (place: Position) => Math.min(...own.map((one) => distance(one, place)));
  const places = others.flatMap((goal) => goal.stops.map(({ position }) => ({ goal, place: position })));
  const [farthest] = places.toSorted((a, b) => gap(b.place) - gap(a.place));
  if (farthest === undefined) throw new Error("there is no other route");
  return { stop, ...farthest };
}

function distance([longitude, latitude]: Position, other: Position): number {
  return Math.hypot((longitude - other[0]) * Math.cos((latitude * Math.PI) / 180), latitude - other[1]);
}

function middleOf({ longitudes, latitudes }: ZoneGround): Position {
  const middle = (column: readonly number[]) => column.toSorted((a, b) => a - b)[Math.floor(column.length / 2)] ?? 0;
  return [middle(longitudes), middle(latitudes)];
}

/** Where the addresses are that are in zones, once some are. */
async function takenFrom(page: Page, zoningId: string, ground: ZoneGround): Promise<readonly Position[]> {
  const { addressIds } = await eventually(
    () => askJson<ZoningState>(page, `/api/zonings/${zoningId}`),
    (state) => Object.values(state.addressIds).flat().length > 0,
  );
  const taken = new Set(Object.values(addressIds).flat());
  return ground.addressIds.flatMap((id, place) =>
    taken.has(id) ? [[ground.longitudes[place] ?? 0, ground.latitudes[place] ?? 0] as const] : [],
  );
}
