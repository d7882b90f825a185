import { createEffect, createMemo, Index, on, Show, untrack } from "solid-js";
import type { BoundingBox } from "../../../geodata/geometry/position.ts";
import type { ZonesFile } from "../../../server/contract/drawn-zones.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { isFarFrom } from "../../map/is-far-from.ts";
import { linkCameras } from "../../map/link-cameras.ts";
import type { StationMarks } from "../../map/station-columns.ts";
import { TwinMap } from "../../map/twin-map.tsx";
import type { Camera } from "../../workspace/camera-code.ts";
import type { OpenComparison } from "../../workspace/create-comparison.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { createStationMarks } from "../workspace/create-station-marks.ts";
import { boxAroundBoxes, subjectPicture } from "./subject-picture.ts";
import styles from "./twin-maps.module.css";

interface TwinMapsProps {
  readonly comparing: OpenComparison;
  readonly names: readonly string[];
  /** As many as there is room for. */
  readonly most: number;
  /** Where they stand; null shows all that is compared. */
  readonly camera: Camera | null;
  readonly onCamera: (camera: Camera | null) => void;
}

/** A small map of each subject over the colours of the map behind: they move together. Left out on paper. */
export function TwinMaps(props: TwinMapsProps) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { marks } = createStationMarks(workspace, { hasLegend: () => false, hasColours: () => true });
  const shown = createMemo(() => props.comparing.shown().slice(0, props.most));
  const zoningIds = createMemo(
    () => [...new Set(shown().flatMap(({ subject }) => (subject.kind === "zones" ? [subject.zoningId] : [])))],
    undefined,
    { equals: (a, b) => a.join() === b.join() },
  );
  const files = createLoad(
    () => (zoningIds().length > 0 ? zoningIds() : null),
    async (ids, signal) =>
      new Map(
        await Promise.all(ids.map(async (id): Promise<[string, ZonesFile]> => [id, await api.zonesFile(id, signal)])),
      ),
  );
  /** What shows nothing of the territory is no view of what is compared. */
  const camera = createMemo(() => {
    const [view, whole] = [props.camera, workspace.territory.value()?.summary.box];
    return view === null || (whole !== undefined && isFarFrom(whole, view)) ? null : view;
  });
  const cameras = linkCameras({ start: untrack(camera), onMoved: (view) => props.onCamera(view) });
  const pictures = createMemo(() => shown().map((one) => subjectPicture(one, files.value())));
  const box = createMemo(
    (): BoundingBox =>
      boxAroundBoxes(pictures().flatMap(({ box: own }) => (own === null ? [] : [own]))) ??
      workspace.territory.value()?.summary.box ?? [0, 0, 1, 1],
    undefined,
    { equals: (a, b) => a.join() === b.join() },
  );
  // What is compared may be known late, and where somebody has looked closer they stay.
  createEffect(
    on(
      () => [box(), camera()] as const,
      ([now, view]) => (view === null ? cameras.fit(now) : cameras.put(view)),
      { defer: true },
    ),
  );
  const ownMarks = (stations: ReadonlySet<number>): StationMarks | null => {
    const known = marks();
    return known === null ? null : { ...known, opened: null, hovered: null, selected: stations };
  };
  const fitAll = () => {
    props.onCamera(null);
    cameras.fit(box());
  };
  const isAllShown = () => props.comparing.shown().length <= props.most;
  return (
    <section class={styles.maps} aria-label={t("compare.mapsLabel")}>
      <div class={styles.row}>
        {/* By place: a map is kept while what it shows changes. */}
        <Index each={pictures()}>
          {(picture, place) => (
            <figure class={styles.figure}>
              <TwinMap
                territoryName={workspace.territoryName()}
                title={t("compare.mapOf", props.names[place] ?? "")}
                box={box()}
                cameras={cameras}
                territoryBox={workspace.territory.value()?.summary.box ?? box()}
                marks={ownMarks(picture().stations)}
                zones={picture().zones}
                routes={picture().routes}
              />
              <figcaption>{props.names[place]}</figcaption>
            </figure>
          )}
        </Index>
      </div>
      <p class={styles.hint}>
        <Icon name="hand" />
        {isAllShown() ? t("compare.mapsTogether") : t("compare.mapsFirst", formats().integer(props.most))}
        <Show when={files.problem()}>{(problem) => <span role="alert">{problem().message}</span>}</Show>
        <Button look="quiet" size="small" onClick={fitAll}>
          {t("compare.mapsFit")}
        </Button>
      </p>
    </section>
  );
}
