import { hc } from "hono/client";
import type { Api } from "../../server/app.ts";
import type { BackTestReport } from "../../server/contract/back-test.ts";
import type {
  ChoiceRestore,
  ChoiceSave,
  ChoiceVersionsResponse,
  KeptChoice,
} from "../../server/contract/choice-versions.ts";
import type { ComparisonAnswer, ComparisonRequest } from "../../server/contract/comparison.ts";
import type {
  NewZoning,
  ZoneEdit,
  ZoneEditAnswer,
  ZoneFiguresAnswer,
  ZoneFiguresRequest,
  ZoneGround,
  ZonesFile,
  ZoningListItem,
  ZoningState,
  ZoningVersion,
} from "../../server/contract/drawn-zones.ts";
import type { LayerRequest, LayerValues } from "../../server/contract/layers.ts";
import type { Language, PlanRequest, Selection } from "../../server/contract/plan.ts";
import type { PlanChange } from "../../server/contract/plan-change.ts";
import type { PlanEditAnswer, PlanEditRequest } from "../../server/contract/plan-edit.ts";
import { rankedReport, type ScoreColumns } from "../../server/contract/score-columns.ts";
import type { CampChoice } from "../../server/contract/scores.ts";
import { type StationList, stationItems } from "../../server/contract/station-list.ts";
import type { StationScoreAnswer } from "../../server/contract/station-score.ts";
import type { StationWalks } from "../../server/contract/station-walks.ts";
import type {
  AddressItem,
  CandidatesResponse,
  PlanListItem,
  PlanState,
  RoutePage,
  SearchResponse,
  SelectionCounts,
  StationDetail,
  TerritoryDetail,
  TerritorySummary,
} from "../../server/contract/territories.ts";
import type { TransitionReport, TransitionsRequest } from "../../server/contract/transitions.ts";
import type { ZonesAnswer, ZonesRequest } from "../../server/contract/zones.ts";
import { answer, checked, reachIn, until } from "./answers.ts";
import { createContactsClient } from "./contacts-client.ts";
import { createImportClient } from "./import-client.ts";
import { createOutingClient } from "./outing-client.ts";
import { createPeopleClient } from "./people-client.ts";
import { createProgressClient } from "./progress-client.ts";

export type SheetFormat = "pdf" | "gpx" | "csv" | "geojson";
/** How long to search is the server's to choose. */
export type AskedChange = Omit<PlanChange, "seconds">;

