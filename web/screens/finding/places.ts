import { foldName } from "../../../geodata/geometry/fold-name.ts";
import { boxAround } from "../../../geodata/geometry/position.ts";
import type { ZoningListItem } from "../../../server/contract/drawn-zones.ts";
import type { PlanListItem, SearchHit } from "../../../server/contract/territories.ts";
import type { Findable } from "../../workspace/find-things.ts";
import type { StationRow } from "../../workspace/station-rows.ts";
import type { WorkspaceAction } from "../../workspace/workspace-state.ts";
import type { FindingScreen } from "./finding-screen.ts";

export function stationThings({ workspace, words, actions }: FindingScreen): readonly Findable[] {
  const kindWords = words.t("search.kindWords.station");
  return workspace.rows().map((row) => ({
    kind: "station",
    id: row.stationId,
    label: row.name,
    detail: unlessNamed(row.communeName, row.name),
    words: stationWords(row, kindWords),
    run: () => {
      workspace.move({ type: "station-opened", stationId: row.stationId });
      actions.showPlace(row.labelPosition, row.box);
    },
  }));
}

/** A commune beside a station that is called after it says nothing. */
function unlessNamed(commune: string | null, name: string): string | null {
  return commune !== null && (name === commune || name.startsWith(`${commune} `)) ? null : commune;
}

function stationWords({ name, number, stationId, communeName }: StationRow, kindWords: string): string {
  return foldName(
    `bureau ${number.replace(/^0+(?=.)/, "")} ${number} ${stationId} ${name} ${communeName} ${kindWords}`,
  );
}

interface ZoningScreen {
  readonly words: Pick<FindingScreen["words"], "t" | "formats">;
  readonly move: (action: WorkspaceAction) => void;
  readonly showZone: FindingScreen["actions"]["showZone"];
}

/** Sets of zones and the zones in them, by name: each opens where it is drawn. */
export function zoningThings(
  { words, move, showZone }: ZoningScreen,
  zonings: readonly ZoningListItem[],
): readonly Findable[] {
  const { t, formats } = words;
  return zonings.flatMap(({ id: zoningId, name, zones, zoneNames }): readonly Findable[] => [
    {
      kind: "zone",
      id: zoningId,
      label: name,
      detail: t("compare.zoningWhole", zones, formats().integer(zones)),
      words: foldName(`${name} ${t("search.zoningWords")}`),
      run: () => {
        move({ type: "tab-chosen", tab: "zones" });
        move({ type: "zoning-opened", zoningId });
      },
    },
    ...zoneNames.map(
      ({ id: zoneId, name: zoneName }): Findable => ({
        kind: "zone",
        id: `${zoningId}.${zoneId}`,
        label: zoneName,
        detail: t("compare.zoneIn", name),
        words: foldName(`${zoneName} ${t("search.zoneWords")} ${name}`),
        run: () => showZone(zoningId, zoneId),
      }),
    ),
  ]);
}

/** The polygon that is chosen now. */
export function drawnZoneThings({ workspace, words, actions }: FindingScreen): readonly Findable[] {
  const area = workspace.area();
  if (area.kind !== "zone") return [];
  const { ring } = area;
  const label = words.t("search.drawnZone");
  const box = boxAround(ring);
  const middle = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const;
  const run = () => actions.showPlace(middle, box);
  const found = foldName(`${label} ${words.t("search.drawnZoneWords")}`);
  return [{ kind: "zone", id: "drawn", label, detail: null, words: found, run }];
}

export function planThings({ workspace, words }: FindingScreen, plans: readonly PlanListItem[]): readonly Findable[] {
  const { t, formats } = words;
  return plans.map(({ id, createdAt, volunteers, minutes }) => {
    const label = t("search.planOf", formats().dateTime(createdAt));
    const detail = t("plan.previousLine", formats().integer(volunteers), formats().integer(minutes));
    const found = foldName(`${label} ${formats().date(createdAt)} ${t("search.planWords")} ${detail}`);
    const run = () => workspace.move({ type: "plan-opened", planId: id });
    return { kind: "plan", id, label, detail, words: found, run };
  });
}

/** Routes of the open plan, also by the streets that they visit. */
export function routeThings({ workspace, words }: FindingScreen): readonly Findable[] {
  const { t } = words;
  return (workspace.plan.plan()?.plan?.routes ?? []).map((route) => {
    const label = t("routes.name", route.id);
    const streets = [...new Set(route.stops.map(({ street }) => street).filter(Boolean))];
    const found = foldName(`${label} ${t("search.routeWords")} ${streets.join(" ")}`);
    const run = () => workspace.move({ type: "route-opened", routeId: route.id });
    return { kind: "route", id: route.id, label, detail: streets.slice(0, 2).join(", ") || null, words: found, run };
  });
}

/** A name that the territory holds. */
export function placeThing({ workspace, words, actions }: FindingScreen, hit: SearchHit): Findable {
  return {
    kind: hit.kind,
    id: hit.id,
    ...placeWords(hit),
    words: foldName(`${hit.label} ${words.t(`search.kindWords.${hit.kind}`)}`),
    run: () => {
      if (hit.kind === "station") workspace.move({ type: "station-opened", stationId: hit.id });
      workspace.setPointedPlace(hit.kind === "station" ? null : hit.position);
      actions.showPlace(hit.position, hit.box);
    },
  };
}

/** "Rue du Temple, 75003 Paris": the name, and softly where that is. */
export function placeWords({ kind, label }: Pick<SearchHit, "kind" | "label">): Pick<Findable, "label" | "detail"> {
  const cut = label.indexOf(", ");
  if (cut < 0) return { label, detail: null };
  const [name, where] = [label.slice(0, cut), label.slice(cut + 2)];
  return { label: name, detail: kind === "station" ? unlessNamed(where, name) : where };
}
