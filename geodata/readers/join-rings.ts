/** A member of a relation: the nodes of one way, and what the relation says it is. */
export interface RingLine {
  readonly wayId: number;
  readonly role: string;
  readonly nodes: ArrayLike<number>;
}

/** A closed border: the first node comes again at the end. */
export interface Ring {
  readonly nodes: readonly number[];
  /** Roles of the ways it was joined from. */
  readonly roles: ReadonlySet<string>;
}

export interface JoinedRings {
  readonly rings: readonly Ring[];
  /** Ways that belong to no closed border. `node` is an end where no other way goes on. */
  readonly open: readonly { readonly wayId: number; readonly node: number }[];
}

/**
 * Joins ways end to end into rings, in any order and direction.
 *
 * A walk goes on over unused ways. When it comes back to a node that it has passed, the loop since then is cut off as
 * a ring; when it can go no further, its last way is open and the walk steps back. Every way is walked once, so the
 * work is linear. Where several rings meet in one node, the loops may be other ones than the mapper's, but the ground
 * they enclose by the even-odd rule is the same.
 */
export function joinRings(lines: readonly RingLine[]): JoinedRings {
  const rings: Ring[] = [];
  const open: { wayId: number; node: number }[] = [];
  const linesAtNode = new Map<number, number[]>();
  for (const [index, { nodes, role, wayId }] of lines.entries()) {
    const first = nodes[0];
    const last = nodes[nodes.length - 1];
    if (first === undefined || last === undefined) continue;
    if (first === last) {
      if (nodes.length >= 4) rings.push({ nodes: Array.from(nodes), roles: new Set([role]) });
      else open.push({ wayId, node: first });
      continue;
    }
    for (const end of [first, last]) linesAtNode.set(end, [...(linesAtNode.get(end) ?? []), index]);
  }

  const used = new Set<number>();
  for (const start of linesAtNode.keys()) walk(start);
  return { rings, open };

  function walk(start: number): void {
    const path: Step[] = [];
    /** How many steps led to a node when the walk came there. */
    const depthAt = new Map([[start, 0]]);
    let node = start;
    for (;;) {
      const next = unusedLineAt(node);
      if (next !== null) {
        used.add(next.index);
        path.push({ line: next.line, from: node });
        node = otherEnd(next.line, node);
        const depth = depthAt.get(node);
        if (depth === undefined) {
          depthAt.set(node, path.length);
          continue;
        }
        const loop = path.splice(depth);
        for (const step of loop.slice(1)) depthAt.delete(step.from);
        rings.push(ringOf(loop));
        continue;
      }
      const dead = path.pop();
      if (dead === undefined) return;
      open.push({ wayId: dead.line.wayId, node });
      depthAt.delete(node);
      node = dead.from;
    }
  }

  function unusedLineAt(node: number): { index: number; line: RingLine } | null {
    const candidates = linesAtNode.get(node);
    for (let index = candidates?.pop(); index !== undefined; index = candidates?.pop()) {
      const line = lines[index];
      if (line !== undefined && !used.has(index)) return { index, line };
    }
    return null;
  }
}

interface Step {
  readonly line: RingLine;
  readonly from: number;
}

function otherEnd({ nodes }: RingLine, node: number): number {
  const first = nodes[0] ?? node;
  return first === node ? (nodes[nodes.length - 1] ?? node) : first;
}

function ringOf(loop: readonly Step[]): Ring {
  const nodes: number[] = [];
  for (const { line, from } of loop) {
    const forward = Array.from(line.nodes);
    const walked = forward[0] === from ? forward : forward.reverse();
    nodes.push(...(nodes.length === 0 ? walked : walked.slice(1)));
  }
  return { nodes, roles: new Set(loop.map(({ line }) => line.role)) };
}
