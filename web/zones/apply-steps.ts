import { MOST_ZONES, type Zone, type ZoneRefusal, type ZoneStep } from "../../server/contract/drawn-zones.ts";
import { sameZone, type ZoningContent } from "./zoning-content.ts";

/** What became of steps: the content after them, the parts that were possible, and why the others were not. */
export interface AppliedSteps {
  readonly content: ZoningContent;
  readonly steps: readonly ZoneStep[];
  readonly refused: readonly ZoneRefusal[];
}

/**
 * Takes steps one after the other, by the rules of the server: what each says of before must still be so. A move of
 * many addresses is done for those that are where it says. The content that is given is left as it was.
 */
export function applySteps(content: ZoningContent, steps: readonly ZoneStep[]): AppliedSteps {
  const draft = { zones: [...content.zones], zoneOf: new Map(content.zoneOf) };
  const done: ZoneStep[] = [];
  const refused: ZoneRefusal[] = [];
  for (const step of steps) {
    if (step.kind === "addresses-moved") moveAddresses(draft, step, done, refused);
    else {
      const changed = changeZones(draft, step);
      if ("kind" in changed) done.push(changed);
      else refused.push(changed);
    }
  }
  return { content: done.length === 0 ? content : draft, steps: done, refused };
}

interface Draft {
  zones: Zone[];
  readonly zoneOf: Map<string, string>;
}
type Move = Extract<ZoneStep, { kind: "addresses-moved" }>;

function changeZones(draft: Draft, step: Exclude<ZoneStep, Move>): ZoneStep | ZoneRefusal {
  const zoneId = step.kind === "zone-changed" ? step.before.id : step.zone.id;
  const refuse = (reason: ZoneRefusal["reason"]): ZoneRefusal => ({ reason, zoneId, addressIds: [] });
  const now = draft.zones.find(({ id }) => id === zoneId);
  if (step.kind === "zone-added") {
    if (now !== undefined) return refuse("zone-exists");
    if (draft.zones.length >= MOST_ZONES) return refuse("too-many-zones");
    draft.zones = [...draft.zones, step.zone];
    return step;
  }
  if (now === undefined) return refuse("zone-gone");
  if (step.kind === "zone-changed") {
    if (!sameZone(step.before, now)) return refuse("zone-changed");
    draft.zones = draft.zones.map((zone) => (zone.id === zoneId ? step.after : zone));
    return step;
  }
  if (now.isLocked) return refuse("locked");
  for (const holder of draft.zoneOf.values()) if (holder === zoneId) return refuse("zone-in-use");
  draft.zones = draft.zones.filter(({ id }) => id !== zoneId);
  // As it was in the end, so that taking it back brings back its latest name.
  return { ...step, zone: now };
}

function moveAddresses(draft: Draft, step: Move, done: ZoneStep[], refused: ZoneRefusal[]): void {
  for (const end of [step.from, step.to]) {
    if (end === null) continue;
    const zone = draft.zones.find(({ id }) => id === end);
    if (zone === undefined || zone.isLocked) {
      const reason = zone === undefined ? "zone-gone" : "locked";
      refused.push({ reason, zoneId: end, addressIds: step.addressIds });
      return;
    }
  }
  const moved: string[] = [];
  const elsewhere = new Map<string | null, string[]>();
  for (const addressId of step.addressIds) {
    const holder = draft.zoneOf.get(addressId) ?? null;
    if (holder !== step.from) {
      const list = elsewhere.get(holder);
      if (list === undefined) elsewhere.set(holder, [addressId]);
      else list.push(addressId);
      continue;
    }
    moved.push(addressId);
    if (step.to === null) draft.zoneOf.delete(addressId);
    else draft.zoneOf.set(addressId, step.to);
  }
  if (moved.length > 0) done.push({ ...step, addressIds: moved });
  for (const [zoneId, addressIds] of elsewhere) refused.push({ reason: "moved-meanwhile", zoneId, addressIds });
}

/** The steps that take these back, last first. */
export function invertSteps(steps: readonly ZoneStep[]): ZoneStep[] {
  return steps.map(invertStep).reverse();
}

function invertStep(step: ZoneStep): ZoneStep {
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