/** Every request that the interface makes. Each throws `ApiProblem`, with a sentence in the reader's language. */
export function createClient(language: () => Language) {
  const server = hc<Api>(window.location.origin, {
    headers: { accept: "application/json" },
    fetch: reachIn(language),
  }).api;
  const territories = server.territories;
  const territory = territories[":name"];
  const station = territory.stations[":stationId"];
  const plan = server.plans[":planId"];
  const zoning = server.zonings[":zoningId"];
  const of = (name: string) => ({ param: { name: encodeURIComponent(name) } });
  const ofStation = (name: string, stationId: string) => ({
    param: { name: encodeURIComponent(name), stationId: encodeURIComponent(stationId) },
  });
  const ofVersion = (name: string, version: number) => ({
    param: { name: encodeURIComponent(name), version: String(version) },
  });
  const ofPlan = (planId: string) => ({ param: { planId: encodeURIComponent(planId) } });
  const ofZoning = (zoningId: string) => ({ param: { zoningId: encodeURIComponent(zoningId) } });

  return {
    territories: (signal?: AbortSignal) =>
      answer<{ territories: readonly TerritorySummary[] }>(territories.$get({}, until(signal))).then(
        (known) => known.territories,
      ),
    territory: (name: string, signal?: AbortSignal) => answer<TerritoryDetail>(territory.$get(of(name), until(signal))),
    stations: (name: string, signal?: AbortSignal) =>
      answer<StationList>(territory["station-list"].$get(of(name), until(signal))).then(stationItems),
    station: (name: string, stationId: string, signal?: AbortSignal) =>
      answer<StationDetail>(station.$get(ofStation(name, stationId), until(signal))),
    addresses: (name: string, stationId: string, signal?: AbortSignal) =>
      answer<{ addresses: readonly AddressItem[] }>(
        station.addresses.$get(ofStation(name, stationId), until(signal)),
      ).then((known) => known.addresses),
    candidates: (name: string, signal?: AbortSignal) =>
      answer<CandidatesResponse>(territory.candidates.$get(of(name), until(signal))),
    choice: (name: string, signal?: AbortSignal) => answer<KeptChoice>(territory.choice.$get(of(name), until(signal))),
    saveChoice: (name: string, save: ChoiceSave) =>
      answer<KeptChoice>(territory.choice.$put({ ...of(name), json: save })),
    choiceVersions: (name: string, signal?: AbortSignal) =>
      answer<ChoiceVersionsResponse>(territory.choice.versions.$get(of(name), until(signal))).then(
        (known) => known.versions,
      ),
    choiceVersion: (name: string, version: number, signal?: AbortSignal) =>
      answer<KeptChoice>(territory.choice.versions[":version"].$get(ofVersion(name, version), until(signal))),
    restoreChoice: (name: string, version: number, restore: ChoiceRestore) =>
      answer<KeptChoice>(
        territory.choice.versions[":version"].restore.$post({ ...ofVersion(name, version), json: restore }),
      ),
    scores: (name: string, choice: CampChoice, signal?: AbortSignal) =>
      answer<ScoreColumns>(territory["score-columns"].$post({ ...of(name), json: choice }, until(signal))).then(
        rankedReport,
      ),
    stationScore: (name: string, stationId: string, choice: CampChoice, signal?: AbortSignal) =>
      answer<StationScoreAnswer>(station.score.$post({ ...ofStation(name, stationId), json: choice }, until(signal))),
    backTests: (name: string, choice: CampChoice, signal?: AbortSignal) =>
      answer<BackTestReport>(territory["back-tests"].$post({ ...of(name), json: choice }, until(signal))),
    transitions: (name: string, request: TransitionsRequest, signal?: AbortSignal) =>
      answer<TransitionReport>(territory.transitions.$post({ ...of(name), json: request }, until(signal))),
    layer: (name: string, request: LayerRequest, signal?: AbortSignal) =>
      answer<LayerValues>(territory.layer.$post({ ...of(name), json: request }, until(signal))),
    walks: (name: string, signal?: AbortSignal) => answer<StationWalks>(territory.walks.$get(of(name), until(signal))),
    selection: (name: string, selection: Selection, signal?: AbortSignal) =>
      answer<SelectionCounts>(territory.selection.$post({ ...of(name), json: { selection } }, until(signal))),
    comparison: (name: string, request: ComparisonRequest, signal?: AbortSignal) =>
      answer<ComparisonAnswer>(territory.comparison.$post({ ...of(name), json: request }, until(signal))),
    search: (name: string, text: string, signal?: AbortSignal) =>
      answer<SearchResponse>(territory.search.$get({ ...of(name), query: { q: text } }, until(signal))).then(
        (known) => known.hits,
      ),
    plans: (name: string, signal?: AbortSignal) =>
      answer<{ plans: readonly PlanListItem[] }>(territory.plans.$get(of(name), until(signal))).then(
        (known) => known.plans,
      ),
    startPlan: (name: string, request: PlanRequest) =>
      answer<{ planId: string }>(territory.plans.$post({ ...of(name), json: request })),
    changePlan: (planId: string, change: AskedChange) =>
      answer<{ planId: string }>(plan.changes.$post({ ...ofPlan(planId), json: change })),
    editPlan: (planId: string, request: PlanEditRequest) =>
      answer<PlanEditAnswer>(plan.edits.$post({ ...ofPlan(planId), json: request })),
    rehearseEdit: async (planId: string): Promise<void> => {
      await checked(plan.edits.rehearsal.$post({ ...ofPlan(planId), json: {} }));
    },
    plan: (planId: string, signal?: AbortSignal) => answer<PlanState>(plan.$get(ofPlan(planId), until(signal))),
    finishPlan: async (planId: string): Promise<void> => {
      await checked(plan.finish.$post({ ...ofPlan(planId), json: {} }));
    },
    removePlan: async (planId: string): Promise<void> => {
      await checked(plan.$delete(ofPlan(planId)));
    },
    routePage: (token: string, signal?: AbortSignal) =>
      answer<RoutePage>(server.routes[":token"].$get({ param: { token: encodeURIComponent(token) } }, until(signal))),

    ground: (name: string, signal?: AbortSignal) => answer<ZoneGround>(territory.ground.$get(of(name), until(signal))),
    zoneFigures: (name: string, request: ZoneFiguresRequest, signal?: AbortSignal) =>
      answer<ZoneFiguresAnswer>(territory["zone-figures"].$post({ ...of(name), json: request }, until(signal))),
    cutZones: (name: string, request: ZonesRequest, signal?: AbortSignal) =>
      answer<ZonesAnswer>(territory.zones.$post({ ...of(name), json: request }, until(signal))),
    zonings: (name: string, signal?: AbortSignal) =>
      answer<{ zonings: readonly ZoningListItem[] }>(territory.zonings.$get(of(name), until(signal))).then(
        (known) => known.zonings,
      ),
    makeZoning: (name: string, made: NewZoning) =>
      answer<ZoningState>(territory.zonings.$post({ ...of(name), json: made })),
    zoning: (zoningId: string, signal?: AbortSignal) =>
      answer<ZoningState>(zoning.$get(ofZoning(zoningId), until(signal))),
    renameZoning: async (zoningId: string, name: string): Promise<void> => {
      await checked(zoning.name.$put({ ...ofZoning(zoningId), json: { name } }));
    },
    removeZoning: async (zoningId: string): Promise<void> => {
      await checked(zoning.$delete(ofZoning(zoningId)));
    },
    editZoning: (zoningId: string, edit: ZoneEdit) =>
      answer<ZoneEditAnswer>(zoning.edits.$post({ ...ofZoning(zoningId), json: edit })),
    zoningVersions: (zoningId: string, signal?: AbortSignal) =>
      answer<{ versions: readonly ZoningVersion[] }>(zoning.versions.$get(ofZoning(zoningId), until(signal))).then(
        (known) => known.versions,
      ),
    keepZoningVersion: (zoningId: string, name: string) =>
      answer<ZoningVersion>(zoning.versions.$post({ ...ofZoning(zoningId), json: { name } })),
    restoreZoning: (zoningId: string, version: number, edit: Pick<ZoneEdit, "id" | "editor">) =>
      answer<ZoneEditAnswer>(
        zoning.versions[":version"].restore.$post({
          param: { zoningId: encodeURIComponent(zoningId), version: String(version) },
          json: edit,
        }),
      ),
    zoningEventsAddress: (zoningId: string, afterRevision: number) =>
      `${zoning.events.$url(ofZoning(zoningId)).pathname}?after=${afterRevision}`,
    zonesFile: (zoningId: string, signal?: AbortSignal) =>
      answer<ZonesFile>(zoning["zones.geojson"].$get(ofZoning(zoningId), until(signal))),
    zonesFileAddress: (zoningId: string, format: "geojson" | "csv") =>
      `/api/zonings/${encodeURIComponent(zoningId)}/zones.${format}?lang=${language()}`,
    ...createImportClient(language),
    ...createPeopleClient(language),
    ...createContactsClient(language),
    ...createProgressClient(language),
    ...createOutingClient(language),

    planEventsAddress: (planId: string) => `${plan.events.$url(ofPlan(planId)).pathname}?lang=${language()}`,
    planEditsAddress: (planId: string, afterRevision: number) =>
      `${plan.edits.events.$url(ofPlan(planId)).pathname}?after=${afterRevision}`,
    sheetAddress: (planId: string, format: SheetFormat, routeId: string | null) => {
      const address = `/api/plans/${encodeURIComponent(planId)}/sheets/${format}?lang=${language()}`;
      return routeId === null ? address : `${address}&route=${encodeURIComponent(routeId)}`;
    },
  };
}

export type Client = ReturnType<typeof createClient>;

/** Vector tiles of a territory's base map, as MapLibre writes addresses. */
export function tilesAddress(territoryName: string): string {
  return `${window.location.origin}/api/territories/${encodeURIComponent(territoryName)}/tiles/{z}/{x}/{y}`;
}

/** Vector tiles of a territory's addresses with their doors. */
export function doorTilesAddress(territoryName: string): string {
  return `${window.location.origin}/api/territories/${encodeURIComponent(territoryName)}/door-tiles/{z}/{x}/{y}`;
}

/** Vector tiles of a territory's stations. */
export function stationTilesAddress(territoryName: string): string {
  return `${window.location.origin}/api/territories/${encodeURIComponent(territoryName)}/station-tiles/{z}/{x}/{y}`;
}
