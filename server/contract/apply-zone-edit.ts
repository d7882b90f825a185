import { MOST_ZONES, sameZone, type Zone, type ZoneRefusal, type ZoneStep } from "./drawn-zones.ts";

/** Zones as they are, or as much of them as an edit is about. `applyZoneSteps` writes into its maps. */
export interface ZoneBoard {
  readonly zones: Map<string, Zone>;
  /** Zone of every address that the steps name and that has one. */
  readonly zoneOf: Map<string, string>;
  /** Addresses of each zone, those that the steps do not name included; a zone without any may be missing. */
  readonly sizes: Map<string, number>;
}

export interface AppliedSteps {
  /** What was applied: steps as asked for, or the part of them that could be. */
  readonly steps: readonly ZoneStep[];
  readonly refused: readonly ZoneRefusal[];
}

/**
 * Applies the steps in order. A step takes effect where what it says of the time before still holds, and nowhere else:
 * of two who edit at once, nobody's work is overwritten. Steps that leave everything as it was are left out.
 */
export function applyZoneSteps(board: ZoneBoard, steps: readonly ZoneStep[]): AppliedSteps {
  const applied: ZoneStep[] = [];
  const refused: ZoneRefusal[] = [];
  for (const step of steps) {
    const outcome = applyStep(board, step);
    applied.push(...outcome.steps);
    refused.push(...outcome.refused);
  }
  return { steps: applied, refused };
}

/** Steps that take the given ones back, to be applied to what these made. */
export function invertZoneSteps(steps: readonly ZoneStep[]): readonly ZoneStep[] {
  return steps.map(inverse).reverse();
}

/** The board of a whole zoning. Takes as long as it has addresses. */
export function boardOf(zones: readonly Zone[], addressIds: Readonly<Record<string, readonly string[]>>): ZoneBoard {
  const board: ZoneBoard = {
    zones: new Map(zones.map((zone) => [zone.id, zone])),
    zoneOf: new Map(),
    sizes: new Map(),
  };
  for (const [zoneId, ids] of Object.entries(addressIds)) {
    for (const id of ids) board.zoneOf.set(id, zoneId);
    board.sizes.set(zoneId, ids.length);
  }
  return board;
}

function inverse(step: ZoneStep): ZoneStep {
  switch (step.kind) {
    case "zone-added":
      return { kind: "zone-removed", zone: step.zone };
    case "zone-removed":
      return { kind: "zone-added", zone: step.zone };
    case "zone-changed":
      return { kind: "zone-changed", before: step.after, after: step.before };
    case "addresses-moved":
      return { ...step, from: step.to, to: step.from };
  }
}

function applyStep(board: ZoneBoard, step: ZoneStep): AppliedSteps {
  switch (step.kind) {
    case "zone-added": {
      if (board.zones.has(step.zone.id)) return refuse("zone-exists", step.zone.id);
      if (board.zones.size >= MOST_ZONES) return refuse("too-many-zones", step.zone.id);
      board.zones.set(step.zone.id, step.zone);
      return taken(step);
    }
    case "zone-removed": {
      const { id } = step.zone;
      const present = board.zones.get(id);
      if (!present) return refuse("zone-gone", id);
      if (present.isLocked) return refuse("locked", id);
      if ((board.sizes.get(id) ?? 0) > 0) return refuse("zone-in-use", id);
      board.zones.delete(id);
      // As it is, not as it was when somebody thought of removing it: taking this back brings that zone back.
      return taken({ kind: "zone-removed", zone: present });
    }
    case "zone-changed":
      return changeZone(board, step);
    case "addresses-moved":
      return moveAddresses(board, step);
  }
}

type Changed = Extract<ZoneStep, { readonly kind: "zone-changed" }>;
type Moved = Extract<ZoneStep, { readonly kind: "addresses-moved" }>;

/** Field by field: one may rename a zone while another locks it. */
function changeZone(board: ZoneBoard, { before, after }: Changed): AppliedSteps {
  const present = board.zones.get(before.id);
  if (!present || after.id !== before.id) return refuse("zone-gone", before.id);
  const isContested = (field: "name" | "colour" | "isLocked") =>
    before[field] !== after[field] && present[field] !== before[field] && present[field] !== after[field];
  if (isContested("name") || isContested("colour") || isContested("isLocked")) return refuse("zone-changed", before.id);
  const changed: Zone = {
    id: present.id,
    name: before.name === after.name ? present.name : after.name,
    colour: before.colour === after.colour ? present.colour : after.colour,
    isLocked: before.isLocked === after.isLocked ? present.isLocked : after.isLocked,
  };
  board.zones.set(changed.id, changed);
  return sameZone(present, changed) ? NOTHING : taken({ kind: "zone-changed", before: present, after: changed });
}

function moveAddresses(board: ZoneBoard, { from, to, addressIds }: Moved): AppliedSteps {
  if (from === to) return NOTHING;
  for (const zoneId of [to, from]) {
    if (zoneId === null) continue;
    const zone = board.zones.get(zoneId);
    if (!zone) return refuse("zone-gone", zoneId, addressIds);
    if (zone.isLocked) return refuse("locked", zoneId, addressIds);
  }
  const moved: string[] = [];
  const elsewhere = new Map<string | null, string[]>();
  for (const id of new Set(addressIds)) {
    const now = board.zoneOf.get(id) ?? null;
    if (now === to) continue;
    if (now === from) moved.push(id);
    else push(elsewhere, now, id);
  }
  for (const id of moved) {
    if (to === null) board.zoneOf.delete(id);
    else board.zoneOf.set(id, to);
  }
  if (from !== null) board.sizes.set(from, (board.sizes.get(from) ?? 0) - moved.length);
  if (to !== null) board.sizes.set(to, (board.sizes.get(to) ?? 0) + moved.length);
  return {
    steps: moved.length > 0 ? [{ kind: "addresses-moved", from, to, addressIds: moved }] : [],
    refused: [...elsewhere].map(([zoneId, ids]) => ({ reason: "moved-meanwhile", zoneId, addressIds: ids })),
  };
}

const NOTHING: AppliedSteps = { steps: [], refused: [] };

function taken(step: ZoneStep): AppliedSteps {
  return { steps: [step], refused: [] };
}

function refuse(reason: ZoneRefusal["reason"], zoneId: string, addressIds: readonly string[] = []): AppliedSteps {
  return { steps: [], refused: [{ reason, zoneId, addressIds: [...addressIds] }] };
}

function push(lists: Map<string | null, string[]>, key: string | null, id: string): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
