import { type EventsAnswer, FIELD_BOUNDS, FIELD_VERSION } from "../../../server/contract/field-events.ts";
import { type FieldClient, FieldProblem } from "../field-client.ts";
import type { FieldStore, Waiting } from "../keep/field-store.ts";

/** How an attempt to send everything that waits ended. The answer is the last one that came. */
export type Sending =
  | { readonly kind: "sent"; readonly answer: EventsAnswer | null }
  | { readonly kind: "later"; readonly problem: FieldProblem; readonly answer: EventsAnswer | null };

interface SendingTools {
  readonly store: Pick<FieldStore, "waiting" | "settle" | "deviceId">;
  readonly client: Pick<FieldClient, "send">;
  readonly now: () => Date;
}

/**
 * Sends what waits of one link, oldest first, batch by batch. An event leaves the outbox only when an answer to a
 * batch that held it says that it is stored: whatever else happens it is sent again, which changes nothing.
 */
export async function sendWaiting({ store, client, now }: SendingTools, token: string): Promise<Sending> {
  let most: number = FIELD_BOUNDS.events;
  let last: EventsAnswer | null = null;
  for (;;) {
    const batch = (await store.waiting(token)).filter(({ refusal }) => refusal === null).slice(0, most);
    if (batch.length === 0) return { kind: "sent", answer: last };
    try {
      const answer = await client.send(token, await batchOf(batch));
      const ours = new Set(batch.map(({ id }) => id));
      const stored = answer.stored.filter((id) => ours.has(id));
      const notStored = answer.refused.filter(({ id }) => ours.has(id) && !stored.includes(id));
      const refused = notStored.filter(({ code }) => !FOR_NOW.has(code));
      await store.settle(stored, refused);
      last = answer;
      // What is left of a batch would be in the next one again, without end.
      if (stored.length + refused.length < batch.length) {
        const told = notStored.find(({ code }) => FOR_NOW.has(code));
        return {
          kind: "later",
          problem: new FieldProblem(200, told?.code ?? "not-settled", told?.message ?? ""),
          answer,
        };
      }
    } catch (failure) {
      if (!(failure instanceof FieldProblem)) throw failure;
      if (failure.status === TOO_LARGE && batch.length > 1) most = Math.ceil(batch.length / 4);
      else return { kind: "later", problem: failure, answer: last };
    }
  }

  async function batchOf(batch: readonly Waiting[]) {
    return {
      version: FIELD_VERSION,
      deviceId: await store.deviceId(),
      sentAt: now().toISOString(),
      events: batch.map(({ event }) => event),
    };
  }
}

const TOO_LARGE = 413;
/** A server that is older than this page will take it once it is of today. */
const FOR_NOW: ReadonlySet<string> = new Set(["newer-version", "unknown-kind"]);
