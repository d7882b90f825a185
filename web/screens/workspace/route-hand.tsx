import { batch, createEffect, createSignal, on, onCleanup, Show } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { type HeldOnMap, startRouteDragging } from "../../map/drag-route.ts";
import type { CoveredAt } from "../../map/edge-pan.ts";
import { paletteOf, routeColour } from "../../map/palette.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { stopAfter } from "../../workspace/nearest-leg.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./drawing-bar.module.css";

const NOTE_MILLISECONDS = 4000;

/** Stops and ends of the open route, dragged on the map while it is edited; says what letting go would do. */
export function RouteHand(props: { readonly map: TerritoryMap | null; readonly coveredAt: CoveredAt }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { theme } = useTheme();
  const [held, setHeld] = createSignal<HeldOnMap | null>(null);
  const [isByFinger, setIsByFinger] = createSignal(false);
  const [over, setOver] = createSignal<string | null>(null);
  const [note, setNote] = createSignal("");
  const routes = () => workspace.plan.plan()?.plan?.routes ?? [];
  const openedId = () => (workspace.state().tab === "routes" ? workspace.state().routeId : null);
  const colour = () =>
    routeColour(
      paletteOf(theme()),
      routes().findIndex(({ id }) => id === openedId()),
    );

  let forgetting: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(forgetting));
  const say = (words: string) => {
    clearTimeout(forgetting);
    setNote(words);
    forgetting = setTimeout(() => setNote(""), NOTE_MILLISECONDS);
  };
  const letGo = () => {
    setHeld(null);
    setOver(null);
    workspace.setIsDragging(false);
    workspace.setHoveredRoute(null);
  };
  const drop = (what: HeldOnMap, [longitude, latitude]: readonly [number, number], routeId: string | null) => {
    letGo();
    const opened = openedId();
    if (opened === null) return;
    if (what.kind !== "stop") {
      const kind = what.kind === "start" ? "set-start" : "set-end";
      workspace.handEdits.send({ kind, routeId: opened, position: [longitude, latitude] });
      return;
    }
    const goal = routes().find(({ id }) => id === routeId);
    if (goal === undefined) return say(t("edit.letGo"));
    const before = stopAfter(goal, [longitude, latitude]);
    workspace.handEdits.send({ kind: "move", stopIds: [what.stopId], routeId: goal.id, before });
  };

  createEffect(
    on([() => props.map, () => workspace.isEditing() && openedId() !== null], ([map, isOn]) => {
      if (map === null || !isOn) return;
      const stop = startRouteDragging(map.map, (x) => props.coveredAt(x), colour, {
        onHold: (what, byFinger) => {
          setNote("");
          setIsByFinger(byFinger);
          setHeld(what);
          workspace.setIsDragging(true);
          workspace.setHoveredStation(null);
          workspace.setHoveredStop(null);
          workspace.setHoveredRoute(null);
        },
        onOver: (routeId) => {
          setOver(routeId);
          workspace.setHoveredRoute(routeId);
        },
        // What is dropped is sent before the hand counts as empty.
        onDrop: (what, position, routeId) => batch(() => drop(what, position, routeId)),
        onCancel: () => {
          letGo();
          say(t("edit.letGo"));
        },
      });
      onCleanup(() => {
        letGo();
        stop();
      });
    }),
  );

  const words = () => {
    const what = held();
    if (what === null) return note();
    const giveUp = t(isByFinger() ? "edit.giveUpByFinger" : "edit.giveUpByKey");
    if (what.kind !== "stop") return `${t("edit.mapDragEnd")} ${giveUp}`;
    const routeId = over();
    return routeId === null || routeId === openedId() ? `${t("edit.mapDrag")} ${giveUp}` : t("edit.onRoute", routeId);
  };
  return (
    <div aria-live="polite">
      <Show when={held() !== null || note() !== ""}>
        <p class={styles.bar} data-over-map>
          {words()}
        </p>
      </Show>
    </div>
  );
}
