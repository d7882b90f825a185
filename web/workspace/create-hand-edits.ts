import { type Accessor, batch, createEffect, createMemo, createSignal, on } from "solid-js";
import type { PlanEdit, RepairReport } from "../../server/contract/plan-edit.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import { type ApiProblem, isUndecided } from "../api/api-problem.ts";
import { askBeforeLeaving } from "../api/ask-before-leaving.ts";
import type { Client } from "../api/client.ts";
import { asProblem } from "../api/create-load.ts";
import { createOthersEdits } from "./create-others-edits.ts";
import { type EditDifferences, editDifferences, NO_DIFFERENCES } from "./edit-differences.ts";
import { showPending, takeAnswer } from "./pending-edits.ts";
import { type HeardEdits, isIn, revisionOf } from "./recent-edits.ts";

interface EditedPlan {
  readonly plan: Accessor<PlanState | null>;
  readonly update: (change: (state: PlanState) => PlanState) => void;
  readonly reload: () => void;
  /** What somebody has brought the plan to, as far as is heard. */
  readonly heard: Accessor<HeardEdits>;
  /** Whether a hand holds something of it: what it aims at has to stay where it is. */
  readonly isHeld: Accessor<boolean>;
  /** An id that no other edit has. */
  readonly newId: () => string;
}

/** An edit under the id that it keeps however often it is sent: the server applies it once. */
interface SentEdit {
  readonly id: string;
  readonly edit: PlanEdit;
}

/** What went wrong with an edit, and the edit itself when it can be tried again on what the plan is by now. */
export interface EditProblem extends SentEdit {
  readonly problem: ApiProblem;
  readonly isOutrun: boolean;
  /** Nobody has said whether it was made: it waits to be sent again. */
  readonly isUnanswered: boolean;
}

/** An edit that was made: which routes it drew again, and what else it changed. */
export interface DoneHandEdit {
  readonly kind: PlanEdit["kind"];
  readonly routeIds: readonly string[];
  readonly differences: EditDifferences;
  /** Its answer was lost: all that is known is that the plan has it. */
  readonly isFoundMade: boolean;
}

/**
 * Edits of the open plan by hand. Each is sent when the one before has been answered, since it is based on its revision;
 * all of them are shown at once.
 */
