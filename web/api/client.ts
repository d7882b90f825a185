import type { Language, PlanRequest, Selection } from "../../server/contract/plan.ts";
import type { CampChoice, ScoreReport } from "../../server/contract/scores.ts";
import type {
  AddressItem,
  CandidatesResponse,
  PlanListItem,
  PlanState,
  RoutePage,
  SearchResponse,
  SelectionCounts,
  StationCollection,
  StationDetail,
  TerritoryDetail,
  TerritorySummary,
} from "../../server/contract/territories.ts";
import { ApiProblem, isProblem } from "./api-problem.ts";

export type SheetFormat = "pdf" | "gpx" | "csv" | "geojson";

/** Every request that the interface makes. Each throws `ApiProblem`, with a sentence in the reader's language. */
export function createClient(language: () => Language) {
  async function ask<Answer>(path: string, options: AskOptions = {}): Promise<Answer> {
    const response = await send(path, language(), options);
    if (response.status === 204) return undefined as Answer;
    return (await response.json()) as Answer;
  }
  const territory = (name: string) => `/territories/${encodeURIComponent(name)}`;
  const plan = (id: string) => `/plans/${encodeURIComponent(id)}`;

  return {
    territories: (signal?: AbortSignal) =>
      ask<{ territories: readonly TerritorySummary[] }>("/territories", { signal }).then(
        (answer) => answer.territories,
      ),
    territory: (name: string, signal?: AbortSignal) => ask<TerritoryDetail>(territory(name), { signal }),
    stations: (name: string, signal?: AbortSignal) => ask<StationCollection>(`${territory(name)}/stations`, { signal }),
    station: (name: string, stationId: string, signal?: AbortSignal) =>
      ask<StationDetail>(`${territory(name)}/stations/${encodeURIComponent(stationId)}`, { signal }),
    addresses: (name: string, stationId: string, signal?: AbortSignal) =>
      ask<{ addresses: readonly AddressItem[] }>(
        `${territory(name)}/stations/${encodeURIComponent(stationId)}/addresses`,
        { signal },
      ).then((answer) => answer.addresses),
    candidates: (name: string, signal?: AbortSignal) =>
      ask<CandidatesResponse>(`${territory(name)}/candidates`, { signal }),
    choice: (name: string, signal?: AbortSignal) => ask<CampChoice>(`${territory(name)}/choice`, { signal }),
    saveChoice: (name: string, choice: CampChoice) =>
      ask<CampChoice>(`${territory(name)}/choice`, { method: "PUT", body: choice }),
    scores: (name: string, choice: CampChoice, signal?: AbortSignal) =>
      ask<ScoreReport>(`${territory(name)}/scores`, { method: "POST", body: choice, signal }),
    selection: (name: string, selection: Selection, signal?: AbortSignal) =>
      ask<SelectionCounts>(`${territory(name)}/selection`, { method: "POST", body: { selection }, signal }),
    search: (name: string, text: string, signal?: AbortSignal) =>
      ask<SearchResponse>(`${territory(name)}/search?q=${encodeURIComponent(text)}`, { signal }).then(
        (answer) => answer.hits,
      ),
    plans: (name: string, signal?: AbortSignal) =>
      ask<{ plans: readonly PlanListItem[] }>(`${territory(name)}/plans`, { signal }).then((answer) => answer.plans),
    startPlan: (name: string, request: PlanRequest) =>
      ask<{ planId: string }>(`${territory(name)}/plans`, { method: "POST", body: request }),
    plan: (id: string, signal?: AbortSignal) => ask<PlanState>(plan(id), { signal }),
    removePlan: (id: string) => ask<void>(plan(id), { method: "DELETE" }),
    routePage: (token: string, signal?: AbortSignal) =>
      ask<RoutePage>(`/routes/${encodeURIComponent(token)}`, { signal }),

    planEventsAddress: (id: string) => `/api${plan(id)}/events?lang=${language()}`,
    sheetAddress: (id: string, format: SheetFormat, routeId: string | null) =>
      `/api${plan(id)}/sheets/${format}?lang=${language()}${routeId === null ? "" : `&route=${encodeURIComponent(routeId)}`}`,
    planFileAddress: (id: string) => `/api${plan(id)}/plan.json`,
  };
}

export type Client = ReturnType<typeof createClient>;

/** Vector tiles of a territory's base map, as MapLibre writes addresses. */
export function tilesAddress(territoryName: string): string {
  return `${window.location.origin}/api/territories/${encodeURIComponent(territoryName)}/tiles/{z}/{x}/{y}`;
}

interface AskOptions {
  readonly method?: "GET" | "POST" | "PUT" | "DELETE";
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

async function send(path: string, language: Language, options: AskOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json", "accept-language": language };
  if (options.body !== undefined) headers["content-type"] = "application/json";
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method: options.method ?? "GET",
      headers,
      body: options.body === undefined ? null : JSON.stringify(options.body),
      signal: options.signal ?? null,
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new ApiProblem({ code: "offline", message: "" });
  }
  if (response.ok) return response;
  const answer: unknown = await response.json().catch(() => null);
  throw new ApiProblem(isProblem(answer) ? answer.error : { code: "unreadable", message: `HTTP ${response.status}` });
}
