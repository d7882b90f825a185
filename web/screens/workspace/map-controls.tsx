import { Show } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Layout } from "./create-layout.ts";
import styles from "./map-controls.module.css";

interface MapControlsProps {
  readonly map: TerritoryMap | null;
  readonly summary: TerritorySummary;
  readonly layout: Layout;
  readonly onPrint: () => void;
}

export function MapControls(props: MapControlsProps) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const chosenPositions = () => {
    const area = workspace.area();
    if (area.kind === "zone") return area.ring;
    if (area.kind !== "stations") return [];
    return workspace
      .rows()
      .filter((row) => area.stationIds.includes(row.stationId))
      .flatMap((row): (readonly [number, number])[] => [
        [row.box[0], row.box[1]],
        [row.box[2], row.box[3]],
      ]);
  };
  return (
    <div class={styles.stack} role="toolbar" aria-orientation="vertical" aria-label={t("map.region")}>
      <IconButton icon="plus" label={t("map.zoomIn")} side="left" onClick={() => props.map?.zoomBy(1)} />
      <IconButton icon="minus" label={t("map.zoomOut")} side="left" onClick={() => props.map?.zoomBy(-1)} />
      <span class={styles.rule} />
      <IconButton
        icon="fit"
        label={t("map.fitTerritory")}
        side="left"
        onClick={() => props.map?.fit(props.summary.box, props.layout.padding())}
      />
      <Show when={chosenPositions().length > 0}>
        <IconButton
          icon="selection"
          label={t("map.fitSelection")}
          side="left"
          onClick={() => props.map?.fit(boxAround(chosenPositions()), props.layout.padding())}
        />
      </Show>
      <span class={styles.rule} />
      <IconButton icon="print" label={t("search.command.print")} side="left" onClick={() => props.onPrint()} />
    </div>
  );
}
