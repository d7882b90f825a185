import { type Accessor, createMemo } from "solid-js";
import type { Layer, LayerRequest } from "../../server/contract/layers.ts";
import type { Side } from "../../server/contract/scores.ts";
import type { Client } from "../api/client.ts";
import { createLoad } from "../api/create-load.ts";
import { keepAnswers } from "../api/keep-answers.ts";
import { encodeLayer } from "./layer-code.ts";
import { type LayerView, viewLayer } from "./layer-view.ts";
import type { WorkspaceState } from "./workspace-state.ts";

interface LayerSources {
  readonly territoryName: Accessor<string>;
  readonly state: Accessor<WorkspaceState>;
  /** The scored view of the candidates; null until it is known. */
  readonly sides: Accessor<Readonly<Record<string, Side>> | null>;
}

/** Answers kept, so that going back to a layer is immediate. */
const MOST_KEPT = 8;

/** The layer that colours the map instead of a measure: asked once, then drawn from what was answered. */
export function createLayer(api: Pick<Client, "layer">, { territoryName, state, sides }: LayerSources) {
  const layer = createMemo(() => state().layer, undefined, { equals: sameLayer });
  const ask = keepAnswers(
    ({ name, ...request }: { readonly name: string } & LayerRequest, signal) => api.layer(name, request, signal),
    MOST_KEPT,
  );
  const load = createLoad(() => {
    const asked = layer();
    if (asked === null) return null;
    const view = "side" in asked ? sides() : {};
    return view === null ? null : { name: territoryName(), layer: asked, sides: view };
  }, ask);
  const method = createMemo(() => state().classMethod);
  const breaks = createMemo(() => state().breaks);
  const scale = createMemo(() => state().classScale);
  /** Null while the values of the chosen layer are on their way. */
  const view = createMemo((): LayerView | null => {
    const answer = load.value();
    if (answer === null || !sameLayer(answer.layer, layer())) return null;
    return viewLayer(answer, method(), breaks(), scale());
  });
  /** The same, but with the values before until then: map and order change once and not twice. */
  const drawn = createMemo<LayerView | null>((before) => {
    if (layer() === null || load.problem() !== null) return view();
    return view() ?? before;
  }, null);
  return { layer, view, drawn, problem: load.problem, retry: load.retry };
}

export type OpenLayer = ReturnType<typeof createLayer>;

function sameLayer(a: Layer | null, b: Layer | null): boolean {
  return a === b || (a !== null && b !== null && encodeLayer(a) === encodeLayer(b));
}
