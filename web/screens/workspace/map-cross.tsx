import { createEffect, onCleanup, Show } from "solid-js";
import { centreBeside } from "../../map/centre-beside.ts";
import type { MapPadding, TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./map-cross.module.css";

/** A cross in the middle of what is seen of the map, while something can be set there. */
export function MapCross(props: { readonly map: TerritoryMap | null; readonly padding: MapPadding }) {
  const workspace = useWorkspace();
  createEffect(() => {
    const map = props.map?.map;
    const { padding } = props;
    if (map === undefined || !workspace.isCrossShown()) return;
    const follow = () => workspace.setCrossPlace(centreBeside(map, padding));
    follow();
    map.on("moveend", follow);
    onCleanup(() => {
      map.off("moveend", follow);
      workspace.setCrossPlace(null);
    });
  });
  const inset = () => {
    const { top, right, bottom, left } = props.padding;
    return `${top}px ${right}px ${bottom}px ${left}px`;
  };
  return (
    <Show when={workspace.crossPlace()}>
      <div class={styles.cross} style={{ inset: inset() }} aria-hidden="true">
        <i />
      </div>
    </Show>
  );
}
