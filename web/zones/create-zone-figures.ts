import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { DrawnZoneFigures } from "../../server/contract/drawn-zones.ts";
import { createLoad } from "../api/create-load.ts";
import { createDebounced } from "../workspace/create-debounced.ts";
import type { Pace } from "../workspace/plan-form.ts";
import type { GroundIndex } from "./ground-index.ts";
import type { ZoneMembers } from "./zone-members.ts";
import type { ZoningApi } from "./zoning-api.ts";

const ASK_AFTER_MILLISECONDS = 300;

interface FiguresSources {
  readonly territoryName: Accessor<string>;
  readonly index: Accessor<GroundIndex | null>;
  readonly members: Accessor<ZoneMembers>;
  readonly pace: Accessor<Pace>;
}

/** What the zones are like, asked of the server a moment after they change: of those that changed alone. */
export function createZoneFigures(api: Pick<ZoningApi, "zoneFigures">, sources: FiguresSources) {
  const { territoryName, index, members, pace } = sources;
  const [known, setKnown] = createSignal(new WeakMap<readonly number[], DrawnZoneFigures>(), { equals: false });
  createEffect(on(pace, () => setKnown(new WeakMap<readonly number[], DrawnZoneFigures>()), { defer: true }));
  const settled = createDebounced(members, ASK_AFTER_MILLISECONDS);
  const wanted = createMemo(() => {
    const ground = index();
    const figures = known();
    const zones = [...settled()].filter(([, places]) => places.length > 0 && !figures.has(places));
    return ground === null || zones.length === 0 ? null : { ground, zones, pace: pace(), name: territoryName() };
  });
  const load = createLoad(wanted, async ({ ground, zones, pace: asked, name }, signal) => {
    const request = {
      zones: zones.map(([zoneId, places]) => ({ zoneId, addressIds: ground.addressIdsOf(places) })),
      ...asked,
      isCompactnessAsked: false,
    };
    const answer = await api.zoneFigures(name, request, signal);
    return { zones, answer, pace: asked };
  });
  createEffect(
    on(load.value, (loaded) => {
      // An answer to the pace of before says nothing of this one.
      if (loaded === null || loaded.pace !== pace()) return;
      const figures = known();
      let isNew = false;
      for (const [zoneId, places] of loaded.zones) {
        const own = loaded.answer.zones.find((zone) => zone.zoneId === zoneId);
        if (own === undefined || figures.has(places)) continue;
        figures.set(places, own);
        isNew = true;
      }
      if (isNew) setKnown(figures);
    }),
  );
  return {
    /** Of the zone as it is now; null while they are asked for. */
    of: (zoneId: string): DrawnZoneFigures | null => {
      const places = members().get(zoneId);
      return places === undefined ? null : (known().get(places) ?? null);
    },
    problem: load.problem,
    retry: load.retry,
  };
}
