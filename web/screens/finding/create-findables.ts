import { createMemo, createSignal } from "solid-js";
import type { ZoningListItem } from "../../../server/contract/drawn-zones.ts";
import type { PlanListItem } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import type { Findable } from "../../workspace/find-things.ts";
import { listColours } from "./colour-commands.ts";
import { listCommands } from "./commands.ts";
import type { FindingScreen } from "./finding-screen.ts";
import { drawnZoneThings, planThings, routeThings, stationThings, zoningThings } from "./places.ts";

/** A country's stations are left to the server, which has an index of them. */
const MOST_STATIONS_HELD = 5000;

/**
 * Everything that this page can find by itself, made anew when it changes. Plans and drawn zones are asked for when
 * somebody searches who may see them.
 */
export function createFindables(screen: FindingScreen) {
  const api = useApi();
  const { workspace } = screen;
  const [plans, setPlans] = createSignal<readonly PlanListItem[]>([]);
  const [zonings, setZonings] = createSignal<readonly ZoningListItem[]>([]);
  const stations = createMemo(() => (workspace.rows().length > MOST_STATIONS_HELD ? [] : stationThings(screen)));
  const things = createMemo((): readonly Findable[] => [
    ...listCommands(screen),
    ...listColours(screen),
    ...drawnZoneThings(screen),
    ...zoningThings({ words: screen.words, move: workspace.move, showZone: screen.actions.showZone }, zonings()),
    ...routeThings(screen),
    ...planThings(screen, plans()),
    ...stations(),
  ]);
  return {
    things,
    /** What was found before stays when the server cannot be reached. */
    refresh: () => {
      if (!screen.allowed().seesPlans) return;
      api.plans(workspace.territoryName()).then(setPlans, () => undefined);
      api.zonings(workspace.territoryName()).then(setZonings, () => undefined);
    },
  };
}

export type Findables = ReturnType<typeof createFindables>;
