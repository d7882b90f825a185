import { Tabs } from "@kobalte/core/tabs";
import { A } from "@solidjs/router";
import { For, type JSX, Show } from "solid-js";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { TABS, type Tab } from "../../workspace/workspace-state.ts";
import { CampsTab } from "../camps/camps-tab.tsx";
import { LostNotice } from "../finding/lost-notice.tsx";
import { ReliabilityTab } from "../reliability/reliability-tab.tsx";
import { RoutesTab } from "../routes/routes-tab.tsx";
import { SourcesTab } from "../sources/sources-tab.tsx";
import { StationsTab } from "../stations/stations-tab.tsx";
import { ZonesTab } from "../zones/zones-tab.tsx";
import type { Layout } from "./create-layout.ts";
import styles from "./panel.module.css";
import { SheetHandle } from "./sheet-handle.tsx";

interface PanelProps {
  readonly layout: Layout;
  readonly map: TerritoryMap | null;
  readonly search: JSX.Element;
}

/** The steps of the work, beside the map on a wide screen and under it on a phone. */
export function Panel(props: PanelProps) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const chooseTab = (tab: string) => {
    const chosen = TABS.find((one) => one === tab);
    if (chosen === undefined) return;
    workspace.move({ type: "tab-chosen", tab: chosen });
    if (props.layout.height() === "low") props.layout.setHeight("middle");
  };
  return (
    <main class={styles.panel} id="panel" tabindex="-1" aria-label={t("sheet.panel")}>
      <Show when={props.layout.isNarrow()}>
        <SheetHandle layout={props.layout} />
      </Show>
      <header class={styles.head}>
        <A href="/" class={styles.homeLink} aria-label={`${t("app.name")}, ${t("home.title")}`}>
          <Wordmark />
        </A>
        <h1 class={styles.territory}>{workspace.territory.value()?.summary.title ?? workspace.territoryName()}</h1>
        <DisplaySettings />
      </header>
      <div class={styles.search}>{props.search}</div>
      <LostNotice />
      <Tabs class={styles.tabs} value={workspace.state().tab} onChange={chooseTab}>
        <Tabs.List class={styles.tabList} aria-label={t("tabs.label")}>
          <For each={TABS}>
            {(tab) => (
              <Tabs.Trigger class={styles.tab} value={tab}>
                {t(`tabs.${tab}`)}
              </Tabs.Trigger>
            )}
          </For>
        </Tabs.List>
        <For each={TABS}>
          {(tab) => (
            <Tabs.Content class={styles.content} value={tab} tabIndex={-1}>
              <TabContent tab={tab} map={props.map} layout={props.layout} />
            </Tabs.Content>
          )}
        </For>
      </Tabs>
    </main>
  );
}

function TabContent(props: { readonly tab: Tab; readonly map: TerritoryMap | null; readonly layout: Layout }) {
  switch (props.tab) {
    case "stations":
      return <StationsTab map={props.map} layout={props.layout} />;
    case "camps":
      return <CampsTab />;
    case "zones":
      return <ZonesTab map={props.map} layout={props.layout} />;
    case "routes":
      return <RoutesTab />;
    case "reliability":
      return <ReliabilityTab />;
    case "sources":
      return <SourcesTab />;
  }
}
