/**
 * A queue of nodes by key: a 4-ary heap with decrease-key, in typed arrays made once and reused. Keys lie beside the
 * nodes in heap order, so that sifting reads neighbouring memory. Nodes of equal key leave in an order that depends on
 * the calls alone.
 */
export interface NodeHeap {
  /** Puts a node in, or moves it forward when it waits with a greater key. */
  put(node: number, key: number): void;
  /** Takes out the node of the least key, -1 when none waits. */
  take(): number;
  clear(): void;
}

export function createNodeHeap(nodeCount: number): NodeHeap {
  const nodes = new Int32Array(nodeCount);
  const keys = new Float64Array(nodeCount);
  /** Where a node waits; what it says of a node that does not wait is never believed. */
  const place = new Int32Array(nodeCount);
  let size = 0;

  const put = (node: number, key: number): void => {
    let at = place[node] ?? 0;
    if (at >= size || nodes[at] !== node) at = size++;
    while (at > 0) {
      const parentAt = (at - 1) >> 2;
      const parentKey = keys[parentAt] ?? 0;
      if (parentKey <= key) break;
      const parent = nodes[parentAt] ?? 0;
      nodes[at] = parent;
      keys[at] = parentKey;
      place[parent] = at;
      at = parentAt;
    }
    nodes[at] = node;
    keys[at] = key;
    place[node] = at;
  };

  const take = (): number => {
    if (size === 0) return -1;
    const first = nodes[0] ?? 0;
    size--;
    if (size === 0) return first;
    const node = nodes[size] ?? 0;
    const key = keys[size] ?? 0;
    let at = 0;
    for (let child = 1; child < size; child = 4 * at + 1) {
      let best = child;
      let bestKey = keys[child] ?? 0;
      const end = Math.min(child + 4, size);
      for (let sibling = child + 1; sibling < end; sibling++) {
        const siblingKey = keys[sibling] ?? 0;
        if (siblingKey < bestKey) {
          best = sibling;
          bestKey = siblingKey;
        }
      }
      if (bestKey >= key) break;
      const moved = nodes[best] ?? 0;
      nodes[at] = moved;
      keys[at] = bestKey;
      place[moved] = at;
      at = best;
    }
    nodes[at] = node;
    keys[at] = key;
    place[node] = at;
    return first;
  };

  return {
    put,
    take,
    clear: () => {
      size = 0;
    },
  };
}
