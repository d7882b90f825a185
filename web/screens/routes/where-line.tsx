import { Match, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { NO_AREA } from "../../workspace/area.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { EmptySelection } from "../stations/empty-selection.tsx";
import styles from "./where-line.module.css";

/** Where the routes will be: what is chosen, or a way to choose it. */
export function WhereLine() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const area = workspace.area;
  const words = () => {
    const chosen = area();
    if (chosen.kind === "stations")
      return t("selection.ofStations", chosen.stationIds.length, formats().integer(chosen.stationIds.length));
    if (chosen.kind === "zones")
      return t("zones.ofZones", chosen.zoneIds.length, formats().integer(chosen.zoneIds.length));
    return chosen.kind === "zone" ? t("selection.ofZone") : t("selection.ofBest");
  };
  return (
    <section class={styles.where} aria-label={t("plan.where")}>
      <Switch>
        <Match when={area().kind === "none"}>
          <p>{t("plan.whereNone")}</p>
          <div class={styles.actions}>
            <Button size="small" onClick={() => workspace.move({ type: "tab-chosen", tab: "stations" })}>
              {t("plan.toStations")}
            </Button>
            <Button size="small" onClick={() => workspace.changeArea({ kind: "best" })}>
              {t("plan.whereBest")}
            </Button>
          </div>
        </Match>
        <Match when={true}>
          <p>
            <strong>{words()}</strong>
            <Show when={workspace.counts.value()}>
              {(counts) => (
                <span>
                  {formats().integer(counts().doors)} {t("selection.doors", counts().doors)} ·{" "}
                  {formats().integer(counts().addresses)} {t("selection.addresses", counts().addresses)}
                </span>
              )}
            </Show>
          </p>
          <EmptySelection />
          <div class={styles.actions}>
            <Show when={area().kind === "zones"}>
              <Button size="small" look="quiet" onClick={() => workspace.move({ type: "tab-chosen", tab: "zones" })}>
                {t("zones.backToZones")}
              </Button>
            </Show>
            <Button size="small" look="quiet" onClick={() => workspace.move({ type: "tab-chosen", tab: "stations" })}>
              {t("plan.toStations")}
            </Button>
            <Button size="small" look="quiet" onClick={() => workspace.changeArea(NO_AREA)}>
              {t("stations.clear")}
            </Button>
          </div>
        </Match>
      </Switch>
    </section>
  );
}
