import { A, useParams } from "@solidjs/router";
import { createEffect, createSignal, Show } from "solid-js";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace, WorkspaceProvider } from "../../workspace/workspace-context.tsx";
import { ZonesProvider } from "../../zones/zones-context.tsx";
import { createWorkspaceFinding } from "../finding/create-workspace-finding.ts";
import { LinkNote } from "../finding/link-note.tsx";
import { Palette } from "../finding/palette.tsx";
import { PanelSearch } from "../finding/panel-search.tsx";
import { createLayout } from "./create-layout.ts";
import { createShortcuts } from "./create-shortcuts.ts";
import { KeyboardHelp } from "./keyboard-help.tsx";
import { CompareSheet, PrintMap } from "./later-parts.ts";
import { MapStage } from "./map-stage.tsx";
import { Panel } from "./panel.tsx";
import { WorkspaceNews } from "./workspace-news.tsx";
import styles from "./workspace-screen.module.css";

export function WorkspaceScreen() {
  const params = useParams<{ territory: string }>();
  return (
    <Show when={params.territory} keyed>
      {(name) => (
        <WorkspaceProvider territoryName={decodeURIComponent(name)}>
          <ZonesProvider>
            <WorkspaceFrame />
          </ZonesProvider>
        </WorkspaceProvider>
      )}
    </Show>
  );
}

function WorkspaceFrame() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const layout = createLayout();
  const [map, setMap] = createSignal<TerritoryMap | null>(null);
  const [isHelpOpen, setIsHelpOpen] = createSignal(false);
  const [isPrintOpen, setIsPrintOpen] = createSignal(false);
  const printMap = () => setIsPrintOpen(true);
  /** The map to be printed, once there is one. */
  const printed = () => {
    const [shown, territory] = [map(), workspace.territory.value()];
    return isPrintOpen() && shown !== null && territory !== null ? { map: shown, summary: territory.summary } : null;
  };
  const isComparing = () => workspace.state().comparison.isOpen;
  const isUnknown = () => workspace.territory.value() === null && workspace.territory.problem() !== null;
  const finding = createWorkspaceFinding({ workspace, map, layout, openHelp: () => setIsHelpOpen(true), printMap });
  createShortcuts(workspace, { ...finding.shortcuts, openHelp: () => setIsHelpOpen(true) });
  createEffect(() => {
    const title = workspace.territory.value()?.summary.title;
    document.title = title === undefined ? t("app.name") : `${title} · ${t("app.name")}`;
  });

  return (
    <Show when={!isUnknown()} fallback={<UnknownTerritory />}>
      <div
        class={styles.frame}
        data-sheet={layout.isNarrow() ? layout.height() : undefined}
        data-comparing={isComparing() ? "" : undefined}
        data-printing={printed() === null ? undefined : ""}
      >
        <a class={styles.skip} href="#panel" on:click={skipToPanel}>
          {t("app.skip")}
        </a>
        {/* What the comparison covers cannot be reached. On a narrow screen that is the panel too. */}
        <div
          class={`${styles.beside} ${styles.covered}`}
          inert={(isComparing() && layout.isNarrow()) || printed() !== null}
        >
          <Panel layout={layout} map={map()} search={<PanelSearch finding={finding} />} />
        </div>
        <Show
          when={workspace.territory.value()}
          fallback={
            <div class={styles.waiting}>
              <Show when={workspace.territory.problem()} fallback={<Skeleton lines={1} />}>
                {(problem) => <ProblemNotice problem={problem()} onRetry={workspace.territory.retry} />}
              </Show>
            </div>
          }
        >
          {(territory) => (
            <div class={`${styles.beside} ${styles.covered}`} inert={isComparing() || printed() !== null}>
              <MapStage
                summary={territory().summary}
                layout={layout}
                map={map()}
                onMap={setMap}
                onHelp={() => setIsHelpOpen(true)}
                onCopyLink={finding.link.copy}
                onPrint={printMap}
              />
            </div>
          )}
        </Show>
        <Show when={isComparing()}>
          <div class={styles.beside} inert={printed() !== null}>
            <CompareSheet layout={layout} onCopyLink={finding.link.copy} />
          </div>
        </Show>
        <Show when={printed()}>
          {(open) => <PrintMap {...open()} layout={layout} onClose={() => setIsPrintOpen(false)} />}
        </Show>
        <WorkspaceNews />
        <LinkNote link={finding.link} />
        <Palette finding={finding} />
        <KeyboardHelp isOpen={isHelpOpen()} onClose={() => setIsHelpOpen(false)} />
      </div>
    </Show>
  );
}

/** By hand: the router takes links for itself, and moves what is in sight but not the focus. */
function skipToPanel(event: MouseEvent) {
  event.preventDefault();
  document.getElementById("panel")?.focus();
}

function UnknownTerritory() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <main class={styles.unknown}>
      <Wordmark />
      <h1>{workspace.territoryName()}</h1>
      <Show when={workspace.territory.problem()}>
        {(problem) => <ProblemNotice problem={problem()} onRetry={workspace.territory.retry} />}
      </Show>
      <A href="/">{t("home.toHome")}</A>
    </main>
  );
}
