import { type Accessor, createEffect, createSignal, on, untrack } from "solid-js";
import type { PlanState } from "../../server/contract/territories.ts";
import { editsIn, type HeardEdits, hasOthers, revisionOf } from "./recent-edits.ts";

interface WatchedPlan {
  readonly plan: Accessor<PlanState | null>;
  readonly openedId: Accessor<string | undefined>;
  readonly heard: Accessor<HeardEdits>;
  readonly reload: () => void;
  /** Whether the plan is not to be read now: an answer is on its way, or a hand holds something of it. */
  readonly isKept: Accessor<boolean>;
  /** Whether a refusal tells of the others already. */
  readonly isOutrun: Accessor<boolean>;
}

/** What others edit in the open plan: the plan is read again when it is heard of, and told once it is shown. */
export function createOthersEdits({ plan, openedId, heard, reload, isKept, isOutrun }: WatchedPlan) {
  const [isOthers, setIsOthers] = createSignal(false);
  /** The revision that a refusal says somebody has come to, at least. */
  const [outrunTo, setOutrunTo] = createSignal(0);
  /** Ids of all that this window has sent. */
  const own = new Set<string>();
  /** Read again no more than once for each revision that is heard of. */
  let askedFor = 0;
  /** The revision that was shown last: what is read after it and is not this window's own was made by others. */
  let seen = 0;

  createEffect(
    on(openedId, () => {
      setIsOthers(false);
      setOutrunTo(0);
      askedFor = 0;
      seen = revisionOf(untrack(plan));
    }),
  );
  createEffect(() => {
    const known = Math.max(heard().revision, outrunTo());
    if (plan()?.plan == null || isKept() || known <= Math.max(revisionOf(plan()), askedFor)) return;
    askedFor = known;
    reload();
  });
  createEffect(() => {
    const read = editsIn(plan());
    if (read.revision <= seen) return;
    if (hasOthers(read, seen, own) && !untrack(isOutrun)) setIsOthers(true);
    seen = read.revision;
  });

  return {
    isOthers,
    /** An edit is sent: what others did before is known to who edits upon it. */
    noteSent: (editId: string) => {
      own.add(editId);
      setIsOthers(false);
    },
    /** This window's own edit has brought the plan there. */
    noteAnswer: (revision: number) => {
      seen = Math.max(seen, revision);
    },
    noteOutrun: (basedOn: number) => {
      // What is on its way may be older than what outran this edit.
      askedFor = Math.min(askedFor, basedOn);
      setOutrunTo(basedOn + 1);
    },
  };
}
