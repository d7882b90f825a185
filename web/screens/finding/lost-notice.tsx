import { createMemo, For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { isAnythingLost, lostParts, withoutLost } from "../../workspace/lost-parts.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./lost-notice.module.css";

/** What the link that opened this page names and could not be restored. Nothing when all of it is there. */
export function LostNotice() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const stationIds = createMemo(() => {
    const rows = workspace.rows();
    return rows.length === 0 ? null : new Set(rows.map(({ stationId }) => stationId));
  });
  const electionIds = createMemo(() => {
    const territory = workspace.territory.value();
    return territory === null ? null : new Set(territory.elections.map(({ id }) => id));
  });
  const lost = createMemo(() =>
    lostParts(workspace.state(), {
      territoryName: workspace.territoryName(),
      stationIds: stationIds(),
      electionIds: electionIds(),
      plan: workspace.plan.plan(),
      isPlanUnknown: workspace.plan.problem()?.code === "nothing-found" && !workspace.plan.isDeleted(),
      lostZoneIds: workspace.lostZoneIds(),
      lostZoneId: workspace.lostZoneId(),
      lostPickedIds: workspace.lostPickedIds(),
    }),
  );
  const sentences = createMemo((): readonly string[] => {
    const { selected, zoneId, planId, isPlanElsewhere, routeId, compared, elections } = lost();
    const zones = [...new Set([...lost().zones, ...lost().picked])];
    const stationIds = [...new Set([lost().stationId, lost().movedAt])].filter((id) => id !== null);
    return [
      selected.length > 0 ? t("search.lost.selected", selected.length, formats().integer(selected.length)) : "",
      zones.length > 0 ? t("search.lost.zones", zones.length, formats().integer(zones.length)) : "",
      zoneId === null ? "" : t("search.lost.zone", shortened(zoneId)),
      ...stationIds.map((id) => t("search.lost.station", shortened(id))),
      ...elections.map((id) => t("search.lost.election", shortened(id))),
      planId === null ? "" : t(isPlanElsewhere ? "search.lost.otherPlan" : "search.lost.plan", shortened(planId)),
      routeId === null ? "" : t("search.lost.route", shortened(routeId)),
      compared.length > 0 ? t("search.lost.compared", compared.length, formats().integer(compared.length)) : "",
      workspace.isAreaLost() ? t("search.lost.area") : "",
    ].filter(Boolean);
  });
  const goOn = () => {
    workspace.forgetLostArea();
    if (isAnythingLost(lost())) workspace.move({ type: "restored", state: withoutLost(workspace.state(), lost()) });
  };
  return (
    <Show when={sentences().length > 0}>
      <div class={styles.lost} role="alert">
        <Notice kind="warning">
          <strong>{t("search.lost.heading")}</strong>
          <For each={sentences()}>{(sentence) => <p>{sentence}</p>}</For>
          <Button size="small" onClick={goOn}>
            {t("search.lost.forget")}
          </Button>
        </Notice>
      </div>
    </Show>
  );
}

/** Whatever stands in an address may be shown, but not at any length. */
function shortened(id: string): string {
  return id.length > 40 ? `${id.slice(0, 40)}…` : id;
}
