import { createEffect, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { paletteOf } from "../../map/palette.ts";
import { createWalkMap, type WalkMapView } from "../../map/walk-map.ts";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import { useFieldTheme } from "../field-theme.tsx";
import { fieldTilesAddress } from "../offline/map-cache.ts";
import { createWhereabouts } from "../walk/create-whereabouts.ts";
import forms from "./forms.module.css";
import styles from "./walk-map.module.css";

export { prepareWalkMap } from "../../map/walk-map.ts";

/** The way, the next address, and, when asked for, where the volunteer is. */
export function WalkMap(props: { readonly field: Field; readonly onChoose: (stopId: string) => void }) {
  const { t } = useFieldLanguage();
  const { theme } = useFieldTheme();
  const [map, setMap] = createSignal<WalkMapView | null>(null);
  const [state, setState] = createSignal<"drawing" | "drawn" | "failed">("drawing");
  const whereabouts = createWhereabouts();
  const route = () => props.field.sheet()?.route ?? null;
  const now = () => props.field.progress()[props.field.current()]?.stop ?? null;
  const box = () => {
    const known = route();
    return known === null
      ? null
      : boxAround([...known.osrm.geometry.coordinates, ...known.stops.map(({ position }) => position), known.start]);
  };
  let container: HTMLDivElement | undefined;
  onMount(() => {
    const around = box();
    if (container === undefined || around === null) return;
    try {
      const made = createWalkMap(
        {
          container,
          tilesAddress: fieldTilesAddress(props.field.token),
          box: around,
          palette: paletteOf(theme()),
          title: t("map.title"),
        },
        { onReady: () => setMap(made), onStop: props.onChoose, onIdle: () => setState("drawn") },
      );
      onCleanup(() => made.remove());
    } catch {
      // A phone without WebGL, or with all of it in use.
      setState("failed");
    }
  });
  createEffect(on(theme, (chosen) => map()?.look(paletteOf(chosen)), { defer: true }));
  createEffect(() => map()?.setTitle(t("map.title")));
  createEffect(() => {
    const known = route();
    if (known !== null) map()?.showRoute(known);
  });
  createEffect(() => {
    const known = route();
    if (known !== null) map()?.markStop(known, now()?.id ?? null);
  });
  createEffect(() => map()?.showMe(whereabouts.me()));
  createEffect(
    on(whereabouts.state, (found) => {
      const me = whereabouts.me();
      if (found === "found" && me !== null) map()?.goTo(me.position);
    }),
  );
  const words = () => {
    if (state() === "failed") return t("map.failed");
    if (whereabouts.state() === "looking") return t("map.locating");
    if (whereabouts.state() === "failed") return t("map.locateFailed");
    if (whereabouts.state() === "found") return t("map.private");
    return state() === "drawing" ? t("map.drawing") : "";
  };
  return (
    <div class={styles.frame} data-whole>
      <h1 class={forms.heading}>
        <Show when={now()} fallback={t("map.title")}>
          {(stop) => stop().address}
        </Show>
      </h1>
      <div class={styles.stage}>
        <div class={styles.map} ref={container} data-testid="map" />
        <div class={styles.buttons}>
          <Button class={forms.square} aria-label={t("map.zoomIn")} onClick={() => map()?.zoomBy(1)}>
            <Icon name="plus" />
          </Button>
          <Button class={forms.square} aria-label={t("map.zoomOut")} onClick={() => map()?.zoomBy(-1)}>
            <Icon name="minus" />
          </Button>
          <Button
            class={forms.square}
            aria-label={t("map.whole")}
            onClick={() => {
              const around = box();
              if (around !== null) map()?.fit(around);
            }}
          >
            <Icon name="fit" />
          </Button>
        </div>
      </div>
      <p role="status" class={forms.soft}>
        {words()}
      </p>
      <Button class={forms.big} onClick={whereabouts.locate}>
        <Icon name="locate" />
        {t("map.locate")}
      </Button>
      <p class={styles.sources}>{props.field.sheet()?.territory.attributions.join(" · ")}</p>
    </div>
  );
}
