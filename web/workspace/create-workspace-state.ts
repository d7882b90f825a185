import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createSignal, on } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import { type Area, sameArea } from "./area.ts";
import { emptyHistory, recordStep, redoStep, undoStep } from "./undo-history.ts";
import { decodeWorkspace, encodeWorkspace } from "./workspace-address.ts";
import { isNewPage, reduceWorkspace, type WorkspaceAction } from "./workspace-state.ts";

/**
 * The workspace's state, kept in the address bar: a new page is a new history entry, anything else rewrites the
 * present one. The language goes with it, so that a shared link reads as it was shared. Going back or forward restores what the address says. Changes of the area can be undone.
 */
export function createWorkspaceState() {
  const location = useLocation();
  const navigate = useNavigate();
  const { language } = useLanguage();
  const [state, setState] = createSignal(decodeWorkspace(location.search));
  const [undoable, setUndoable] = createSignal(emptyHistory<Area>());
  let written = location.search.replace(/^\?/, "");

  const move = (action: WorkspaceAction) => {
    const before = state();
    const after = reduceWorkspace(before, action);
    if (after === before) return;
    setState(after);
    write(!isNewPage(before, after));
  };
  const write = (replace: boolean) => {
    const query = new URLSearchParams(encodeWorkspace(state()));
    if (language() !== "fr") query.set("lang", language());
    if (query.toString() === written) return;
    written = query.toString();
    navigate(`${location.pathname}${written === "" ? "" : `?${written}`}`, { replace, scroll: false });
  };
  createEffect(on(language, () => write(true), { defer: true }));

  createEffect(
    on(
      () => location.search,
      (search) => {
        const query = search.replace(/^\?/, "");
        if (query === written) return;
        written = query;
        setState(decodeWorkspace(query));
      },
      { defer: true },
    ),
  );

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
