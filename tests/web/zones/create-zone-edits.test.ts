import fc from "fast-check";
import { createMemo, createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Position } from "../../../geodata/geometry/position.ts";
import type { ZoneEdit } from "../../../server/contract/drawn-zones.ts";
import { createLanguage } from "../../../web/i18n/language.tsx";
import { applySteps } from "../../../web/zones/apply-steps.ts";
import { createZoneEdits } from "../../../web/zones/create-zone-edits.ts";
import { createZoning } from "../../../web/zones/create-zoning.ts";
import { freePlaces, membersOf, type ZoneMembers } from "../../../web/zones/zone-members.ts";
import type { ZoningApi } from "../../../web/zones/zoning-api.ts";
import { NO_CONTENT, sameContent, type ZoningContent } from "../../../web/zones/zoning-content.ts";
import { smallTown } from "./small-town.ts";

const town = smallTown();
const north = town.ofStreet(0);
const south = town.ofStreet(1);
const every = [...north, ...south];

/** A board with nobody else at it, and a server that answers at once. */
async function openBoard() {
  let content: ZoningContent = NO_CONTENT;
  let [revision, ids] = [0, 0];
  const api = {
    zoning: async () => ({ id: "z", territoryName: "t", name: "Plan A", revision: 0, zones: [], addressIds: {} }),
    editZoning: async (_: string, { steps }: ZoneEdit) => {
      const applied = applySteps(content, steps);
      content = applied.content;
      revision += 1;
      return { revision, steps: applied.steps, refused: applied.refused };
    },
    zoningEventsAddress: () => "/events",
  };
  const told: string[] = [];
  const options = { takes: false, snaps: false };
  const newId = () => `i${++ids}`;
  const board = createRoot((leave) => {
    const [openedId, open] = createSignal<string | null>(null);
    const zoning = createZoning(api as unknown as ZoningApi, {
      zoningId: "z",
      editor: "me",
      newId,
      memory: { load: () => ({ pending: [], history: { past: [], future: [] } }), save: () => undefined },
      onRefused: (refused) => expect(refused).toEqual([]),
      onForbidden: () => undefined,
      onOthers: () => undefined,
      onRenamed: () => undefined,
    });
    const members = createMemo<ZoneMembers>((before) => membersOf(town, zoning.content(), before), new Map());
    const edits = createZoneEdits({
      index: () => town,
      zoning: () => zoning,
      members,
      openedId,
      open,
      takesFromOthers: () => options.takes,
      snaps: () => options.snaps,
      newId,
      tell: (words) => told.push(words),
      language: createLanguage(),
    });
    return { leave, zoning, members, edits, open, openedId };
  });
  await Promise.resolve();
  const zoneAt = (number: number) => {
    const { zones } = board.zoning.content();
    return zones[number % Math.max(1, zones.length)] ?? null;
  };
  return { ...board, told, options, zoneAt, server: () => content };
}

let board: Awaited<ReturnType<typeof openBoard>>;
beforeEach(async () => {
  localStorage.setItem("arpent.language", "en");
  board = await openBoard();
});
afterEach(() => board.leave());

const lock = (number: number) => {
  const zone = board.zoneAt(number);
  if (zone !== null) board.edits.change(zone, { isLocked: true });
};
const sizes = () => [...board.members().values()].map(({ length }) => length);

describe("a stroke", () => {
  it("changes what was foreseen while it was drawn, and no more", () => {
    const anyMet = fc.subarray(every, { minLength: 1 }).map((places) => new Set(places));
    board.edits.paint(new Set(north.slice(0, 12)));
    lock(0);
    board.open(null);
    board.edits.paint(new Set(south.slice(0, 12)));
    fc.assert(
      fc.property(anyMet, fc.boolean(), fc.boolean(), fc.boolean(), fc.nat(2), (met, isErasing, takes, snaps, open) => {
        Object.assign(board.options, { takes, snaps });
        board.open(open === 2 ? null : (board.zoneAt(open)?.id ?? null));
        const before = new Map(board.zoning.content().zoneOf);
        const foreseen = board.edits.foresee(isErasing ? "erase" : "paint", met);

        board.edits[isErasing ? "erase" : "paint"](met);

        const after = board.zoning.content().zoneOf;
        const moved = every.filter((place) => {
          const id = town.ground.addressIds[place] ?? "";
          return before.get(id) !== after.get(id);
        });
        expect([...(foreseen?.places ?? [])].sort((a, b) => a - b)).toEqual(moved);
        expect(foreseen?.doors).toBe(town.doorsOf(moved));
        if (moved.length > 0) board.zoning.undo();
      }),
      { seed: 5, numRuns: 80 },
    );
  });

  it("of the eraser without an open zone takes from every zone but the locked, and says from which", () => {
    board.edits.paint(new Set(north.slice(0, 4)));
    board.open(null);
    board.edits.paint(new Set(north.slice(4, 8)));
    board.open(null);
    board.edits.paint(new Set(south.slice(0, 4)));
    lock(2);
    board.open(null);

    board.edits.erase(new Set(every));

    expect(sizes()).toEqual([0, 0, 4]);
    expect(board.told.at(-1)).toBe(
      "16 doors in no zone now: Zone 1 and Zone 2. 8 doors stay in “Zone 3”, which is locked.",
    );
  });

  it("of the eraser says nothing of other zones when one is open", () => {
    board.edits.paint(new Set(north.slice(0, 4)));
    lock(0);
    board.open(null);
    board.edits.paint(new Set(south.slice(0, 4)));

    board.edits.erase(new Set([...north, ...south.slice(0, 1)]));

    expect(board.told.at(-1)).toBe("Zone 2: 6 doors, 2 fewer.");
  });

  it("that would make a new zone of doors that others have makes none, and says where they stay", () => {
    board.edits.paint(new Set(north.slice(0, 4)));
    board.open(null);

    board.edits.paint(new Set(north.slice(0, 4)));

    expect(sizes()).toEqual([4]);
    expect(board.told.at(-1)).toBe("Nothing to change here. 8 doors stay in “Zone 1”.");
  });
});

