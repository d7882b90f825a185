import { createMemo, Match, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Figures } from "../../design/figures.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { CompareButton } from "../compare/compare-button.tsx";
import { EmptySelection } from "./empty-selection.tsx";
import styles from "./selection-bar.module.css";

/** What is chosen and what it amounts to, counted by the server as the choice changes. */
export function SelectionBar() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const counts = workspace.counts.value;
  const area = workspace.area;
  const figures = createMemo(() => {
    const now = counts();
    if (now === null) return null;
    return [
      { name: t("selection.stations", now.stations), value: formats().integer(now.stations) },
      { name: t("selection.addresses", now.addresses), value: formats().integer(now.addresses) },
      { name: t("selection.doors", now.doors), value: formats().integer(now.doors) },
      {
        name: t("selection.conversations", Math.round(now.expectedConversations)),
        value: formats().integer(now.expectedConversations),
      },
    ];
  });
  /** A drawn zone cuts through stations, and results are known of whole ones. */
  const chosenStations = () => {
    const chosen = area();
    return chosen.kind === "stations" ? chosen.stationIds : null;
  };
  /** What a link names and the territory does not have is told of above the tabs, with the way on. */
  const hasLost = () => {
    if (workspace.lostZoneIds().length > 0 && counts() === null) return true;
    const known = new Set(workspace.rows().map(({ stationId }) => stationId));
    return known.size > 0 && (chosenStations() ?? []).some((id) => !known.has(id));
  };
  const offStreet = () => {
    const now = counts();
    return now === null ? 0 : now.addresses - now.addressesOnStreet;
  };
  const announcement = () => {
    if (area().kind === "none") return t("selection.none");
    const now = counts();
    if (now === null) return "";
    const said = [
      [now.stations, t("selection.stations", now.stations)],
      [now.doors, t("selection.doors", now.doors)],
      [now.expectedConversations, t("selection.conversations", now.expectedConversations)],
    ] as const;
    return `${said.map(([count, words]) => `${formats().integer(count)} ${words}`).join(", ")}.`;
  };
  return (
    <section class={styles.bar} aria-label={t("selection.heading")} aria-busy={workspace.counts.status() === "loading"}>
      <Announcement words={announcement()} />
      <Switch>
        <Match when={area().kind === "none"}>
          <p class={styles.none}>{t("selection.none")}</p>
          <Show when={!workspace.isMapless()}>
            <Button size="small" onClick={() => workspace.setTool("draw")}>
              {t("map.draw")}
            </Button>
          </Show>
        </Match>
        <Match when={hasLost()}>
          <p class={styles.none}>{t("selection.lost")}</p>
        </Match>
        <Match when={workspace.counts.problem()}>
          {(problem) => (
            <p class={styles.problem} role="alert">
              {problem().code === "offline" ? t("app.offline") : problem().message}{" "}
              <Button size="small" look="quiet" onClick={workspace.counts.retry}>
                {t("app.retry")}
              </Button>
            </p>
          )}
        </Match>
        <Match when={true}>
          <Show when={figures()} fallback={<p class={styles.none}>{t("app.loading")}</p>}>
            {(known) => <Figures figures={known()} />}
          </Show>
          <EmptySelection />
          <Show when={offStreet() > 0}>
            <p class={styles.off}>{t("selection.offStreet", offStreet(), formats().integer(offStreet()))}</p>
          </Show>
          <div class={styles.actions}>
            <Show when={workspace.hasStreets() && counts()?.addresses !== 0}>
              <Button look="primary" onClick={() => workspace.move({ type: "tab-chosen", tab: "routes" })}>
                {t("selection.plan")}
              </Button>
            </Show>
            <Show when={chosenStations()}>
              {(stationIds) => (
                <CompareButton
                  subject={{ kind: "stations", stationIds: stationIds() }}
                  add={t("compare.addSelection")}
                  remove={t("compare.removeSelection")}
                />
              )}
            </Show>
          </div>
        </Match>
      </Switch>
    </section>
  );
}
