import { useLocation } from "@solidjs/router";
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import { type Area, sameArea } from "./area.ts";
import { followFields } from "./follow-fields.ts";
import { type Hand, sameHand } from "./hand.ts";
import { emptyHistory, recordStep } from "./undo-history.ts";
import { takeStep, type UndoableStep } from "./undo-steps.ts";
import { decodeWorkspace, encodeWorkspace, isAreaLeftOut } from "./workspace-address.ts";
import { isNewPage, reduceWorkspace, type WorkspaceAction, type WorkspaceState } from "./workspace-state.ts";

interface TakenStep {
  readonly direction: "undo" | "redo";
  readonly kind: UndoableStep["kind"];
}

/**
 * The workspace's state, kept in the address bar: a new page is a new history entry, anything else rewrites the
 * present one. The language is the reader's and not the link's: it stays in the address only where it came with it. Going
 * back or forward restores what the address says. Changes of the area and of the organizer's hand can be undone, in the order in which they were made.
 *
 * The history is written here and not through the router, which makes one entry of two addresses that follow each
 * other closely: a page opened while the map still settles would take the place of the page before it.
 */
export function createWorkspaceState(kept: { readonly hand: Accessor<Hand>; readonly setHand: (hand: Hand) => void }) {
  const location = useLocation();
  const path = location.pathname;
  const { language } = useLanguage();
  const [whole, setWhole] = createSignal(decodeWorkspace(location.search));
  const state = followFields(whole);
  const [undoable, setUndoable] = createSignal(emptyHistory<UndoableStep>());
  /** A new object each time: the same step may be taken back and done again and taken back. */
  const [lastStep, setLastStep] = createSignal<TakenStep | null>(null);
  const [isAreaLost, setIsAreaLost] = createSignal(isAreaLeftOut(location.search));
  const askedLanguage = new URLSearchParams(location.search).get("lang");
  let written = location.search.replace(/^\?/, "");

  const move = (action: WorkspaceAction) => {
    const before = whole();
    const after = reduceWorkspace(before, action);
    if (after === before) return;
    // Before anything hears of it: the map follows at once and then reports where it went.
    write(after, !isNewPage(before, after));
    setWhole(after);
  };
  const write = (shown: WorkspaceState, replace: boolean) => {
    const query = new URLSearchParams(encodeWorkspace(shown));
    if (language() === askedLanguage) query.set("lang", language());
    // Until the router has written the workspace's own address, the entry is the page that led here.
    if (query.toString() === written || window.location.pathname !== path) return;
    written = query.toString();
    const address = `${path}${written === "" ? "" : `?${written}`}`;
    if (replace) window.history.replaceState(window.history.state, "", address);
    else window.history.pushState(null, "", address);
  };
  createEffect(on(language, () => write(whole(), true), { defer: true }));

  const restore = () => {
    const query = window.location.search.replace(/^\?/, "");
    if (query === written || window.location.pathname !== path) return;
    written = query;
    const back = decodeWorkspace(query);
    // What was too long to be written is still here.
    setWhole(isAreaLeftOut(query) ? { ...back, area: state().area } : back);
  };
  window.addEventListener("popstate", restore);
  onCleanup(() => window.removeEventListener("popstate", restore));

  const changeArea = (area: Area) => {
    if (sameArea(state().area, area)) return;
    setIsAreaLost(false);
    setUndoable(recordStep(undoable(), { kind: "area", area: state().area }));
    move({ type: "area-changed", area });
  };
  const changeHand = (hand: Hand) => {
    if (sameHand(kept.hand(), hand)) return;
    setUndoable(recordStep(undoable(), { kind: "hand", hand: kept.hand() }));
    kept.setHand(hand);
  };
  const step = (direction: "undo" | "redo") => {
    const taken = takeStep(undoable(), direction, { area: state().area, hand: kept.hand() });
    if (taken === null) return;
    setUndoable(taken.history);
    if (taken.present.kind === "area") move({ type: "area-changed", area: taken.present.area });
    else kept.setHand(taken.present.hand);
    setLastStep({ direction, kind: taken.present.kind });
  };

  return {
    state,
    move,
    /** Whether the link that opened this page was too short for its selection. */
    isAreaLost,
    forgetLostArea: () => setIsAreaLost(false),
    changeArea,
    changeHand,
    /** What was taken back or done again last. */
    lastStep,
    undo: () => step("undo"),
    redo: () => step("redo"),
    canUndo: () => undoable().past.length > 0,
    canRedo: () => undoable().future.length > 0,
  };
}