describe("growing from the list", () => {
  beforeEach(() => {
    board.edits.paint(new Set(north.slice(0, 10)));
    board.open(null);
    board.edits.paint(new Set(north.slice(10)));
  });
  const growFirst = () => {
    const zone = board.zoneAt(0);
    if (zone !== null) board.edits.grow(zone, "sides");
  };

  it("takes nothing from a neighbour unless that is ticked, and says so", () => {
    growFirst();

    expect(sizes()).toEqual([10, 20]);
    expect(board.told.at(-1)).toContain("Nothing free at the edge of “Zone 1”");
    board.options.takes = true;
    growFirst();
    expect(sizes()).toEqual([20, 10]);
    expect(board.told.at(-1)).toContain("20 doors of them taken from “Zone 2”.");
  });

  it("takes nothing from a locked one", () => {
    board.options.takes = true;
    lock(1);

    growFirst();

    expect(sizes()).toEqual([10, 20]);
    expect(board.told.at(-1)).toBe("Nothing to take at the edge of “Zone 1” without crossing a barrier.");
  });
});

describe("a line across", () => {
  const between: Position[] = [
    [2.3522, 48.865],
    [2.3522, 48.8588],
  ];

  it("splits the zone that it runs through when none is open, and undo joins it again", () => {
    board.edits.paint(new Set(north));
    board.open(null);
    board.edits.paint(new Set(south));
    board.open(null);
    const before = board.zoning.content();

    board.edits.splitByLine(between);

    expect(sizes()).toEqual([14, 30, 16]);
    board.zoning.undo();
    expect(sameContent(board.zoning.content(), before)).toBe(true);
  });

  it("that runs through no zone says so", () => {
    board.edits.paint(new Set(south));
    board.open(null);

    board.edits.splitByLine(between);

    expect(board.told.at(-1)).toBe("The line crosses no zone.");
  });
});

describe("whatever an organizer does", () => {
  const anyPlaces = fc.subarray(every, { minLength: 1 });
  const anyCorner = fc
    .tuple(fc.integer({ min: -10, max: 60 }), fc.integer({ min: -40, max: 10 }))
    .map(([x, y]): Position => [2.35 + x * 1e-4, 48.86 + y * 1e-4]);
  const anyAct = fc.record({
    what: fc.constantFrom(
      "paint",
      "paint",
      "erase",
      "open",
      "split",
      "halve",
      "merge",
      "grow",
      "shrink",
      "lock",
      "remove",
      "undo",
      "redo",
    ),
    places: anyPlaces,
    line: fc.array(anyCorner, { minLength: 2, maxLength: 4 }),
    zone: fc.nat(5),
    other: fc.nat(5),
    takes: fc.boolean(),
    snaps: fc.boolean(),
  });
  type Act = typeof anyAct extends fc.Arbitrary<infer Value> ? Value : never;

  function act({ what, places, line, zone, other, takes, snaps }: Act): void {
    Object.assign(board.options, { takes, snaps });
    const [one, two] = [board.zoneAt(zone), board.zoneAt(other)];
    const { edits } = board;
    if (what === "paint" || what === "erase") edits[what](new Set(places));
    else if (what === "open") board.open(zone === 0 ? null : (one?.id ?? null));
    else if (what === "split") edits.splitByLine(line);
    else if (what === "undo" || what === "redo") board.zoning[what]();
    else if (one === null) return;
    else if (what === "halve") edits.halve(one, takes ? "south" : "east");
    else if (what === "merge" && two !== null && two !== one) edits.merge(one, two);
    else if (what === "grow" || what === "shrink") edits[what](one, takes ? "sides" : "station");
    else if (what === "lock") edits.change(one, { isLocked: !one.isLocked });
    else if (what === "remove") edits.remove(one);
  }

  it("no door is lost or in two zones, a locked zone keeps its doors, and undo leads back to where it began", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 14 }), async (acts) => {
        board.leave();
        board = await openBoard();
        for (const one of acts) {
          const locked = board.zoning.content().zones.filter(({ isLocked }) => isLocked);
          const kept = locked.map(({ id }) => board.members().get(id));
          act(one);
          const { zoneOf, zones } = board.zoning.content();
          const inZones = [...board.members().values()].flat();
          const free = freePlaces(town, zoneOf);
          expect([...inZones, ...free].sort((a, b) => a - b)).toEqual(every);
          for (const zoneId of zoneOf.values()) expect(zones.some(({ id }) => id === zoneId)).toBe(true);
          const isHistory = one.what === "undo" || one.what === "redo";
          if (!isHistory) expect(locked.map(({ id }) => board.members().get(id))).toEqual(kept);
        }
        const end = board.zoning.content();
        let steps = 0;
        for (; board.zoning.canUndo(); steps++) expect(board.zoning.undo()?.isWhole).toBe(true);
        expect(sameContent(board.zoning.content(), NO_CONTENT)).toBe(true);
        for (let step = 0; step < steps; step++) expect(board.zoning.redo()?.isWhole).toBe(true);
        expect(sameContent(board.zoning.content(), end)).toBe(true);
      }),
      { seed: 9, numRuns: 20 },
    );
  });
});
