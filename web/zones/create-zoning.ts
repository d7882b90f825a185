import { createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import type { ZoneEdit, ZoneEditEvent, ZoneRefusal, ZoneStep, ZoningState } from "../../server/contract/drawn-zones.ts";
import { type ApiProblem, isUndecided } from "../api/api-problem.ts";
import { asProblem } from "../api/create-load.ts";
import { followEvents } from "../api/follow-events.ts";
import { applySteps } from "./apply-steps.ts";
import {
  type ConfirmedEdit,
  confirmEdit,
  dropEdit,
  type EditQueue,
  hasGap,
  loadQueue,
  queueEdit,
  shownContent,
} from "./edit-queue.ts";
import { NO_HISTORY, recordEdit, settleEdit, takeHistory, type ZoneHistory } from "./zone-history.ts";
import type { ZoneMemory } from "./zone-memory.ts";
import type { ZoningApi } from "./zoning-api.ts";
import { NO_CONTENT, sameContent, type ZoningContent } from "./zoning-content.ts";

const FIRST_WAIT_MILLISECONDS = 1000;
const LONGEST_WAIT_MILLISECONDS = 15_000;
/** An edit that is missing for so long does not come any more. */
const GAP_MILLISECONDS = 2000;

interface ZoningOptions {
  readonly zoningId: string;
  readonly editor: string;
  readonly newId: () => string;
  readonly memory: ZoneMemory;
  /** What of one's own edits was not applied, because of what others did meanwhile. */
  readonly onRefused: (refused: readonly ZoneRefusal[]) => void;
  /** One's own edit was refused as a whole, for good: it is not shown any more. */
  readonly onForbidden: (why: ApiProblem) => void;
  /** Somebody else has changed something; it is there by now. No steps: it was missed, and read again as a whole. */
  readonly onOthers: (steps: readonly ZoneStep[]) => void;
  /** Somebody else has given the zoning another name. */
  readonly onRenamed: (name: string) => void;
}

/**
 * One zoning, edited here and elsewhere at once. An edit shows at once and is sent in its turn; what cannot be sent
 * is kept, also through a reload, and sent again under the same id. Edits of others come as server-sent events.
 */
export function createZoning(api: ZoningApi, options: ZoningOptions) {
  const { zoningId, editor, memory } = options;
  const [queue, setQueue] = createSignal<EditQueue | null>(null);
  const [history, setHistory] = createSignal<ZoneHistory>(NO_HISTORY);
  const [name, setName] = createSignal("");
  const [isOffline, setIsOffline] = createSignal(false);
  const [isGone, setIsGone] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  // What the server confirms as it was shown changes nothing that follows from it.
  const content = createMemo<ZoningContent>(
    () => {
      const known = queue();
      return known === null ? NO_CONTENT : shownContent(known);
    },
    NO_CONTENT,
    { equals: sameContent },
  );
  /** Sent and answered, but waiting for the events before them. */
  const answered = new Set<string>();
  const mine = new Set<string>();
  let isOver = false;
  let isSending = false;
  let waitMilliseconds = FIRST_WAIT_MILLISECONDS;
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const later = (milliseconds: number, act: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, milliseconds);
    timers.add(timer);
  };

  const change = (act: (queue: EditQueue) => EditQueue) => setQueue((before) => (before === null ? null : act(before)));
  const confirm = (edit: ConfirmedEdit) => {
    change((before) => confirmEdit(before, edit));
    setHistory((before) => settleEdit(before, edit.editId, edit.steps));
    if (queueHasGap()) later(GAP_MILLISECONDS, () => queueHasGap() && readAgain());
  };
  const queueHasGap = () => {
    const known = queue();
    return known !== null && hasGap(known);
  };

  /** One wait at a time, however many edits find no server. */
  let isRetryDue = false;
  const sendLater = (milliseconds: number) => {
    if (isRetryDue) return;
    isRetryDue = true;
    later(milliseconds, () => {
      isRetryDue = false;
      void send();
    });
  };
  const send = async () => {
    if (isSending) return;
    isSending = true;
    // To the last one, also when another zoning has been opened meanwhile: the window may be closed before this one is again.
    for (let edit = nextToSend(); edit !== undefined; edit = nextToSend()) {
      if (!(await sendOne(edit))) break;
    }
    isSending = false;
  };
  const nextToSend = () => queue()?.pending.find(({ id }) => !answered.has(id));
  /** Whether the next may be sent. */
  const sendOne = async (edit: ZoneEdit): Promise<boolean> => {
    try {
      const answer = await api.editZoning(zoningId, edit);
      answered.add(edit.id);
      waitMilliseconds = FIRST_WAIT_MILLISECONDS;
      setIsOffline(false);
      confirm({ revision: answer.revision, editId: edit.id, steps: answer.steps });
      if (answer.refused.length > 0) options.onRefused(answer.refused);
      return true;
    } catch (failure) {
      const known = asProblem(failure);
      if (known.code === "nothing-found") setIsGone(true);
      else if (!isUndecided(known)) {
        // Kept, it would hold up all that follow: beyond what somebody is in charge of, say.
        options.onForbidden(known);
        change((before) => dropEdit(before, edit.id));
        setHistory((before) => settleEdit(before, edit.id, []));
        return true;
      } else if (!isOver) {
        setIsOffline(true);
        sendLater(waitMilliseconds);
        waitMilliseconds = Math.min(LONGEST_WAIT_MILLISECONDS, 2 * waitMilliseconds);
      }
      return false;
    }
  };

  const take = (state: ZoningState) => {
    const before = queue();
    const shown = content();
    const remembered = before === null ? memory.load() : { pending: before.pending, history: history() };
    for (const { id } of [...remembered.pending, ...remembered.history.past]) mine.add(id);
    setProblem(null);
    setName(state.name);
    setHistory(remembered.history);
    setQueue(loadQueue(before, state, remembered.pending));
    // What was missed while the connection was away is news too, though nobody knows step by step what it was.
    if (before !== null && !sameContent(shown, content())) options.onOthers([]);
    void send();
    return api.zoningEventsAddress(zoningId, queue()?.revision ?? state.revision);
  };
  const leaving = new AbortController();
  onCleanup(() => {
    isOver = true;
    leaving.abort();
    for (const timer of timers) clearTimeout(timer);
  });
  const { readAgain } = followEvents<ZoningState, { edit: ZoneEditEvent; renamed: { readonly name: string } }>(
    {
      read: () => api.zoning(zoningId),
      // What is known stays and may be edited while nothing is heard.
      isKnown: () => queue() !== null,
      take,
      events: {
        edit: (event) => {
          confirm(event);
          if (!mine.has(event.editId) && event.steps.length > 0) options.onOthers(event.steps);
        },
        renamed: ({ name: given }) => {
          if (given === name()) return;
          setName(given);
          options.onRenamed(given);
        },
      },
      readAgainOn: ["reload", "removed"],
      onConnection: (isLive) => {
        setIsOffline(!isLive);
        if (isLive) void send();
      },
      onProblem: (known) => (known.code === "nothing-found" ? setIsGone(true) : setProblem(known)),
    },
    leaving.signal,
  );
  createEffect(() => {
    const known = queue();
    if (known !== null) memory.save({ pending: known.pending, history: history() }, editor);
  });

  /** Shows and sends what is possible of the steps. */
  const apply = (id: string, steps: readonly ZoneStep[]) => {
    mine.add(id);
    change((before) => queueEdit(before, { id, editor, steps: [...steps] }));
    void send();
  };
  const step = (direction: "undo" | "redo") => {
    const taken = takeHistory(history(), direction, content());
    if (taken === null || isGone()) return null;
    setHistory(taken.history);
    if (taken.steps.length > 0) apply(options.newId(), taken.steps);
    return { steps: taken.steps, isWhole: taken.isWhole };
  };

  const isLoaded = createMemo(() => queue() !== null);
  return {
    zoningId,
    name,
    setName,
    content,
    isLoaded,
    revision: () => queue()?.revision ?? 0,
    problem,
    isGone,
    /** Edits that the server has not confirmed. */
    unsent: () => queue()?.pending.length ?? 0,
    isOffline,
    retry: () => {
      setProblem(null);
      readAgain();
    },
    /** One edit, which is one step to undo. Returns what of it is possible here; nothing is sent of nothing. */
    edit: (steps: readonly ZoneStep[]): readonly ZoneStep[] => {
      if (isGone() || queue() === null) return [];
      const { steps: possible } = applySteps(content(), steps);
      if (possible.length === 0) return [];
      const id = options.newId();
      setHistory((before) => recordEdit(before, { id, steps: possible }));
      apply(id, possible);
      return possible;
    },
    /** Makes the zones what they were in a version: one step to undo. Throws ApiProblem. */
    restore: async (version: number): Promise<void> => {
      const id = options.newId();
      mine.add(id);
      const answer = await api.restoreZoning(zoningId, version, { id, editor });
      if (answer.steps.length > 0) setHistory((before) => recordEdit(before, { id, steps: answer.steps }));
      confirm({ revision: answer.revision, editId: id, steps: answer.steps });
      if (answer.refused.length > 0) options.onRefused(answer.refused);
    },
    /** Steps that were taken; fewer when others have changed a part, none when all. Null without anything to take. */
    undo: () => step("undo"),
    redo: () => step("redo"),
    canUndo: () => history().past.length > 0 && !isGone(),
    canRedo: () => history().future.length > 0 && !isGone(),
  };
}

export type OpenZoning = ReturnType<typeof createZoning>;
