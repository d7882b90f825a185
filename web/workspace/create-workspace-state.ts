import { useLocation } from "@solidjs/router";
import { createEffect, createSignal, on, onCleanup } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import { type Area, sameArea } from "./area.ts";
import { emptyHistory, recordStep, redoStep, undoStep } from "./undo-history.ts";
import { decodeWorkspace, encodeWorkspace } from "./workspace-address.ts";
import { isNewPage, reduceWorkspace, type WorkspaceAction, type WorkspaceState } from "./workspace-state.ts";

/**
 * The workspace's state, kept in the address bar: a new page is a new history entry, anything else rewrites the
 * present one. The language goes with it, so that a shared link reads as it was shared. Going back or forward restores
 * what the address says. Changes of the area can be undone.
 *
 * The history is written here and not through the router, which makes one entry of two addresses that follow each
 * other closely: a page opened while the map still settles would take the place of the page before it.
 */
export function createWorkspaceState() {
  const location = useLocation();
  const path = location.pathname;
  const { language } = useLanguage();
  const [state, setState] = createSignal(decodeWorkspace(location.search));
  const [undoable, setUndoable] = createSignal(emptyHistory<Area>());
  let written = location.search.replace(/^\?/, "");

  const move = (action: WorkspaceAction) => {
    const before = state();
    const after = reduceWorkspace(before, action);
    if (after === before) return;
    // Before anything hears of it: the map follows at once and then reports where it went.
    write(after, !isNewPage(before, after));
    setState(after);
  };
  const write = (shown: WorkspaceState, replace: boolean) => {
    const query = new URLSearchParams(encodeWorkspace(shown));
    if (language() !== "fr") query.set("lang", language());
    // Until the router has written the workspace's own address, the entry is the page that led here.
    if (query.toString() === written || window.location.pathname !== path) return;
    written = query.toString();
    const address = `${path}${written === "" ? "" : `?${written}`}`;
    if (replace) window.history.replaceState(window.history.state, "", address);
    else window.history.pushState(null, "", address);
  };
  createEffect(on(language, () => write(state(), true), { defer: true }));

  const restore = () => {
    const query = window.location.search.replace(/^\?/, "");
    if (query === written || window.location.pathname !== path) return;
    written = query;
    setState(decodeWorkspace(query));
  };
  window.addEventListener("popstate", restore);
  onCleanup(() => window.removeEventListener("popstate", restore));

  const changeArea = (area: Area) => {
    if (sameArea(state().area, area)) return;
    setUndoable(recordStep(undoable(), state().area));
    move({ type: "area-changed", area });
  };
  const step = (take: typeof undoStep<Area>) => {
    const taken = take(undoable(), state().area);
    if (taken === null) return;
    setUndoable(taken.history);
    move({ type: "area-changed", area: taken.present });
  };

  return {
    state,
    move,
    changeArea,
    undo: () => step(undoStep),
    redo: () => step(redoStep),
    canUndo: () => undoable().past.length > 0,
    canRedo: () => undoable().future.length > 0,
  };
}
