import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, createSignal, on } from "solid-js";
import { type Area, sameArea } from "./area.ts";
import { emptyHistory, recordStep, redoStep, undoStep } from "./undo-history.ts";
import { decodeWorkspace, encodeWorkspace } from "./workspace-address.ts";
import { isNewPage, reduceWorkspace, type WorkspaceAction } from "./workspace-state.ts";

/**
 * The workspace's state, kept in the address bar: a new page is a new history entry, anything else rewrites the
 * present one. Going back or forward restores what the address says. Changes of the area can be undone.
 */
export function createWorkspaceState() {
  const location = useLocation();
  const navigate = useNavigate();
  const [state, setState] = createSignal(decodeWorkspace(location.search));
  const [undoable, setUndoable] = createSignal(emptyHistory<Area>());
  let written = location.search.replace(/^\?/, "");

  const move = (action: WorkspaceAction) => {
    const before = state();
    const after = reduceWorkspace(before, action);
    if (after === before) return;
    setState(after);
    const query = encodeWorkspace(after);
    if (query === written) return;
    written = query;
    navigate(`${location.pathname}${query === "" ? "" : `?${query}`}`, {
      replace: !isNewPage(before, after),
      scroll: false,
    });
  };

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
