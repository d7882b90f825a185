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
      const refused = answer.refused.filter(({ id }) => ours.has(id) && !stored.includes(id));
      await store.settle(stored, refused);
      last = answer;
      // An answer that settles nothing would be asked for without end.
      if (stored.length + refused.length === 0) return { kind: "later", problem: NOTHING_SETTLED, answer: last };
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
const NOTHING_SETTLED = new FieldProblem(200, "nothing-settled", "");
