import { type Accessor, createEffect, createMemo, createSignal, on } from "solid-js";
import type { MovesAnswer, OutingMoves } from "../../../server/contract/outing-moves.ts";
import type { Outing, OutingChange } from "../../../server/contract/outings.ts";
import type { OutingProgress } from "../../../server/contract/progress.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { Client } from "../../api/client.ts";
import { asProblem, createLoad } from "../../api/create-load.ts";
import { createTold } from "../../design/create-told.ts";

type OutingApi = Pick<Client, "outing" | "moveStops" | "takeBackRoute" | "renewLink" | "closeOuting" | "changeOuting">;

/** What the live stream says of an outing that its page shows too. */
export type OutingNews = Pick<OutingProgress, "revision" | "endedAt"> & {
  readonly routes: readonly Pick<OutingProgress["routes"][number], "id" | "state">[];
};

/**
 * One outing as it is by now, and what can be done to it: it is asked for again when the live `news` of it say that it has
 * changed. `told` is what was done last, in words; what has moved can be
 * moved back until somebody changes the outing again.
 */
export function createOuting(api: OutingApi, outingId: Accessor<string>, news: Accessor<OutingNews | null>) {
  const load = createLoad(outingId, (id, signal) => api.outing(id, signal));
  const [told, tell] = createTold();
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [isBusy, setIsBusy] = createSignal(false);
  const [lastMove, setLastMove] = createSignal<Pick<MovesAnswer, "undo" | "madeRoutes"> | null>(null);

  /** An answer that was asked for before something was done, and comes after it, says what was. */
  const outing = createMemo<Outing | null>((before) => {
    const now = load.value();
    return now && before && now.id === before.id && now.revision < before.revision ? before : now;
  }, null);

  createEffect(
    on(
      news,
      (heard) => {
        const known = outing();
        if (heard && known && (load.problem() !== null || isBehind(known, heard))) load.retry();
      },
      { defer: true },
    ),
  );

  /** Does one thing, and says so. False when it was refused: the sentence is shown, and the outing asked for again. */
  const act = async (work: () => Promise<Outing>, words: string): Promise<boolean> => {
    if (isBusy()) return false;
    setIsBusy(true);
    setProblem(null);
    try {
      load.set(await work());
      tell(words);
      return true;
    } catch (failure) {
      setProblem(asProblem(failure));
      load.retry();
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  const move = (moves: OutingMoves, words: string) =>
    act(async () => {
      const { outing, undo, madeRoutes } = await api.moveStops(outingId(), moves);
      setLastMove({ undo, madeRoutes });
      return outing;
    }, words);
  /** What would put the last move back, while nothing else has changed. */
  const undoable = () => {
    const last = lastMove();
    return last?.undo && last.undo.revision === outing()?.revision ? last : null;
  };
  return {
    outing,
    loadProblem: () => (load.value() === null ? load.problem() : null),
    /** What is shown may be old: the server does not answer. */
    isStale: () => load.value() !== null && load.problem() !== null,
    retry: load.retry,
    told,
    tell,
    problem,
    forgetProblem: () => setProblem(null),
    isBusy,
    move,
    undoable,
    undo: (words: string) => {
      const last = undoable();
      if (!last?.undo) return Promise.resolve(false);
      const { undo, madeRoutes } = last;
      return act(async () => {
        const { outing } = await api.moveStops(outingId(), undo);
        setLastMove(null);
        // A route that was made for the move has no stop any more: its link should lead nobody anywhere.
        let after = outing;
        for (const id of madeRoutes) after = await api.takeBackRoute(outingId(), id);
        return after;
      }, words);
    },
    takeBack: (routeId: string, words: string) => act(() => api.takeBackRoute(outingId(), routeId), words),
    renew: (routeId: string, words: string) => act(() => api.renewLink(outingId(), routeId), words),
    close: (words: string) => act(() => api.closeOuting(outingId()), words),
    change: (change: OutingChange, words: string) => act(() => api.changeOuting(outingId(), change), words),
  };
}

/** Who walks what, who has come, and whether it is over: figures of doors are no reason to ask again. */
function isBehind(known: Outing, news: OutingNews): boolean {
  if (news.revision > known.revision || (news.endedAt === null) !== (known.endedAt === null)) return true;
  const states = new Map(known.outingRoutes.map(({ id, state }) => [id, state]));
  return news.routes.some(({ id, state }) => states.get(id) !== state);
}

export type OpenOuting = ReturnType<typeof createOuting>;