export function createHandEdits(api: Pick<Client, "editPlan" | "rehearseEdit">, edited: EditedPlan) {
  const { plan, update, reload, heard, isHeld, newId } = edited;
  const [queue, setQueue] = createSignal<readonly SentEdit[]>([]);
  const [problem, setProblem] = createSignal<EditProblem | null>(null);
  const [repair, setRepair] = createSignal<RepairReport | null>(null);
  const [last, setLast] = createSignal<DoneHandEdit | null>(null);
  let isSending = false;

  // A memo: the plan itself changes with every answer.
  const openedId = createMemo(() => plan()?.id);
  createEffect(
    on(openedId, () =>
      batch(() => {
        setQueue([]);
        setProblem(null);
        setRepair(null);
        setLast(null);
      }),
    ),
  );
  const others = createOthersEdits({
    ...{ plan, openedId, heard, reload },
    // What this window has sent is heard too: it is told apart once it is answered. What a hand holds is let go on the plan
    // that it saw, so that the server can tell when that is not the plan any more.
    isKept: () => isAnswerAwaited() || isHeld(),
    isOutrun: () => problem()?.isOutrun === true,
  });
  /** What found no answer and is heard to be made needs none: the plan has it. */
  function isAnswerAwaited(): boolean {
    const [first] = queue();
    if (first === undefined) return false;
    return problem() === null || heard().recentEdits.every(({ id }) => id !== first.id);
  }
  function isMade({ id }: SentEdit): boolean {
    return isIn(plan(), id);
  }
  function forget({ id }: SentEdit): void {
    setQueue((before) => before.filter((one) => one.id !== id));
  }
  createEffect(() => {
    const failed = problem();
    if (failed === null || !isMade(failed)) return;
    batch(() => {
      setProblem(null);
      forget(failed);
      setLast({ kind: failed.edit.kind, routeIds: [], differences: NO_DIFFERENCES, isFoundMade: true });
    });
    void sendQueue();
  });

  const pending = createMemo(() => {
    const state = plan();
    // Made twice in sight, an edit that is in the plan already would look undone.
    const waiting = queue().filter((sent) => !isMade(sent));
    if (!state?.plan) return null;
    return {
      state,
      ...showPending(
        state.plan,
        waiting.map(({ edit }) => edit),
      ),
    };
  });
  const shown = createMemo((): PlanState | null => {
    const known = pending();
    if (known === null) return plan();
    return known.plan === known.state.plan ? known.state : { ...known.state, plan: known.plan };
  });

  function send(edit: PlanEdit): void {
    enqueue({ id: newId(), edit });
  }

  function enqueue(sent: SentEdit): void {
    // On its way before it is shown: both take time, and need not wait for each other.
    const asked = isSending || queue().length > 0 ? null : ask(sent);
    batch(() => {
      setProblem(null);
      setRepair(null);
      others.noteSent(sent.id);
      setQueue((before) => [...before, sent]);
    });
    void sendQueue(asked);
  }

  /** Null without a plan to edit. */
  function ask({ id, edit }: SentEdit) {
    const planId = plan()?.id;
    if (planId === undefined) return null;
    const basedOn = revisionOf(plan());
    return { planId, basedOn, answer: api.editPlan(planId, { id, basedOn, edit }) };
  }

  /** @param first what was asked of the first edit of the queue already */
  async function sendQueue(first: ReturnType<typeof ask> = null): Promise<void> {
    if (isSending) return;
    isSending = true;
    let asked = first;
    try {
      for (let sent = queue()[0]; sent !== undefined; sent = queue()[0]) {
        if (!(await sendOne(sent, asked ?? ask(sent)))) break;
        asked = null;
      }
    } finally {
      isSending = false;
    }
  }

  /** Whether the next may be sent. What is behind an edit that found no server waits with it. */
  async function sendOne(sent: SentEdit, asked: ReturnType<typeof ask>): Promise<boolean> {
    if (asked === null) {
      setQueue([]);
      return false;
    }
    const isStillOpen = () => plan()?.id === asked.planId;
    try {
      const answer = await asked.answer;
      if (!isStillOpen()) return true;
      const before = plan()?.plan ?? null;
      // The plan may have been read meanwhile, with this edit and what others did after it.
      const isNews = before !== null && answer.head.edited.revision > revisionOf(plan());
      others.noteAnswer(answer.head.edited.revision);
      batch(() => {
        if (isNews) update((state) => ({ ...state, plan: takeAnswer(before, answer) }));
        forget(sent);
        setRepair(answer.repair);
        setLast({
          kind: sent.edit.kind,
          routeIds: answer.routes.map(({ id }) => id),
          differences: isNews ? editDifferences(before.edited, answer.head.edited) : NO_DIFFERENCES,
          isFoundMade: false,
        });
      });
      return true;
    } catch (failure) {
      if (!isStillOpen()) return true;
      if (isMade(sent)) {
        forget(sent);
        return true;
      }
      const why = asProblem(failure);
      const isUnanswered = isUndecided(why);
      const isOutrun = why.code === "plan-edited";
      batch(() => {
        if (isOutrun) others.noteOutrun(asked.basedOn);
        if (!isUnanswered) setQueue([]);
        setProblem({ ...sent, problem: why, isOutrun, isUnanswered });
      });
      // Perhaps it is the plan that is there no more.
      if (why.code === "nothing-found") reload();
      return false;
    }
  }

  const head = () => plan()?.plan?.edited ?? null;
  const hasQueued = () => queue().length > 0;
  askBeforeLeaving(hasQueued);
  return {
    /** The open plan with every edit that was sent. */
    shown,
    /** Ids of routes whose figures are on their way. */
    pendingRoutes: () => pending()?.pendingRoutes ?? new Set<string>(),
    isBusy: hasQueued,
    isRepairing: () => queue().some(({ edit }) => edit.kind === "repair"),
    /**
     * Lets the server read and score what edits need while the reader still looks for where to begin. Should it fail,
     * the edit itself will say so.
     */
    prepare: () => {
      const planId = plan()?.id;
      if (planId !== undefined) api.rehearseEdit(planId).catch(() => undefined);
    },
    send,
    undo: () => send({ kind: "undo" }),
    redo: () => send({ kind: "redo" }),
    canUndo: () => (head()?.canUndo ?? false) || queue().some(({ edit }) => edit.kind !== "undo"),
    canRedo: () => (head()?.canRedo ?? false) && !hasQueued(),
    problem,
    /** Whether what is shown was changed by somebody else since this window last changed it. */
    isOthers: others.isOthers,
    /** Sends what failed again, and what waits behind it. */
    retry: () => {
      const failed = problem();
      if (failed !== null && queue().length === 0) return enqueue({ id: failed.id, edit: failed.edit });
      setProblem(null);
      void sendQueue();
    },
    dismiss: () => {
      setProblem(null);
      setQueue([]);
    },
    /** What the last edit moved, when it was a repair. */
    repair,
    /** What the last answer brought. */
    last,
  };
}

export type HandEdits = ReturnType<typeof createHandEdits>;
