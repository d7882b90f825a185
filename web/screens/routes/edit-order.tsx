import { createMemo, createSignal, For, Show } from "solid-js";
import { groupStops, type StopGroup } from "../../../server/contract/group-stops.ts";
import type { PlanRoute, PlanStop } from "../../../server/contract/plan.ts";
import { Announcement } from "../../design/spoken.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, routeColour } from "../../map/palette.ts";
import { beforeOf, draggedOrder, grab, stepBy } from "../../workspace/order-drag.ts";
import { routeIdsOf } from "../../workspace/pending-edits.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { createListDrag } from "./create-list-drag.ts";
import styles from "./edit-order.module.css";
import { EditGroup, EditStop, handleId } from "./edit-order-lines.tsx";

/** The stops of a route in order, to be put in another: with the pointer, with the keys, or from a menu. */
export function EditOrder(props: { readonly route: PlanRoute }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [said, setSaid] = createSignal("");
  let list: HTMLOListElement | undefined;
  const order = createMemo(() => props.route.stops.map(({ id }) => id));
  const placesOf = (count: number) => order().length - count + 1;
  const keepFocus = (stopIds: readonly string[]) =>
    queueMicrotask(() => document.getElementById(handleId(stopIds[0] ?? ""))?.focus({ preventScroll: false }));

  const hand = createListDrag({
    order,
    onDrop: (stopIds, before) => {
      setSaid("");
      workspace.handEdits.send({ kind: "move", stopIds: [...stopIds], routeId: props.route.id, before });
      keepFocus(stopIds);
    },
    onDropOnRoute: (stopIds, routeId) => workspace.handEdits.send({ kind: "insert", stopIds: [...stopIds], routeId }),
    onGrab: (drag) => {
      setSaid(t("edit.grabbed", drag.stopIds.length, drag.position + 1, placesOf(drag.stopIds.length)));
      keepFocus(drag.stopIds);
    },
    onMove: (drag) => {
      setSaid(t("edit.movedTo", drag.position + 1, placesOf(drag.stopIds.length)));
      keepFocus(drag.stopIds);
    },
    onCancel: () => {
      setSaid(t("edit.letGo"));
      const held = hand.drag()?.stopIds;
      if (held !== undefined && !hand.isByPointer()) keepFocus(held);
    },
    onHeld: workspace.setIsHeldInList,
  });

  const stopOf = createMemo(() => new Map(props.route.stops.map((stop) => [stop.id, stop])));
  /** By key the list follows the hand; by pointer it stays, and a line shows where the stops would go. */
  const groups = createMemo(() => {
    const drag = hand.drag();
    const ids = drag !== null && !hand.isByPointer() ? draggedOrder(drag, order()) : order();
    const stops = ids.flatMap((id): PlanStop | [] => stopOf().get(id) ?? []);
    return groupStops({ stops, osrm: { ...props.route.osrm, legs: [] } });
  });
  // Lines are known by name, so that the one in the hand stays the same element while others are drawn anew.
  const lines = createMemo(() =>
    groups().flatMap(({ stops }) => [`group ${stops[0]?.id}`, ...stops.map(({ id }) => `stop ${id}`)]),
  );
  const groupOf = createMemo(() => new Map(groups().map((group) => [`group ${group.stops[0]?.id}`, group])));
  const placeOf = createMemo(
    () =>
      new Map(groups().flatMap(({ stops, firstIndex }) => stops.map(({ id }, at) => [id, firstIndex + at] as const))),
  );
  const dropMark = (stopId: string) => {
    const drag = hand.drag();
    if (drag === null || !hand.isByPointer() || hand.overRoute() !== null || hand.isGivingUp()) return null;
    const before = beforeOf(drag, order());
    if (before === stopId) return "before";
    return before === null && stopId === order().at(-1) ? "after" : null;
  };
  const move = (stopIds: readonly string[], step: number) => {
    const drag = stepBy(grab(order(), stopIds), order(), step);
    workspace.handEdits.send({
      kind: "move",
      stopIds: [...drag.stopIds],
      routeId: props.route.id,
      before: beforeOf(drag, order()),
    });
  };
  const tools = {
    hand,
    list: () => list,
    move,
    canMove: (stopIds: readonly string[], step: number) => {
      const drag = grab(order(), stopIds);
      return stepBy(drag, order(), step).position !== drag.position;
    },
  };

  return (
    <>
      <ol class={styles.order} ref={list} onKeyDown={hand.onKey} aria-label={t("routes.order")}>
        <For each={lines()}>
          {(line) => (
            <Show
              when={line.startsWith("group ")}
              fallback={
                <Show when={stopOf().get(line.slice(5))}>
                  {(stop) => (
                    <EditStop
                      stop={stop()}
                      routeId={props.route.id}
                      place={(placeOf().get(stop().id) ?? 0) + 1}
                      count={order().length}
                      isHeld={hand.drag()?.stopIds.includes(stop().id) ?? false}
                      dropMark={dropMark(stop().id)}
                      tools={tools}
                    />
                  )}
                </Show>
              }
            >
              <Show when={groupOf().get(line)}>
                {(group: () => StopGroup) => <EditGroup group={group()} routeId={props.route.id} tools={tools} />}
              </Show>
            </Show>
          )}
        </For>
      </ol>
      <Show when={hand.drag() !== null && hand.isByPointer()}>
        <DropBoard routeId={props.route.id} over={hand.overRoute()} isGivingUp={hand.isGivingUp()} />
      </Show>
      <Announcement words={said()} />
    </>
  );
}

/** The other routes, to let held stops go on, and where they are let go as if nothing had been: a finger has no Escape key. */
function DropBoard(props: { readonly routeId: string; readonly over: string | null; readonly isGivingUp: boolean }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { theme } = useTheme();
  const plan = () => workspace.plan.plan()?.plan;
  const others = () => {
    const known = plan();
    return known ? routeIdsOf(known).filter((id) => id !== props.routeId) : [];
  };
  const colour = (id: string) =>
    routeColour(paletteOf(theme()), plan()?.routes.findIndex((route) => route.id === id) ?? 0);
  return (
    <div class={styles.drop} aria-hidden="true" data-drop-board>
      <Show when={others().length > 0}>
        <p>{t("edit.dropHere")}</p>
      </Show>
      <div>
        <For each={others()}>
          {(id) => (
            <span
              class={styles.chip}
              classList={{ [styles.over ?? ""]: props.over === id }}
              data-drop-route={id}
              style={{ "border-color": colour(id) }}
            >
              {id}
            </span>
          )}
        </For>
        <span class={`${styles.chip} ${styles.giveUp}`} classList={{ [styles.over ?? ""]: props.isGivingUp }}>
          {t("edit.giveUp")}
        </span>
      </div>
    </div>
  );
}
