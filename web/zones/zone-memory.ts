import * as v from "valibot";
import { type ZoneEdit, ZoneSchema, type ZoneStep } from "../../server/contract/drawn-zones.ts";
import { decodeAddresses, encodeAddresses } from "./address-code.ts";
import type { DoneEdit, ZoneHistory } from "./zone-history.ts";

/** What a window must not forget when it is loaded again: what it has not sent, and what it may undo. */
export interface Remembered {
  readonly pending: readonly ZoneEdit[];
  readonly history: ZoneHistory;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;
interface Ground {
  readonly territoryVersion: string;
  readonly addressIds: readonly string[];
}

const CodeSchema = v.object({ gaps: v.string(), others: v.array(v.string()) });
const StepsSchema = v.array(
  v.variant("kind", [
    v.object({ kind: v.literal("zone-added"), zone: ZoneSchema }),
    v.object({ kind: v.literal("zone-removed"), zone: ZoneSchema }),
    v.object({ kind: v.literal("zone-changed"), before: ZoneSchema, after: ZoneSchema }),
    v.object({
      kind: v.literal("addresses-moved"),
      from: v.nullable(v.string()),
      to: v.nullable(v.string()),
      code: CodeSchema,
    }),
  ]),
);
const IndexSchema = v.object({
  ground: v.string(),
  editor: v.string(),
  pending: v.array(v.string()),
  past: v.array(v.string()),
  future: v.array(v.string()),
});

/**
 * The memory of one zoning in one window, kept in its session storage. Each edit is written once, in a few characters
 * per address; when the storage is full the oldest steps to undo go first, and what is not sent yet goes never.
 */
export function openZoneMemory(store: Store, zoningId: string, ground: Ground) {
  const base = `arpent.zoning.${zoningId}`;
  const placeOf = new Map(ground.addressIds.map((addressId, place) => [addressId, place]));
  const written = new Map<string, readonly ZoneStep[]>();

  const write = (prefix: "sent" | "done", { id, steps }: DoneEdit) => {
    const key = `${base}.${prefix}.${id}`;
    if (written.get(key) === steps) return;
    store.setItem(key, JSON.stringify(steps.map(encodeStep)));
    written.set(key, steps);
  };
  const encodeStep = (step: ZoneStep) =>
    step.kind === "addresses-moved"
      ? { kind: step.kind, from: step.from, to: step.to, code: encodeAddresses(step.addressIds, placeOf) }
      : step;
  const read = (prefix: "sent" | "done", id: string): DoneEdit[] => {
    const steps = parse(StepsSchema, store.getItem(`${base}.${prefix}.${id}`));
    if (steps === null) return [];
    const decoded = steps.map((step): ZoneStep => {
      if (step.kind !== "addresses-moved") return step;
      const { code, ...move } = step;
      return { ...move, addressIds: decodeAddresses(code, ground.addressIds) };
    });
    written.set(`${base}.${prefix}.${id}`, decoded);
    return [{ id, steps: decoded }];
  };
  const forgetOthers = (kept: ReadonlySet<string>) => {
    for (const key of [...written.keys()].filter((one) => !kept.has(one))) {
      store.removeItem(key);
      written.delete(key);
    }
  };

  return {
    /** Nothing when the window was never here, or the territory has been built again since. */
    load: (): Remembered => {
      const index = parse(IndexSchema, store.getItem(base));
      if (index === null || index.ground !== ground.territoryVersion) return NOTHING;
      return {
        pending: index.pending.flatMap((id) =>
          read("sent", id).map((edit) => ({ ...edit, editor: index.editor, steps: [...edit.steps] })),
        ),
        history: {
          past: index.past.flatMap((id) => read("done", id)),
          future: index.future.flatMap((id) => read("done", id)),
        },
      };
    },
    save: ({ pending, history }: Remembered, editor: string): void => {
      let past = history.past;
      for (;;) {
        const done = [...past, ...history.future];
        forgetOthers(
          new Set([...pending.map(({ id }) => `${base}.sent.${id}`), ...done.map(({ id }) => `${base}.done.${id}`)]),
        );
        try {
          for (const edit of pending) write("sent", edit);
          for (const edit of done) write("done", edit);
          const ids = (list: readonly DoneEdit[]) => list.map(({ id }) => id);
          const index = {
            ground: ground.territoryVersion,
            editor,
            pending: ids(pending),
            past: ids(past),
            future: ids(history.future),
          };
          store.setItem(base, JSON.stringify(index));
          return;
        } catch {
          // The storage is full or refused: without the older half there may be room.
          if (past.length === 0) return;
          past = past.slice(Math.ceil(past.length / 2));
        }
      }
    },
  };
}

export type ZoneMemory = ReturnType<typeof openZoneMemory>;

/** The storage of this window; where it is refused (policy), one that forgets with the page. */
export function windowStore(): Store {
  try {
    return window.sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  }
}

const NOTHING: Remembered = { pending: [], history: { past: [], future: [] } };

/** Null for what is not there or was written by another version of the program. */
function parse<Schema extends v.GenericSchema>(schema: Schema, text: string | null): v.InferOutput<Schema> | null {
  if (text === null) return null;
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
