import { createEffect, createMemo, createSignal, on, onCleanup, Show } from "solid-js";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice } from "../../design/notice.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { layerName } from "../../i18n/layer-words.ts";
import { measureName } from "../../i18n/measure-words.ts";
import { drawPrintMap, type PrintedMap } from "../../map/draw-print-map.ts";
import { LIGHT_PALETTE } from "../../map/palette.ts";
import type { StationMarks } from "../../map/station-columns.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { createStationMarks } from "../workspace/create-station-marks.ts";
import { createPaperShare } from "./create-paper-share.ts";
import { createPrintedZones } from "./create-printed-zones.ts";
import { MAP_SIZES, ORIENTATIONS, type Orientation } from "./page-sizes.ts";
import styles from "./print-map.module.css";
import { PrintPage } from "./print-page.tsx";
import { setPaper } from "./set-paper.ts";

interface PrintMapProps {
  readonly map: TerritoryMap;
  readonly layout: Layout;
  readonly summary: TerritorySummary;
  readonly onClose: () => void;
}

/** What is seen, on a page of its own: how it will look, its title and orientation, and the way to the printer. */
export function PrintMap(props: PrintMapProps) {
  const workspace = useWorkspace();
  const { t, formats, language } = useLanguage();
  const [orientation, setOrientation] = createSignal<Orientation>("landscape");
  const [printed, setPrinted] = createSignal<PrintedMap | null>(null);
  const [isFailed, setIsFailed] = createSignal(false);
  // What the screen showed when the page was asked for: moving on behind it changes nothing.
  const box = props.map.boxBeside(props.layout.covered());
  const routes = workspace.state().tab === "routes" ? (workspace.plan.plan()?.plan?.routes ?? []) : [];
  const zones = createPrintedZones();
  const { marks, circles } = createStationMarks(workspace, {
    hasLegend: () => routes.length === 0,
    // Of two sets of colours on one page nobody knows which says what.
    hasColours: () => !zones(),
  });
  const subject = createMemo(() => {
    const { layer, measure } = workspace.state();
    if (routes.length > 0) return t("tabs.routes");
    const drawn = zones();
    if (drawn !== undefined) return drawn?.name ?? t("tabs.zones");
    if (layer !== null) return layerName({ t, language: language(), territory: workspace.territory.value() }, layer);
    if (workspace.rows().every(({ score }) => score === null)) return t("tabs.stations");
    const name = measureName(t, formats(), measure, workspace.hand.hand().mix);
    return workspace.ranking.crossed() === null ? name : `${name} ${t("measure.classCount.9")}`;
  });
  /** Null until somebody writes another. */
  const [ownTitle, setOwnTitle] = createSignal<string | null>(null);
  const title = () => ownTitle() ?? `${props.summary.title} – ${subject()}`;

  /** What colours the map is there, or will not come: a page must not show the colours before under the legend of today. */
  const isColoured = createMemo(() => {
    const { layer } = workspace.state();
    const { stations, camps, walks } = workspace;
    if (!isSettled(stations)) return false;
    if (routes.length > 0 || zones()) return true;
    if (camps.kept.problem() !== null) return true;
    if (layer !== null) return workspace.layer.view() !== null || workspace.layer.problem() !== null;
    const needsWalks = workspace.hasStreets() && workspace.ranking.needsWalks();
    return isSettled(camps.scores) && (!needsWalks || isSettled(walks));
  });
  createEffect(
    on([orientation, zones, isColoured], ([chosen, known, isThere]) => {
      const controller = new AbortController();
      onCleanup(() => controller.abort());
      onCleanup(setPaper(chosen));
      setPrinted(null);
      setIsFailed(false);
      if (known === null || !isThere) return;
      const area = workspace.area();
      const content = {
        territoryName: props.summary.name,
        look: {
          palette: LIGHT_PALETTE,
          areStationsShown: true,
          areStationsDimmed: routes.length > 0 || known !== undefined,
        },
        territoryBox: props.summary.box,
        box,
        marks: withoutPointer(marks()),
        circles: known === undefined ? circles() : [],
        zone: area.kind === "zone" ? area.ring : null,
        drawnZones: known?.drawn ?? [],
        routes,
        openedRouteId: workspace.state().routeId,
      };
      drawPrintMap(content, MAP_SIZES[chosen], controller.signal).then(
        (drawn) => {
          if (controller.signal.aborted) URL.revokeObjectURL(drawn.address);
          else setPrinted(drawn);
        },
        () => {
          if (!controller.signal.aborted) setIsFailed(true);
        },
      );
    }),
  );
  createEffect(() => {
    const address = printed()?.address;
    if (address !== undefined) onCleanup(() => URL.revokeObjectURL(address));
  });
  const [place, setPlace] = createSignal<HTMLElement>();
  const paperShare = createPaperShare(place, orientation);
  let heading: HTMLHeadingElement | undefined;
  const opener = document.activeElement;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    props.onClose();
  };
  queueMicrotask(() => heading?.focus());
  onCleanup(() =>
    queueMicrotask(() => opener instanceof HTMLElement && opener.isConnected && opener.focus({ preventScroll: true })),
  );

  return (
    <div role="dialog" aria-modal="true" class={styles.sheet} aria-labelledby="print-map" onKeyDown={onKey}>
      <header class={styles.head}>
        <h2 id="print-map" tabindex="-1" ref={heading}>
          {t("print.heading")}
        </h2>
        <label class={styles.title}>
          {t("print.name")}
          <input
            type="text"
            maxlength="120"
            value={title()}
            onInput={(event) => setOwnTitle(event.currentTarget.value)}
          />
        </label>
        <Segmented
          label={t("print.orientation")}
          isLabelHidden
          size="small"
          value={orientation()}
          options={ORIENTATIONS.map((value) => ({ value, label: t(`print.${value}`) }))}
          onChange={setOrientation}
        />
        <Button look="primary" disabled={printed() === null} onClick={() => window.print()}>
          <Icon name="print" />
          {t("print.print")}
        </Button>
        <Button look="quiet" aria-label={t("app.close")} title={t("app.close")} onClick={() => props.onClose()}>
          <Icon name="close" />
        </Button>
        <p class={styles.hint}>{t("print.hint")}</p>
      </header>
      <section
        class={styles.scroll}
        aria-label={t("print.page")}
        tabindex="0"
        ref={setPlace}
        style={{ "--share": paperShare() }}
      >
        <Show when={isFailed()}>
          <Notice kind="danger">{t("print.failed")}</Notice>
        </Show>
        <PrintPage
          orientation={orientation()}
          title={title()}
          subject={subject()}
          printed={printed()}
          isWaiting={!isFailed()}
          zones={zones() ?? null}
          hasLegend={routes.length === 0}
          sources={props.summary.sources}
        />
      </section>
    </div>
  );
}

function isSettled(load: { readonly value: () => unknown; readonly problem: () => unknown }): boolean {
  return load.value() !== null || load.problem() !== null;
}

function withoutPointer(marks: StationMarks | null): StationMarks | null {
  return marks === null ? null : { ...marks, opened: null, hovered: null };
}
