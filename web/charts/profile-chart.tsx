import { createMemo, createSignal, Show } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import styles from "./profile-chart.module.css";
import { layOutProfile } from "./profile-layout.ts";

const WIDTH = 352;
const HEIGHT = 96;

interface ProfileProps {
  readonly profile: readonly (readonly [number, number])[];
  readonly ascentMetres: number;
  readonly descentMetres: number;
  readonly distanceMetres: number;
  /** Metres from the start under the pointer, null when it leaves. */
  readonly onPoint?: (metres: number | null) => void;
}

/** Elevation along a route. Its sentence is the text alternative. */
export function ProfileChart(props: ProfileProps) {
  const { t, formats } = useLanguage();
  const layout = createMemo(() => layOutProfile(props.profile, WIDTH, HEIGHT));
  const [pointed, setPointed] = createSignal<number | null>(null);
  const point = (share: number | null) => {
    setPointed(share);
    const last = props.profile.at(-1)?.[0] ?? 0;
    props.onPoint?.(share === null ? null : share * last);
  };
  const words = () =>
    t(
      "routes.profileText",
      formats().height(layout().low),
      formats().height(layout().high),
      formats().height(props.ascentMetres),
      formats().height(props.descentMetres),
    );
  return (
    <figure class={styles.chart}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${t("routes.profile")}. ${words()}`}
        onPointerMove={(event) => {
          const frame = event.currentTarget.getBoundingClientRect();
          point(Math.max(0, Math.min(1, (event.clientX - frame.left) / frame.width)));
        }}
        onPointerLeave={() => point(null)}
      >
        <path class={styles.area} d={layout().area} />
        <path class={styles.line} d={layout().line} />
        <Show when={pointed()}>
          {(share) => <line class={styles.pointed} x1={share() * WIDTH} x2={share() * WIDTH} y1="0" y2={HEIGHT} />}
        </Show>
        <text class={styles.label} x="2" y={layout().highY - 4}>
          {formats().height(layout().high)}
        </text>
        <text class={styles.label} x="2" y={HEIGHT - 4}>
          {formats().height(layout().low)}
        </text>
        <text class={`${styles.label} ${styles.end}`} x={WIDTH - 2} y={HEIGHT - 4}>
          {formats().distance(props.distanceMetres)}
        </text>
      </svg>
      <figcaption aria-hidden="true">{words()}</figcaption>
    </figure>
  );
}
