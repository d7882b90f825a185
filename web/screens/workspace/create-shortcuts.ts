import { onCleanup, onMount } from "solid-js";
import type { Workspace } from "../../workspace/workspace-context.tsx";
import { TABS } from "../../workspace/workspace-state.ts";

interface ShortcutActions {
  readonly openHelp: () => void;
  readonly search: () => void;
  readonly togglePalette: () => void;
}

/** Keys that work anywhere on the screen except while something is being typed. */
export function createShortcuts(workspace: Workspace, actions: ShortcutActions): void {
  const onKey = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") {
      // Browsers search the web with it: this page has its own answer, wherever the focus is.
      event.preventDefault();
      actions.togglePalette();
      return;
    }
    if (event.defaultPrevented || isTyping(event.target)) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() === "z") event.shiftKey ? workspace.redo() : workspace.undo();
      else if (event.key.toLowerCase() === "y") workspace.redo();
      else return;
      event.preventDefault();
      return;
    }
    if (event.altKey || (event.key !== "Escape" && !workspace.areLetterKeysOn())) return;
    // The tools for zones have keys of their own.
    if (workspace.isZoning() && (event.key === "d" || event.key === "Escape")) return;
    const tab = TABS[Number(event.key) - 1];
    if (tab !== undefined) workspace.move({ type: "tab-chosen", tab });
    else if (event.key === "/") actions.search();
    else if (event.key === "?") actions.openHelp();
    else if (event.key === "d") workspace.setTool(workspace.tool() === "draw" ? "look" : "draw");
    else if (event.key === "Escape") leave(workspace);
    else return;
    event.preventDefault();
  };
  onMount(() => window.addEventListener("keydown", onKey));
  onCleanup(() => window.removeEventListener("keydown", onKey));
}

function leave(workspace: Workspace): void {
  const state = workspace.state();
  if (workspace.tool() !== "look") workspace.setTool("look");
  else if (state.stationId !== null) workspace.move({ type: "station-closed" });
  else if (state.routeId !== null) workspace.move({ type: "route-closed" });
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [role=dialog]") !== null
  );
}
