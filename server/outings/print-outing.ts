import type { Territory } from "../../geodata/territory/territory.ts";
import { writtenCode } from "../contract/route-code.ts";
import { renderCards } from "../sheets/render-cards.ts";
import { renderPdf } from "../sheets/render-pdf.ts";
import { unpackJson } from "../work/packed-json.ts";
import type { OutingSheetsOrder } from "./outing-work.ts";

/** Sheets of the routes of an outing, or cards that lead to them. Runs in a worker thread. */
export async function printOuting(territory: Territory, order: OutingSheetsOrder): Promise<Uint8Array> {
  const { language, heading, codeUrl } = order;
  const routes = order.routes.map(({ route, url, code }) => ({
    route: unpackJson(route),
    url,
    code: writtenCode(code),
  }));
  if (order.kind === "cards") {
    const cards = routes.map(({ route, url, code }) => ({ routeId: route.id, url, code }));
    return renderCards({ cards, heading, codeUrl, language });
  }
  const known = new Map(routes.map((one) => [one.route.id, one]));
  return renderPdf({
    routes: routes.map(({ route }) => route),
    territory,
    language,
    routeUrl: (routeId) => known.get(routeId)?.url ?? null,
    routeCode: (routeId) => known.get(routeId)?.code ?? null,
    heading: [heading.name, heading.when, heading.where].filter((part) => part !== "").join(" · "),
  });
}
