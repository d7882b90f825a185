import type { ZoneEditEvent } from "../contract/drawn-zones.ts";
import type { SentEvent } from "../http/stream-events.ts";
import { type ZoningsDeps, zoningBell } from "./zonings.ts";

/**
 * What happens to a zoning after a revision, until it is removed or the reader has left, without a gap. *edit* is a
 * ZoneEditEvent with the revision as its id; *renamed* has the name, first as it is now: it has no revision, and who was away
 * may have missed it; *reload*: more edits were missed than are kept, the
 * whole zoning is to be read again; *removed*. The last two end the stream.
 */
export async function* zoneEvents(
  zoningId: string,
  afterRevision: number,
  signal: AbortSignal,
  deps: Pick<ZoningsDeps, "zonings" | "zoneEdits" | "bells">,
): AsyncGenerator<SentEvent> {
  let seen = afterRevision;
  let name: string | null = null;
  while (!signal.aborted) {
    // Listened for before it is looked at: what happens between the two is not missed.
    const bell = deps.bells.heard(zoningBell(zoningId), signal);
    const zoning = await deps.zonings.find(zoningId);
    if (!zoning) return yield { event: "removed", data: "{}" };
    if (zoning.name !== name) yield { event: "renamed", data: JSON.stringify({ name: zoning.name }) };
    name = zoning.name;
    // A revision of the future is one of a zoning that was put back from a copy.
    const edits = seen <= zoning.revision ? await deps.zoneEdits.after(zoningId, seen) : null;
    if (!edits || (edits.length === 0 && seen < zoning.revision)) return yield { event: "reload", data: "{}" };
    for (const edit of edits) {
      yield { event: "edit", id: String(edit.revision), data: JSON.stringify(edit satisfies ZoneEditEvent) };
      seen = edit.revision;
    }
    if (edits.length === 0) await bell;
  }
}
