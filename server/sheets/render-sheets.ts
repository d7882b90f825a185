import type { Territory } from "../../geodata/territory/territory.ts";
import type { Language, Plan, PlanRoute } from "../contract/plan.ts";
import { Refusal } from "../contract/refusal.ts";
import { attributions } from "./attributions.ts";
import { renderCsv } from "./render-csv.ts";
import { renderGeoJson } from "./render-geojson.ts";
import { renderGpx } from "./render-gpx.ts";
import { renderPdf } from "./render-pdf.ts";
import type { SheetFormat } from "./sheet-format.ts";

export interface SheetsRequest {
  readonly plan: Plan;
  readonly territory: Pick<Territory, "summary" | "streetGraph" | "tile">;
  readonly format: SheetFormat;
  readonly language: Language;
  /** One route by id, or null for all. */
  readonly routeId: string | null;
  readonly routeUrl: (routeId: string) => string | null;
}

/** Renders one route or all of a plan. Throws Refusal "nothing-found" when the plan has no such route. */
export async function renderSheets(request: SheetsRequest): Promise<Uint8Array> {
  const { plan, territory, language } = request;
  const routes = chosenRoutes(plan, request.routeId);
  switch (request.format) {
    case "pdf":
      return renderPdf({ routes, territory, language, routeUrl: request.routeUrl });
    case "gpx":
      return bytes(
        renderGpx({ title: territory.summary.title, routes, language, attributions: attributions(territory) }),
      );
    case "csv":
      return bytes(renderCsv({ routes, language }));
    case "geojson":
      return bytes(renderGeoJson({ routes, language }));
  }
}

function chosenRoutes(plan: Plan, routeId: string | null): readonly PlanRoute[] {
  if (routeId === null) return plan.routes;
  const route = plan.routes.find(({ id }) => id === routeId);
  if (route) return [route];
  const known = plan.routes.map(({ id }) => id).join(", ");
  throw new Refusal(
    "nothing-found",
    {
      fr: `Ce plan n’a pas de tournée « ${routeId} ». Tournées du plan : ${known}.`,
      en: `This plan has no route “${routeId}”. Routes of the plan: ${known}.`,
    },
    404,
  );
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
