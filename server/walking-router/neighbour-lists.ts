/**
 * The neighbours of each node with the effort and the climb of going there, as linked lists in one growing pool. A
 * freed entry is used again. Entries are numbers; -1 ends a list. Fields are read and written in place.
 */
export interface NeighbourLists {
  readonly first: Int32Array;
  /** Number of neighbours of each node. */
  readonly count: Int32Array;
  next: Int32Array;
  neighbour: Int32Array;
  effort: Float64Array;
  rise: Float64Array;
  used: number;
  /** First of the freed entries, -1 when there is none. */
  free: number;
}

export function createNeighbourLists(nodeCount: number, capacity: number): NeighbourLists {
  return {
    first: new Int32Array(nodeCount).fill(-1),
    count: new Int32Array(nodeCount),
    next: new Int32Array(capacity),
    neighbour: new Int32Array(capacity),
    effort: new Float64Array(capacity),
    rise: new Float64Array(capacity),
    used: 0,
    free: -1,
  };
}

export function addNeighbour(
  lists: NeighbourLists,
  node: number,
  neighbour: number,
  effort: number,
  rise: number,
): number {
  let entry = lists.free;
  if (entry >= 0) lists.free = lists.next[entry] ?? -1;
  else {
    reserve(lists, 1);
    entry = lists.used++;
  }
  lists.next[entry] = lists.first[node] ?? -1;
  lists.first[node] = entry;
  lists.neighbour[entry] = neighbour;
  lists.effort[entry] = effort;
  lists.rise[entry] = rise;
  lists.count[node] = (lists.count[node] ?? 0) + 1;
  return entry;
}

/** Takes a neighbour off the list of a node; its entry, whose effort and rise stay readable until the next is added. */
export function removeNeighbour(lists: NeighbourLists, node: number, neighbour: number): number {
  let before = -1;
  for (let entry = lists.first[node] ?? -1; entry >= 0; entry = lists.next[entry] ?? -1) {
    if (lists.neighbour[entry] === neighbour) {
      const after = lists.next[entry] ?? -1;
      if (before < 0) lists.first[node] = after;
      else lists.next[before] = after;
      lists.next[entry] = lists.free;
      lists.free = entry;
      lists.count[node] = (lists.count[node] ?? 0) - 1;
      return entry;
    }
    before = entry;
  }
  return -1;
}

/** Gives back the whole list of a node. */
export function clearNeighbours(lists: NeighbourLists, node: number): void {
  for (let entry = lists.first[node] ?? -1; entry >= 0; ) {
    const after = lists.next[entry] ?? -1;
    lists.next[entry] = lists.free;
    lists.free = entry;
    entry = after;
  }
  lists.first[node] = -1;
  lists.count[node] = 0;
}

/** Less effort is better; for equal effort, less climb. */
export function isBetter(effort: number, rise: number, thanEffort: number, thanRise: number): boolean {
  return effort < thanEffort || (effort === thanEffort && rise < thanRise);
}

/** Makes sure that so many can be added without the arrays being replaced by larger ones. */
export function reserve(lists: NeighbourLists, added: number): void {
  if (lists.used + added <= lists.next.length) return;
  const capacity = 2 * lists.next.length + added;
  lists.next = enlarged(lists.next, new Int32Array(capacity));
  lists.neighbour = enlarged(lists.neighbour, new Int32Array(capacity));
  lists.effort = enlarged(lists.effort, new Float64Array(capacity));
  lists.rise = enlarged(lists.rise, new Float64Array(capacity));
}

function enlarged<Numbers extends Int32Array | Float64Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
