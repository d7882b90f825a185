import { type Accessor, createMemo } from "solid-js";
import type { ZoneFiguresAnswer, ZoningState } from "../../server/contract/drawn-zones.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import type { Client } from "../api/client.ts";
import { asProblem, createLoad } from "../api/create-load.ts";
import { subjectCode } from "./compare-code.ts";
import type { Subject } from "./compare-subjects.ts";
import { partsOnGround } from "./compared-parts.ts";
import { createSameMemo } from "./create-same-memo.ts";
import { type PlanForm, paceOf } from "./plan-form.ts";

export type ComparedPlacesApi = Pick<Client, "ground" | "zoning" | "zoneFigures" | "plan">;

interface PlacesSources {
  readonly territoryName: Accessor<string>;
  readonly subjects: Accessor<readonly Subject[]>;
  readonly planForm: Accessor<PlanForm>;
  /** Grows while somebody edits the zoning here: what is compared follows. */
  readonly revisionOf: (zoningId: string) => number;
}

type ZonesSubject = Extract<Subject, { readonly kind: "zones" }>;

/** Zonings and plans that are compared, asked of the server: null is on its way, "gone" is not there (any more). */
export function createComparedPlaces(api: ComparedPlacesApi, sources: PlacesSources) {
  const { territoryName, subjects } = sources;
  const zoned = createMemo(() => subjects().filter((one): one is ZonesSubject => one.kind === "zones"));
  const askedZonings = createSameMemo(() => {
    const ids = [...new Set(zoned().map(({ zoningId }) => zoningId))];
    return { name: territoryName(), zonings: ids.map((id) => ({ id, revision: sources.revisionOf(id) })) };
  });
  const ground = createLoad(
    () => (zoned().length > 0 ? territoryName() : null),
    (name, signal) => api.ground(name, signal),
  );
  const partsOf = createMemo(() => {
    const known = ground.value();
    return known === null ? null : partsOnGround(known);
  });
  const zonings = createLoad(
    () => (askedZonings().zonings.length > 0 ? askedZonings() : null),
    ({ name, zonings: asked }, signal) =>
      loadAll(
        asked.map(({ id }) => id),
        (id) => api.zoning(id, signal),
        name,
      ),
  );
  const askedPlans = createSameMemo(() => ({
    name: territoryName(),
    ids: [...new Set(subjects().flatMap((one) => (one.kind === "plan" ? [one.planId] : [])))],
  }));
  const plans = createLoad(
    () => (askedPlans().ids.length > 0 ? askedPlans() : null),
    ({ name, ids }, signal) => loadAll(ids, (id) => api.plan(id, signal), name),
  );

  const zoningOf = (id: string): ZoningState | "gone" | null => zonings.value()?.get(id) ?? null;
  const wanted = createMemo(() => {
    const known = zoned().flatMap((subject) => {
      const zoning = zoningOf(subject.zoningId);
      if (zoning === null || zoning === "gone") return [];
      const zones = zoneIdsOf(subject, zoning).map((zoneId) => ({
        zoneId,
        addressIds: [...(zoning.addressIds[zoneId] ?? [])],
      }));
      return zones.length === 0 ? [] : [{ code: subjectCode(subject), zones }];
    });
    return known.length === 0 ? null : { name: territoryName(), pace: paceOf(sources.planForm()), known };
  });
  const figures = createLoad(wanted, async ({ name, pace, known }, signal) => {
    const answers = await Promise.all(
      known.map(
        async ({ code, zones }): Promise<[string, ZoneFiguresAnswer]> => [
          code,
          await api.zoneFigures(name, { zones, ...pace, isCompactnessAsked: false }, signal),
        ],
      ),
    );
    return new Map(answers);
  });

  const loads = [ground, zonings, plans, figures];
  return {
    zoningOf,
    planOf: (id: string): PlanState | "gone" | null => plans.value()?.get(id) ?? null,
    partsOf,
    figuresOf: (subject: Subject): ZoneFiguresAnswer | null => figures.value()?.get(subjectCode(subject)) ?? null,
    problem: () => loads.map((load) => load.problem()).find((problem) => problem !== null) ?? null,
    retry: () => {
      for (const load of loads) if (load.problem() !== null) load.retry();
    },
  };
}

/** Ids of the subject's zones that are there. */
export function zoneIdsOf({ zoneIds }: ZonesSubject, zoning: ZoningState): readonly string[] {
  const known = zoning.zones.map(({ id }) => id);
  return zoneIds === null ? known : known.filter((id) => zoneIds.includes(id));
}

/** What is not known, or belongs to another territory, is gone. Every other failure is one of the whole question. */
async function loadAll<Kept extends { readonly territoryName: string }>(
  ids: readonly string[],
  ask: (id: string) => Promise<Kept>,
  territoryName: string,
): Promise<ReadonlyMap<string, Kept | "gone">> {
  const answers = await Promise.all(
    ids.map(async (id): Promise<[string, Kept | "gone"]> => {
      try {
        const kept = await ask(id);
        return [id, kept.territoryName === territoryName ? kept : "gone"];
      } catch (failure) {
        if (asProblem(failure).code !== "nothing-found") throw failure;
        return [id, "gone"];
      }
    }),
  );
  return new Map(answers);
}
