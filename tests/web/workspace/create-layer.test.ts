import { createRoot, createSignal } from "solid-js";
import { expect, it } from "vitest";
import type { Layer, LayerRequest, LayerValues } from "../../../server/contract/layers.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import { createLayer } from "../../../web/workspace/create-layer.ts";
import { createMapColours } from "../../../web/workspace/create-map-colours.ts";
import {
  reduceWorkspace,
  STARTING_STATE,
  type WorkspaceAction,
  type WorkspaceState,
} from "../../../web/workspace/workspace-state.ts";

const DOORS: Layer = { kind: "ground", figure: "doors" };
const OURS: Layer = { kind: "side", side: "ours", election: "2024_legi_t1" };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function answerTo({ layer }: LayerRequest): LayerValues {
  return {
    layer,
    unit: "count",
    stations: [
      { stationId: "low", value: 10, reason: null, coveredShare: 1 },
      { stationId: "high", value: 90, reason: null, coveredShare: 0.5 },
      { stationId: "none", value: null, reason: "noAddress", coveredShare: 0 },
    ],
    method: { fr: "comptées", en: "counted" },
  };
}

/** An open layer over a server that answers at once, unless told to fail; keeps what it was asked. */
function makeLayer() {
  return createRoot((dispose) => {
    const asked: LayerRequest[] = [];
    const [state, setState] = createSignal<WorkspaceState>({ ...STARTING_STATE, countShape: "areas" });
    const [sides, setSides] = createSignal<LayerRequest["sides"] | null>(null);
    const server = { isDown: false };
    const layer = createLayer(
      {
        layer: async (_, request) => {
          asked.push(request);
          if (server.isDown) throw new ApiProblem({ code: "offline", message: "" });
          return answerTo(request);
        },
      },
      { territoryName: () => "demo", state, sides },
    );
    const measured = { classes: [{ count: 1 }], classOf: new Map([["low", 0]]) };
    const apply = (action: WorkspaceAction) => void setState((before) => reduceWorkspace(before, action));
    const ranking = { colouring: () => measured, crossed: () => null, faded: () => new Set(["low"]) };
    const colours = createMapColours({ layer, ranking, state, move: apply });
    const move = async (action: WorkspaceAction) => {
      apply(action);
      await settled();
    };
    return { layer, colours, move, asked, server, setSides, dispose };
  });
}

it("asks nothing while a measure colours the map", async () => {
  const { asked, colours } = makeLayer();
  await settled();

  expect(asked).toEqual([]);
  expect(colours.classOf("low")).toBe(0);
});

it("asks once for a layer, however it is cut into classes and however often one comes back", async () => {
  const { asked, move, layer } = makeLayer();
  await move({ type: "layer-chosen", layer: DOORS });
  await move({ type: "class-method-chosen", classMethod: "equal" });
  await move({ type: "measure-chosen", measure: "persuasion" });
  await move({ type: "layer-chosen", layer: { ...DOORS } });

  expect(asked).toHaveLength(1);
  expect(layer.view()?.classes).toHaveLength(5);
});

it("waits for the camp before it counts the votes of a side, and counts again when the camp changes", async () => {
  const { asked, move, setSides } = makeLayer();
  await move({ type: "layer-chosen", layer: OURS });
  expect(asked).toEqual([]);

  setSides({ a: "ours" });
  await settled();
  setSides({ b: "ours" });
  await settled();

  expect(asked.map(({ sides }) => sides)).toEqual([{ a: "ours" }, { b: "ours" }]);
});

it("keeps drawing the values before until the next are there, and nothing after a failure", async () => {
  const { layer, move, server } = makeLayer();
  await move({ type: "layer-chosen", layer: DOORS });
  const waiting = move({ type: "layer-chosen", layer: { kind: "ground", figure: "doorsPerAddress" } });
  expect(layer.view()).toBeNull();
  expect(layer.drawn()?.answer.layer).toEqual(DOORS);
  await waiting;
  expect(layer.view()).not.toBeNull();

  server.isDown = true;
  await move({ type: "layer-chosen", layer: { kind: "turnout", election: "2024_legi_t1" } });
  expect(layer.drawn()).toBeNull();
  expect(layer.problem()?.code).toBe("offline");
});

it("holds up the stations of a line, also of those without a value and of those little sure", async () => {
  const { colours, move } = makeLayer();
  await move({ type: "layer-chosen", layer: DOORS });
  const heldUp = () => ["low", "high", "none"].filter((id) => !colours.isBehind(id));
  expect(heldUp()).toEqual(["low", "high", "none"]);

  colours.point(0);
  expect(heldUp()).toEqual(["low"]);
  colours.point("faded");
  expect(heldUp()).toEqual(["high"]);
  colours.pin("noAddress");
  colours.point(null);
  expect(heldUp()).toEqual(["none"]);
});

it("keeps a line held up while the map moves, and lets go when the legend changes", async () => {
  const { colours, move } = makeLayer();
  await move({ type: "layer-chosen", layer: DOORS });
  colours.pin(0);

  await move({ type: "camera-moved", camera: { longitude: 2, latitude: 48, zoom: 12 } });
  expect(colours.pinned()).toBe(0);

  await move({ type: "class-method-chosen", classMethod: "natural" });
  expect(colours.pinned()).toBeNull();
});

it("holds nothing up where the address names a line that the legend does not have", async () => {
  const { colours, move } = makeLayer();
  await move({ type: "layer-chosen", layer: DOORS });
  await move({ type: "held-up", entry: "suppressed" });
  expect(colours.isBehind("low")).toBe(false);

  await move({ type: "held-up", entry: 8 });
  expect(colours.isBehind("low")).toBe(false);
  expect(colours.pinned()).toBeNull();
});

it("tells of a measure as of a layer which stations have no value, and whose value is little sure", async () => {
  const { colours, move } = makeLayer();
  expect([colours.isMissing("low"), colours.isMissing("none")]).toEqual([false, true]);
  expect([colours.isFaded("low"), colours.isFaded("high")]).toEqual([true, false]);

  await move({ type: "layer-chosen", layer: DOORS });
  expect([colours.isFaded("low"), colours.isFaded("high")]).toEqual([false, true]);
});

it("draws counts as circles, with no classes, unless areas are asked for", async () => {
  const { colours, move, dispose } = makeLayer();
  await move({ type: "layer-chosen", layer: DOORS });
  expect(colours.circles()).toBeNull();

  await move({ type: "count-shape-chosen", countShape: "circles" });

  expect(colours.circles()).toEqual(
    new Map([
      ["low", 10],
      ["high", 90],
    ]),
  );
  expect(colours.classOf("high")).toBeNull();
  expect(colours.isMissing("none")).toBe(true);
  dispose();
});
