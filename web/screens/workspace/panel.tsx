import { Tabs } from "@kobalte/core/tabs";
import { A } from "@solidjs/router";
import { createEffect, For, type JSX, on, type ParentProps, Show } from "solid-js";
import { LinkButton } from "../../design/button.tsx";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import tabs from "../../design/tab.module.css";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useSession } from "../../people/session-context.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { TABS, type Tab } from "../../workspace/workspace-state.ts";
import { LostNotice } from "../finding/lost-notice.tsx";
import { AccountMenu } from "../people/account-menu.tsx";
import { LookOnly } from "../people/look-only.tsx";
import { StationsTab } from "../stations/stations-tab.tsx";
import type { Layout } from "./create-layout.ts";
import { DeletedPlan } from "./deleted-plan.tsx";
import { CampsTab, ReliabilityTab, RoutesTab, SourcesTab, ZonesTab } from "./later-parts.ts";
import styles from "./panel.module.css";
import { SheetHandle } from "./sheet-handle.tsx";

const CONTENT = "tab-content";

interface PanelProps {
  readonly layout: Layout;
  readonly map: TerritoryMap | null;
  readonly search: JSX.Element;
}

/** The steps of the work, beside the map on a wide screen and under it on a phone. */
export function Panel(props: PanelProps) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { allowed, isAsking } = useSession();
  const hasZones = () => isAsking() || allowed().seesPlans;
  const shownTabs = () => TABS.filter((tab) => hasZones() || tab !== "zones");
  const chooseTab = (tab: string) => {
    const chosen = TABS.find((one) => one === tab);
    if (chosen === undefined) return;
    workspace.move({ type: "tab-chosen", tab: chosen });
    raise();
  };
  const raise = () => {
    if (props.layout.height() === "low") props.layout.setHeight("middle");
  };
  // Routes that go from the map by themselves are told of where they were looked at.
  createEffect(on(workspace.plan.isDeleted, (isDeleted) => isDeleted && raise()));
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
        <AccountMenu />
        <DisplaySettings />
      </header>
      <div class={styles.search}>{props.search}</div>
      <LostNotice />
      <DeletedPlan toRoutes={() => chooseTab("routes")} />
      <Tabs class={styles.tabs} value={workspace.state().tab} onChange={chooseTab}>
        <Tabs.List class={styles.tabList} aria-label={t("tabs.label")}>
          <For each={shownTabs()}>
            {(tab) => (
              <Tabs.Trigger
                class={styles.tab}
                value={tab}
                id={`tab-${tab}`}
                aria-controls={tab === workspace.state().tab ? CONTENT : undefined}
              >
                {t(`tabs.${tab}`)}
              </Tabs.Trigger>
            )}
          </For>
        </Tabs.List>
        {/* Not the library's own, which looks through all of it, and lays it out, each time anything in it changes. */}
        <Show when={workspace.state().tab} keyed>
          {(tab) => (
            <div class={styles.content} role="tabpanel" id={CONTENT} aria-labelledby={`tab-${tab}`} tabIndex={-1}>
              <TabContent tab={tab} map={props.map} layout={props.layout} />
            </div>
          )}
        </Show>
      </Tabs>
    </main>
  );
}

function TabContent(props: { readonly tab: Tab; readonly map: TerritoryMap | null; readonly layout: Layout }) {
  const { t } = useLanguage();
  const { allowed } = useSession();
  switch (props.tab) {
    case "stations":
      return <StationsTab map={props.map} layout={props.layout} />;
    case "camps":
      return (
        <OnceKnown>
          <LookOnly isAllowed={allowed().organizesEverywhere} reason={t("people.refused.camps")} guide="camps">
            <CampsTab />
          </LookOnly>
        </OnceKnown>
      );
    case "zones":
      return (
        <OnceKnown>
          <Show when={allowed().seesPlans} fallback={<NotForRole />}>
            <LookOnly isAllowed={allowed().organizes} reason={t("people.refused.zones")} guide="zones">
              <ZonesTab map={props.map} layout={props.layout} />
            </LookOnly>
          </Show>
        </OnceKnown>
      );
    case "routes":
      return (
        <OnceKnown>
          <Show when={allowed().seesPlans} fallback={<OwnOutings />}>
            <RoutesTab />
          </Show>
        </OnceKnown>
      );
    case "reliability":
      return <ReliabilityTab />;
    case "sources":
      return <SourcesTab />;
  }
}

/** What differs by role waits for the server to say who is there; the map and the stations do not. */
function OnceKnown(props: ParentProps) {
  const { isAsking } = useSession();
  return (
    <Show
      when={!isAsking()}
      fallback={
        <div class={tabs.tab}>
          <Skeleton lines={5} />
        </div>
      }
    >
      {props.children}
    </Show>
  );
}

/** For who leads outings, and makes no plans. */
function OwnOutings() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <div class={tabs.tab}>
      <Notice>{t("people.refused.tab")}</Notice>
      <LinkButton href={`/t/${encodeURIComponent(workspace.territoryName())}/sorties`}>
        <Icon name="walk" />
        {t("outings.open")}
      </LinkButton>
    </div>
  );
}

/** For who comes by a link to what their role does not have. */
function NotForRole() {
  const { t } = useLanguage();
  return (
    <div class={tabs.tab}>
      <Notice>{t("people.refused.tab")}</Notice>
    </div>
  );
}
