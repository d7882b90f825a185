import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { startDrawing, type ZoneDrawing } from "../../map/draw-zone.ts";
import { paletteOf } from "../../map/palette.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { DrawingBar } from "./drawing-bar.tsx";

/** Lets an area be drawn on the map, corner by corner, for as long as it is shown. */
export function AreaDrawing(props: { readonly map: TerritoryMap }) {
  const workspace = useWorkspace();
  const { theme } = useTheme();
  const [drawing, setDrawing] = createSignal<ZoneDrawing | null>(null);
  const [corners, setCorners] = createSignal(0);
  onMount(() => {
    const begun = startDrawing(props.map.map, paletteOf(theme()), {
      onFinish: (ring) => {
        workspace.setTool("look");
        workspace.changeArea({ kind: "zone", ring });
      },
      onCancel: () => workspace.setTool("look"),
      onCorners: setCorners,
    });
    setDrawing(begun);
    onCleanup(() => begun.stop());
  });
  return (
    <Show when={drawing()}>
      {(current) => <DrawingBar drawing={current()} corners={corners()} onCancel={() => workspace.setTool("look")} />}
    </Show>
  );
}
