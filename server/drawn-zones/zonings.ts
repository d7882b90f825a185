import type { Bells } from "../campaign/bells.ts";
import type { NewZoning, ZoneEdit, ZoneEditAnswer, ZoningState, ZoningVersion } from "../contract/drawn-zones.ts";
import type { TerritoryLibrary } from "../territories/territory-library.ts";
import { stepsBetween } from "./steps-between.ts";
import type { ZoneEditStore } from "./zone-edit-store.ts";
import type { StoredZoning, ZoningStore } from "./zoning-store.ts";
import { otherTerritory, tooManyVersions, tooManyZonings, unknownVersion, unknownZoning } from "./zoning-words.ts";

export interface ZoningsDeps {
  readonly library: Pick<TerritoryLibrary, "path">;
  readonly zonings: ZoningStore;
  readonly zoneEdits: ZoneEditStore;
  readonly bells: Bells;
  readonly newToken: () => string;
  readonly now: () => Date;
}

/** What is rung when a zoning changes. */
export const zoningBell = (zoningId: string) => `zoning:${zoningId}`;

const MOST_ZONINGS = 100;
const MOST_VERSIONS = 200;

/** A new zoning, empty or a copy. Throws Refusal "nothing-found", "other-territory" and "too-many-zonings". */
export async function createZoning(
  territoryName: string,
  made: NewZoning,
  deps: ZoningsDeps,
  madeBy: string | null = null,
): Promise<ZoningState> {
  deps.library.path(territoryName);
  if (made.copyOf !== null) {
    const original = await storedZoning(made.copyOf, deps);
    if (original.territoryName !== territoryName) throw otherTerritory();
  }
  const kept = await deps.zonings.list(territoryName);
  if (kept.length >= MOST_ZONINGS) throw tooManyZonings(MOST_ZONINGS);
  const id = deps.newToken();
  await deps.zonings.add({ id, territoryName, name: made.name, copyOf: made.copyOf, madeBy, at: deps.now() });
  return wholeZoning(id, deps);
}

/** Throws Refusal "nothing-found". */
export async function wholeZoning(zoningId: string, { zonings }: Pick<ZoningsDeps, "zonings">): Promise<ZoningState> {
  const state = await zonings.state(zoningId);
  if (!state) throw unknownZoning();
  return state;
}

/** Throws Refusal "nothing-found". */
export async function storedZoning(zoningId: string, { zonings }: Pick<ZoningsDeps, "zonings">): Promise<StoredZoning> {
  const zoning = await zonings.find(zoningId);
  if (!zoning) throw unknownZoning();
  return zoning;
}

/** Applies what can be applied of an edit and tells everybody who watches. Throws Refusal "nothing-found". */
export async function editZoning(zoningId: string, edit: ZoneEdit, deps: ZoningsDeps): Promise<ZoneEditAnswer> {
  const answer = await deps.zoneEdits.apply(zoningId, edit, deps.now());
  if (!answer) throw unknownZoning();
  deps.bells.ring(zoningBell(zoningId));
  return answer;
}

/** Throws Refusal "nothing-found". */
export async function renameZoning(zoningId: string, name: string, deps: ZoningsDeps): Promise<StoredZoning> {
  const zoning = await storedZoning(zoningId, deps);
  await deps.zonings.rename(zoningId, name);
  deps.bells.ring(zoningBell(zoningId));
  return { ...zoning, name };
}

/** Removing what is not there is done. */
export async function removeZoning(zoningId: string, deps: ZoningsDeps): Promise<void> {
  await deps.zonings.remove(zoningId);
  deps.bells.ring(zoningBell(zoningId));
}

/** Throws Refusal "nothing-found" and "too-many-versions". */
export async function keepVersion(zoningId: string, name: string, deps: ZoningsDeps): Promise<ZoningVersion> {
  const kept = await deps.zonings.versions(zoningId);
  if (kept.length >= MOST_VERSIONS) throw tooManyVersions(MOST_VERSIONS);
  const version = await deps.zonings.addVersion(zoningId, name, deps.now());
  if (!version) throw unknownZoning();
  return version;
}

/**
 * Makes the zones what they were in a version, as an edit: locked zones are opened for it, and are in the end what the
 * version says. Throws Refusal "nothing-found".
 */
export async function restoreVersion(
  zoningId: string,
  version: string,
  { id, editor }: Pick<ZoneEdit, "id" | "editor">,
  deps: ZoningsDeps,
): Promise<ZoneEditAnswer> {
  const state = await wholeZoning(zoningId, deps);
  const wanted = /^\d{1,9}$/.test(version) ? await deps.zonings.version(zoningId, Number(version)) : null;
  if (!wanted) throw unknownVersion(version);
  return editZoning(zoningId, { id, editor, steps: [...stepsBetween(state, wanted)] }, deps);
}
