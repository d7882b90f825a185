import { createMemo, For, Show } from "solid-js";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { PrintedMap } from "../../map/draw-print-map.ts";
import { mapScale, scaleBar } from "../../workspace/scale-bar.ts";
import type { PrintedZones } from "./create-printed-zones.ts";
import { MAP_SIZES, type Orientation } from "./page-sizes.ts";
import styles from "./print-page.module.css";
import { PrintedLegend } from "./printed-legend.tsx";
import { ZonesLegend } from "./zones-legend.tsx";

interface PrintPageProps {
  readonly orientation: Orientation;
  readonly title: string;
  readonly subject: string;
  /** Null while it is being drawn. */
  readonly printed: PrintedMap | null;
  readonly isWaiting: boolean;
  /** Routes have their own colours and no legend. */
  readonly hasLegend: boolean;
  /** Their legend stands in the place of that of the stations. */
  readonly zones: PrintedZones | null;
  readonly sources: TerritorySummary["sources"];
}

const LONGEST_BAR_PIXELS = 150;

/** One page of A4: title, map with scale and north, legend, sources and date. */
export function PrintPage(props: PrintPageProps) {
  const { t, formats } = useLanguage();
  const credits = createMemo(() =>
    [...new Set(props.sources.map((source) => source.attribution))].filter(Boolean).join(" · "),
  );
  const size = () => MAP_SIZES[props.orientation];
  return (
    <article class={styles.page} data-orientation={props.orientation}>
      <h3 class={styles.title}>{props.title}</h3>
      <figure class={styles.map} style={{ width: `${size().width}px`, height: `${size().height}px` }}>
        <Show
          when={props.printed}
          fallback={
            <p class={styles.waiting} role="status">
              {props.isWaiting ? t("print.drawing") : ""}
            </p>
          }
        >
          {(printed) => (
            <>
              <img src={printed().address} alt={t("print.picture", props.title)} />
              <ScaleAndNorth metresPerPixel={printed().metresPerPixel} />
            </>
          )}
        </Show>
      </figure>
      <Show when={props.hasLegend}>
        <Show
          when={props.zones}
          fallback={<PrintedLegend title={props.subject} hasDoors={props.printed?.hasDoors ?? false} />}
        >
          {(zones) => <ZonesLegend zones={zones()} />}
        </Show>
      </Show>
      <footer class={styles.foot}>
        <p>{t("print.sources", credits())}</p>
        <p>
          {t("print.printedOn", formats().date(new Date().toISOString()))} · {t("app.name")}
        </p>
      </footer>
    </article>
  );
}

function ScaleAndNorth(props: { readonly metresPerPixel: number }) {
  const { t, formats } = useLanguage();
  const bar = () => scaleBar(props.metresPerPixel, LONGEST_BAR_PIXELS);
  return (
    <figcaption class={styles.scale}>
      <svg width="22" height="34" viewBox="0 0 22 34" role="img" aria-label={t("print.north")}>
        <path d="M11 2 L18 24 L11 19 L4 24 Z" fill="#14191b" />
        <text x="11" y="33" text-anchor="middle" font-size="9" font-weight="700" fill="#14191b">
          N
        </text>
      </svg>
      <div>
        <div class={styles.bar} style={{ width: `${bar().pixels}px` }}>
          <For each={[0, 1, 2, 3]}>{() => <i />}</For>
        </div>
        <span>
          {formats().distance(bar().metres)} · {t("print.scale", formats().integer(mapScale(props.metresPerPixel)))}
        </span>
      </div>
    </figcaption>
  );
}
