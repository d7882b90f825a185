import { createEffect, createMemo, createSignal, For, Show } from "solid-js";
import type { StopState } from "../../../server/contract/progress.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { type DoneStop, showDoneStops } from "../../map/done-stop-layers.ts";
import { SmallMap } from "../../map/small-map.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { boxOfPositions } from "../../progress/box-of-positions.ts";
import styles from "./progress-map.module.css";

const PADDING = { top: 28, right: 64, bottom: 28, left: 28 };
const STATES: readonly StopState[] = ["done", "begun", "untouched"];

interface ProgressMapProps {
  readonly territoryName: string;
  readonly stops: readonly { readonly position: readonly [number, number] | null; readonly state: StopState }[];
  /** Those that can occur. */
  readonly states?: readonly StopState[];
}

/** Addresses on the map, by how far they are. */
export function ProgressMap(props: ProgressMapProps) {
  const { t } = useLanguage();
  const [map, setMap] = createSignal<TerritoryMap | null>(null);
  const placed = createMemo(() =>
    props.stops.flatMap(({ position, state }): DoneStop[] => (position === null ? [] : [{ position, state }])),
  );
  // The view stays where the reader left it: later figures colour the same addresses.
  const box = createMemo<readonly [number, number, number, number] | null>(
    (before) => before ?? boxOfPositions(placed().map(({ position }) => position)),
    null,
  );
  createEffect(() => {
    const shown = map();
    if (shown !== null) showDoneStops(shown.map, placed());
  });
  return (
    <Show when={box()} fallback={<p class={styles.none}>{t("progress.noMap")}</p>}>
      {(known) => (
        <SmallMap
          territoryName={props.territoryName}
          label={t("progress.map")}
          box={known()}
          padding={PADDING}
          onMap={setMap}
        >
          <ul class={styles.legend}>
            <For each={props.states ?? STATES}>
              {(state) => (
                <li>
                  <i class={`${styles.dot} ${styles[state]}`} aria-hidden="true" />
                  {t(`progress.state.${state}`)}
                </li>
              )}
            </For>
          </ul>
        </SmallMap>
      )}
    </Show>
  );
}
