/** Stops held in the hand, and the place among the others where they would be put down. */
export interface OrderDrag {
  readonly stopIds: readonly string[];
  /** Position among the stops that stay. */
  readonly position: number;
}

/** Picks stops up where the first of them is. */
export function grab(order: readonly string[], stopIds: readonly string[]): OrderDrag {
  const held = new Set(stopIds);
  const first = order.findIndex((id) => held.has(id));
  return { stopIds: order.filter((id) => held.has(id)), position: Math.max(0, first) };
}

/** One place further on, or back; at an end nothing happens. */
export function stepBy(drag: OrderDrag, order: readonly string[], step: number): OrderDrag {
  const last = order.length - drag.stopIds.length;
  return { ...drag, position: Math.min(last, Math.max(0, drag.position + step)) };
}

/** Over the place before a stop, or at the end. Over a stop that is held, nothing changes. */
export function dragBefore(drag: OrderDrag, order: readonly string[], stopId: string | null): OrderDrag {
  if (stopId !== null && drag.stopIds.includes(stopId)) return drag;
  const rest = restOf(drag, order);
  return { ...drag, position: stopId === null ? rest.length : Math.max(0, rest.indexOf(stopId)) };
}

/** The order as it would be. */
export function draggedOrder(drag: OrderDrag, order: readonly string[]): readonly string[] {
  const rest = restOf(drag, order);
  return [...rest.slice(0, drag.position), ...drag.stopIds, ...rest.slice(drag.position)];
}

/** The stop that the held ones would come before; null at the end. */
export function beforeOf(drag: OrderDrag, order: readonly string[]): string | null {
  return restOf(drag, order)[drag.position] ?? null;
}

function restOf({ stopIds }: OrderDrag, order: readonly string[]): readonly string[] {
  return order.filter((id) => !stopIds.includes(id));
}
