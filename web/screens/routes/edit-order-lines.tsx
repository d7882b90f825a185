import { Show } from "solid-js";
import { numberRange, type StopGroup } from "../../../server/contract/group-stops.ts";
import type { PlanStop } from "../../../server/contract/plan.ts";
import { Icon } from "../../design/icon.tsx";
import { Menu } from "../../design/menu.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { routeIdsOf } from "../../workspace/pending-edits.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { createListDrag } from "./create-list-drag.ts";
import styles from "./edit-order.module.css";
import { StopDoors } from "./stop-doors.tsx";

export interface OrderTools {
  readonly hand: ReturnType<typeof createListDrag>;
  readonly list: () => HTMLElement | undefined;
  readonly move: (stopIds: readonly string[], step: number) => void;
  readonly canMove: (stopIds: readonly string[], step: number) => boolean;
}

export function handleId(stopId: string): string {
  return `handle-${stopId}`;
}

/** One address: a handle, what it is, and what can be done with it. */
export function EditStop(props: {
  readonly stop: PlanStop;
  readonly routeId: string;
  readonly place: number;
  readonly count: number;
  readonly isHeld: boolean;
  readonly dropMark: "before" | "after" | null;
  readonly tools: OrderTools;
}) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const isLocked = () => workspace.plan.plan()?.plan?.edited?.lockedStops.includes(props.stop.id) ?? false;
  const isPending = () => workspace.handEdits.pendingRoutes().has(props.routeId);
  return (
    <li
      class={styles.stop}
      classList={{
        [styles.held ?? ""]: props.isHeld,
        [styles.hovered ?? ""]: workspace.hoveredStop() === props.stop.id,
      }}
      data-stop-id={props.stop.id}
      data-drop={props.dropMark}
      onPointerEnter={() => workspace.setHoveredStop(props.stop.id)}
      onPointerLeave={() => workspace.setHoveredStop(null)}
    >
      <Handle
        id={handleId(props.stop.id)}
        label={t("edit.handle", props.stop.address, props.place, props.count)}
        stopIds={[props.stop.id]}
        isHeld={props.isHeld}
        tools={props.tools}
      />
      <span class={styles.number}>{props.place}</span>
      <span class={styles.name}>
        <strong>{props.stop.number || props.stop.address}</strong>
        <small>
          <StopDoors stop={props.stop} />
        </small>
      </span>
      <small class={styles.time} classList={{ [styles.pending ?? ""]: isPending() }}>
        {isPending() ? "…" : formats().duration(props.stop.arrivalSeconds)}
      </small>
      <button
        type="button"
        class={styles.lock}
        aria-pressed={isLocked()}
        aria-label={t("edit.lockStop", props.stop.address)}
        title={isLocked() ? t("edit.unlock") : t("edit.lock")}
        onClick={() =>
          workspace.handEdits.send({ kind: "lock-stops", stopIds: [props.stop.id], isLocked: !isLocked() })
        }
      >
        <Icon name={isLocked() ? "lock" : "unlock"} />
      </button>
      <StopMenu name={props.stop.address} stopIds={[props.stop.id]} routeId={props.routeId} tools={props.tools} />
    </li>
  );
}

/** The heading of a run of addresses on one side of a street, which moves all of them. */
export function EditGroup(props: { readonly group: StopGroup; readonly routeId: string; readonly tools: OrderTools }) {
  const { t } = useLanguage();
  const side = () =>
    props.group.side === null ? "" : props.group.side === "even" ? t("routes.even") : t("routes.odd");
  const street = () => (props.group.street === "" ? t("routes.noStreet") : props.group.street);
  /** With its numbers: a street that is walked in two goes has two groups. */
  const spoken = () => [street(), side(), numberRange(props.group)].filter(Boolean).join(", ");
  const stopIds = () => props.group.stops.map(({ id }) => id);
  return (
    <li class={styles.group}>
      <Show when={props.group.stops.length > 1} fallback={<span />}>
        <Handle
          id={`handle-group-${stopIds()[0]}`}
          label={t("edit.handleGroup", spoken(), props.group.stops.length)}
          stopIds={stopIds()}
          isHeld={false}
          tools={props.tools}
        />
      </Show>
      <span class={styles.street}>
        {street()}
        <small>
          {[side(), props.group.stops.length > 1 ? numberRange(props.group) : ""].filter(Boolean).join(", ")}
        </small>
      </span>
      <Show when={props.group.stops.length > 1}>
        <StopMenu name={spoken()} stopIds={stopIds()} routeId={props.routeId} tools={props.tools} />
      </Show>
    </li>
  );
}

function Handle(props: {
  readonly id: string;
  readonly label: string;
  readonly stopIds: readonly string[];
  readonly isHeld: boolean;
  readonly tools: OrderTools;
}) {
  return (
    <button
      type="button"
      id={props.id}
      class={styles.handle}
      aria-label={props.label}
      aria-pressed={props.isHeld}
      onPointerDown={(event) => {
        const list = props.tools.list();
        if (list !== undefined) props.tools.hand.grabByPointer(event, list, props.stopIds);
      }}
      onClick={(event) => {
        // A press of a key, or of a screen reader: a pointer has been seen to already.
        if (event.detail === 0 && props.tools.hand.drag() === null) props.tools.hand.grabByKey(props.stopIds);
      }}
    >
      <Icon name="grip" />
    </button>
  );
}

function StopMenu(props: {
  readonly name: string;
  readonly stopIds: readonly string[];
  readonly routeId: string;
  readonly tools: OrderTools;
}) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const plan = () => workspace.plan.plan()?.plan;
  const { send } = workspace.handEdits;
  const empty = () => plan()?.edited?.emptyRoutes ?? [];
  const others = () => {
    const known = plan();
    return known ? routeIdsOf(known).filter((id) => id !== props.routeId) : [];
  };
  const areLocked = () => props.stopIds.every((id) => plan()?.edited?.lockedStops.includes(id));
  return (
    <Menu
      label={t("edit.menu", props.name)}
      icon="dots"
      groups={[
        {
          choices: [
            {
              label: t("edit.up"),
              isDisabled: !props.tools.canMove(props.stopIds, -1),
              onChoose: () => props.tools.move(props.stopIds, -1),
            },
            {
              label: t("edit.down"),
              isDisabled: !props.tools.canMove(props.stopIds, 1),
              onChoose: () => props.tools.move(props.stopIds, 1),
            },
            {
              label: areLocked() ? t("edit.unlock") : t("edit.lock"),
              onChoose: () => send({ kind: "lock-stops", stopIds: [...props.stopIds], isLocked: !areLocked() }),
            },
            { label: t("edit.takeOut"), onChoose: () => send({ kind: "take-out", stopIds: [...props.stopIds] }) },
          ],
        },
        ...(others().length === 0
          ? []
          : [
              {
                heading: t("edit.moveTo"),
                choices: others().map((id) => ({
                  label: t("edit.toRoute", id, empty().includes(id)),
                  onChoose: () => send({ kind: "insert", stopIds: [...props.stopIds], routeId: id }),
                })),
              },
            ]),
      ]}
    />
  );
}
