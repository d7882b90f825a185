import { createEffect, createMemo, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { startDrawing, type ZoneDrawing } from "../../map/draw-zone.ts";
import { watchDrawnZones } from "../../map/drawn-zone-layers.ts";
import type { CoveredAt } from "../../map/edge-pan.ts";
import { paletteOf } from "../../map/palette.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { placesInRing } from "../../zones/choose-places.ts";
import { NEW_ZONE_KEY, TOOL_KEYS, ZONE_TOOLS } from "../../zones/create-zone-pen.ts";
import type { Zones } from "../../zones/create-zones.ts";
import { isTyping } from "../workspace/create-shortcuts.ts";
import { DrawingBar } from "../workspace/drawing-bar.tsx";
import { BrushTip } from "./brush-tip.tsx";
import { CutBar } from "./cut-bar.tsx";
import { createStrokes } from "./draw-strokes.ts";
import { ZoneLegend } from "./zone-legend.tsx";
import styles from "./zone-stage.module.css";
import { ZoneTip } from "./zone-tip.tsx";
import { ZoneTools } from "./zone-tools.tsx";

interface ZoneStageProps {
  readonly zones: Zones;
  readonly map: TerritoryMap | null;
  readonly isNarrow: boolean;
  readonly coveredAt: CoveredAt;
  readonly onHelp: () => void;
  readonly onCopyLink: () => void;
}

/** The map as a drawing board: joins the pen, which knows no rules, to the zones, which know no map. */
export function ZoneStage(props: ZoneStageProps) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { theme } = useTheme();
  const { pen, edits } = props.zones;
  const strokes = createStrokes(
    () => props.map,
    (x) => props.coveredAt(x),
    props.zones,
  );
  const [hovered, setHovered] = createSignal<{ id: string; point: readonly [number, number] } | null>(null);
  const [drawing, setDrawing] = createSignal<ZoneDrawing | null>(null);
  const [corners, setCorners] = createSignal(0);
  const [polygons, setPolygons] = createSignal(0);
  const isPointing = () => pen.tool() === "look" || pen.tool() === "merge";
  /** What would be drawn on a cut that is only looked at would be drawn on something else. */
  const isReady = createMemo(() => props.zones.zoning()?.isLoaded() === true && !props.zones.cut.isOpen());

  const clickZone = (zoneId: string | null, isPicking: boolean) => {
    if (!isReady()) return;
    const tool = pen.tool();
    if (tool === "look" || isPicking) props.zones.open(zoneId);
    else if (tool === "merge" && zoneId !== null) mergeWith(zoneId);
  };
  const mergeWith = (zoneId: string) => {
    const [into, other] = [edits.opened(), props.zones.zones().find(({ id }) => id === zoneId)];
    if (other === undefined || other.id === into?.id) return;
    if (into === null) {
      // The first click says which zone stays.
      props.zones.open(other.id);
      props.zones.tell(t("zones.mergeNext", other.name));
    } else if (!props.zones.outlines.neighboursOf(into.id).includes(other.id))
      props.zones.tell(t("zones.notNeighbours", other.name));
    else edits.merge(into, other);
  };
  createEffect(
    on(
      () => props.map,
      (map) => {
        if (map === null) return;
        const stop = watchDrawnZones(map.map, {
          onClick: clickZone,
          onHover: (id, point) => setHovered(id === null ? null : { id, point }),
        });
        onCleanup(stop);
      },
    ),
  );

  const startPolygon = (map: TerritoryMap) => {
    setCorners(0);
    const begun = startDrawing(map.map, paletteOf(theme()), {
      onFinish: (ring) => {
        strokes.forgetPlaced();
        const index = props.zones.index();
        if (index !== null) edits.paint(new Set(placesInRing(index, ring)));
        // The next polygon may begin.
        setPolygons((count) => count + 1);
      },
      onCancel: () => (corners() === 0 ? pen.setTool("look") : setPolygons((count) => count + 1)),
      onCorners: (count, ring) => {
        setCorners(count);
        strokes.placeRing(ring);
      },
    });
    setDrawing(begun);
    return () => {
      setDrawing(null);
      strokes.forgetPlaced();
      begun.stop();
    };
  };
  createEffect(
    on([() => props.map, pen.tool, polygons, isReady], ([map, tool, , isLoaded]) => {
      if (map === null || !isLoaded || tool === "look" || tool === "merge") return;
      if (tool === "polygon") onCleanup(startPolygon(map));
      else onCleanup(pen.isBrush() ? strokes.brush(map) : strokes.line(map, tool === "split"));
    }),
  );

  const onKey = (event: KeyboardEvent) => {
    if (!isReady()) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (event.key !== "Escape" && !workspace.areLetterKeysOn()) return;
    const tool = ZONE_TOOLS.find((one) => TOOL_KEYS[one] === event.key.toLowerCase());
    if (tool !== undefined) pen.setTool(tool);
    else if (event.key === ",") pen.resize(-1);
    else if (event.key === ";") pen.resize(1);
    else if (event.key.toLowerCase() === NEW_ZONE_KEY) props.zones.startNew();
    else if (event.key !== "Escape") return;
    else if (pen.tool() !== "look") pen.setTool("look");
    else props.zones.open(null);
    event.preventDefault();
  };
  onMount(() => {
    workspace.setTool("look");
    window.addEventListener("keydown", onKey);
  });
  onCleanup(() => window.removeEventListener("keydown", onKey));

  return (
    <>
      <Show when={!props.zones.cut.isOpen()} fallback={<CutBar zones={props.zones} />}>
        <ZoneTools
          zones={props.zones}
          isNarrow={props.isNarrow}
          isQuiet={corners() > 0 && drawing() !== null}
          foreseen={props.isNarrow ? strokes.words() : []}
          onHelp={props.onHelp}
          onCopyLink={props.onCopyLink}
        />
      </Show>
      <Show when={corners() > 0 ? drawing() : null}>
        {(current) => (
          <DrawingBar
            drawing={current()}
            corners={corners()}
            inside={strokes.words().join(" · ")}
            onCancel={() => setPolygons((count) => count + 1)}
          />
        )}
      </Show>
      <Show when={pen.isBrush() && isReady() ? strokes.pointedAt() : null}>
        {(at) => (
          <div
            class={styles.brush}
            aria-hidden="true"
            style={{
              width: `${2 * pen.radiusPixels()}px`,
              height: `${2 * pen.radiusPixels()}px`,
              transform: `translate(${at().point[0] - pen.radiusPixels()}px, ${at().point[1] - pen.radiusPixels()}px)`,
            }}
          />
        )}
      </Show>
      <BrushTip
        zones={props.zones}
        at={isReady() && !props.isNarrow ? strokes.pointedAt() : null}
        words={strokes.words()}
      />
      <ZoneTip zones={props.zones} hovered={props.isNarrow || !isPointing() ? null : hovered()} />
      <ZoneLegend zones={props.zones} isNarrow={props.isNarrow} />
    </>
  );
}
