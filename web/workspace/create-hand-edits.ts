import { type Accessor, batch, createEffect, createMemo, createSignal, on, untrack } from "solid-js";
import type { PlanEdit, RepairReport } from "../../server/contract/plan-edit.ts";
import type { PlanState } from "../../server/contract/territories.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import type { Client } from "../api/client.ts";
import { asProblem } from "../api/create-load.ts";
import { type EditDifferences, editDifferences, NO_DIFFERENCES } from "./edit-differences.ts";
import { showPending, takeAnswer } from "./pending-edits.ts";

interface EditedPlan {
  readonly plan: Accessor<PlanState | null>;
  readonly update: (change: (state: PlanState) => PlanState) => void;
  readonly reload: () => void;
  /** The revision that somebody has brought the plan to, as far as is heard. */
  readonly heardRevision: Accessor<number>;
  /** Whether a hand holds something of it: what it aims at has to stay where it is. */
  readonly isHeld: Accessor<boolean>;
}

/** What went wrong with an edit, and the edit itself when it can be tried again on what the plan is by now. */
export interface EditProblem {
  readonly problem: ApiProblem;
  readonly edit: PlanEdit;
  readonly isOutrun: boolean;
}

/** An edit that was made: which routes it drew again, and what else it changed. */
export interface DoneHandEdit {
  readonly kind: PlanEdit["kind"];
  readonly routeIds: readonly string[];
  readonly differences: EditDifferences;
}

/**
 * Edits of the open plan by hand. Each is sent when the one before has been answered, since it is based on its revision;
 * all of them are shown at once.
 */
export function createHandEdits(api: Pick<Client, "editPlan" | "rehearseEdit">, edited: EditedPlan) {
  const { plan, update, reload, heardRevision, isHeld } = edited;
  const [queue, setQueue] = createSignal<readonly PlanEdit[]>([]);
  const [problem, setProblem] = createSignal<EditProblem | null>(null);
  const [repair, setRepair] = createSignal<RepairReport | null>(null);
  const [last, setLast] = createSignal<DoneHandEdit | null>(null);
  const [isOthers, setIsOthers] = createSignal(false);
  /** The revision that a refusal says somebody has come to, at least. */
  const [outrunTo, setOutrunTo] = createSignal(0);
  let isSending = false;

  /** Read again no more than once for each revision that is heard of. */
  let askedFor = 0;
  // A memo: the plan itself changes with every answer.
  const openedId = createMemo(() => plan()?.id);
  createEffect(
    on(openedId, () =>
      batch(() => {
        setQueue([]);
        setProblem(null);
        setRepair(null);
        setLast(null);
        setIsOthers(false);
        setOutrunTo(0);
        askedFor = 0;
      }),
    ),
  );
  // What this window has sent is heard too: it is told apart once it is answered. What a hand holds is let go on the plan
  // that it saw, so that the server can tell when that is not the plan any more.
  createEffect(() => {
    const shownRevision = plan()?.plan?.edited?.revision ?? 0;
    const known = Math.max(heardRevision(), outrunTo());
    if (plan()?.plan == null || queue().length > 0 || isHeld() || known <= Math.max(shownRevision, askedFor)) return;
    askedFor = known;
    setIsOthers(untrack(problem) === null);
    reload();
  });

  const pending = createMemo(() => {
    const state = plan();
    return state?.plan ? { state, ...showPending(state.plan, queue()) } : null;
  });
  const shown = createMemo((): PlanState | null => {
    const known = pending();
    if (known === null) return plan();
    return known.plan === known.state.plan ? known.state : { ...known.state, plan: known.plan };
  });

  function send(edit: PlanEdit): void {
    // On its way before it is shown: both take time, and need not wait for each other.
    const asked = isSending || queue().length > 0 ? null : ask(edit);
    batch(() => {
      setProblem(null);
      setRepair(null);
      setIsOthers(false);
      setQueue((before) => [...before, edit]);
    });
    void sendQueue(asked);
  }

  /** Null without a plan to edit. */
  function ask(edit: PlanEdit) {
    const planId = plan()?.id;
    if (planId === undefined) return null;
    const basedOn = plan()?.plan?.edited?.revision ?? 0;
    return { planId, basedOn, answer: api.editPlan(planId, { basedOn, edit }) };
  }

  /** @param first what was asked of the first edit of the queue already */
  async function sendQueue(first: ReturnType<typeof ask> = null): Promise<void> {
    if (isSending) return;
    isSending = true;
    let asked = first;
    try {
      for (let edit = queue()[0]; edit !== undefined; edit = queue()[0]) {
        if (!(await sendOne(edit, asked ?? ask(edit)))) break;
        asked = null;
      }
    } finally {
      isSending = false;
    }
  }

  /** Whether the next may be sent. What is behind an edit that found no server waits with it. */
  async function sendOne(edit: PlanEdit, asked: ReturnType<typeof ask>): Promise<boolean> {
    if (asked === null) {
      setQueue([]);
      return false;
    }
    const isStillOpen = () => plan()?.id === asked.planId;
    try {
      const answer = await asked.answer;
      if (!isStillOpen()) return true;
      const before = plan()?.plan ?? null;
      batch(() => {
        update((state) => (state.plan ? { ...state, plan: takeAnswer(state.plan, answer) } : state));
        setQueue((before) => before.filter((one) => one !== edit));
        setRepair(answer.repair);
        setLast({
          kind: edit.kind,
          routeIds: answer.routes.map(({ id }) => id),
          differences: before === null ? NO_DIFFERENCES : editDifferences(before.edited, answer.head.edited),
        });
      });
      return true;
    } catch (failure) {
      if (!isStillOpen()) return true;
      const why = asProblem(failure);
      const isOutrun = why.code === "plan-edited";
      // What is on its way may be older than what outran this one.
      if (isOutrun) askedFor = Math.min(askedFor, asked.basedOn);
      batch(() => {
        if (isOutrun) setOutrunTo(asked.basedOn + 1);
        if (why.code !== "offline") setQueue([]);
        setProblem({ problem: why, edit, isOutrun });
      });
      // Perhaps it is the plan that is there no more.
      if (why.code === "nothing-found") reload();
      return false;
    }
  }

  const head = () => plan()?.plan?.edited ?? null;
  const hasQueued = () => queue().length > 0;
  return {
    /** The open plan with every edit that was sent. */
    shown,
    /** Ids of routes whose figures are on their way. */
    pendingRoutes: () => pending()?.pendingRoutes ?? new Set<string>(),
    isBusy: hasQueued,
    isRepairing: () => queue().some(({ kind }) => kind === "repair"),
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
    canUndo: () => (head()?.canUndo ?? false) || queue().some(({ kind }) => kind !== "undo"),
    canRedo: () => (head()?.canRedo ?? false) && !hasQueued(),
    problem,
    /** Whether what is shown was changed by somebody else since this window last changed it. */
    isOthers,
    /** Sends what failed again, and what waits behind it. */
    retry: () => {
      const failed = problem();
      if (failed !== null && queue().length === 0) return send(failed.edit);
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
