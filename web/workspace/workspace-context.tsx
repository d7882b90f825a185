import { type Accessor, createContext, createMemo, createSignal, type ParentProps, useContext } from "solid-js";
import { useApi } from "../api/api-context.tsx";
import { createLoad } from "../api/create-load.ts";
import { selectionOf } from "./area.ts";
import { createCampChoice } from "./create-camp-choice.ts";
import { createDebounced } from "./create-debounced.ts";
import { createPlan } from "./create-plan.ts";
import { createPlanChanges } from "./create-plan-changes.ts";
import { createWorkspaceState } from "./create-workspace-state.ts";
import { type PlanForm, STARTING_FORM } from "./plan-form.ts";
import { classifyByQuantiles } from "./quantile-classes.ts";
import { joinStationRows, measureOf } from "./station-rows.ts";

export const CLASS_COUNT = 5;
const COUNT_AFTER_MILLISECONDS = 150;

export type MapTool = "look" | "pick" | "draw";

/** Everything the panels and the map share, made once per open territory. */
function createWorkspace(territoryName: Accessor<string>) {
  const api = useApi();
  const workspace = createWorkspaceState();
  const territory = createLoad(territoryName, (name, signal) => api.territory(name, signal));
  const stations = createLoad(territoryName, (name, signal) => api.stations(name, signal));
  const camps = createCampChoice(api, territoryName);

  const rows = createMemo(() => {
    const collection = stations.value();
    return collection === null ? [] : joinStationRows(collection, camps.scores.value());
  });
  const classification = createMemo(() =>
    classifyByQuantiles(
      rows().map((row) => measureOf(row, workspace.state().measure)),
      CLASS_COUNT,
    ),
  );

  const area = createMemo(() => workspace.state().area);
  const selection = createMemo(() => selectionOf(area()));
  const settled = createDebounced(selection, COUNT_AFTER_MILLISECONDS);
  const counts = createLoad(
    () => {
      const asked = settled();
      return asked === null ? null : { name: territoryName(), selection: asked };
    },
    (question, signal) => api.selection(question.name, question.selection, signal),
  );
  const plan = createPlan(api, () => workspace.state().planId);
  const { changes, edit: editChanges } = createPlanChanges(() => workspace.state().planId);

  const [hoveredStation, setHoveredStation] = createSignal<number | null>(null);
  const [hoveredRoute, setHoveredRoute] = createSignal<string | null>(null);
  const [hoveredStop, setHoveredStop] = createSignal<string | null>(null);
  const [tool, setTool] = createSignal<MapTool>("look");
  const [planForm, setPlanForm] = createSignal<PlanForm>(STARTING_FORM);
  const [lastStationId, setLastStationId] = createSignal<string | null>(null);
  const [profilePlace, setProfilePlace] = createSignal<readonly [number, number] | null>(null);
  const [pointedPlace, setPointedPlace] = createSignal<readonly [number, number] | null>(null);

  // Undo takes back what the open tab is about: sides of candidates, or else the choice of an area.
  const undoable = () => (workspace.state().tab === "camps" ? camps : workspace);

  return {
    ...workspace,
    undo: () => undoable().undo(),
    redo: () => undoable().redo(),
    canUndo: () => undoable().canUndo(),
    canRedo: () => undoable().canRedo(),
    territoryName,
    territory,
    stations,
    camps,
    rows,
    classification,
    area,
    selection,
    counts,
    /** The station whose panel was open last: where the list takes up again. */
    lastStationId,
    setLastStationId,
    planForm,
    setPlanForm,
    plan,
    /** What is being changed of the open plan. */
    changes,
    editChanges,
    hoveredStation,
    setHoveredStation,
    hoveredRoute,
    setHoveredRoute,
    hoveredStop,
    setHoveredStop,
    tool,
    setTool,
    /** The place on the open route under the pointer in its relief. */
    profilePlace,
    setProfilePlace,
    /** A place found by search, marked on the map. */
    pointedPlace,
    setPointedPlace,
  };
}

export type Workspace = ReturnType<typeof createWorkspace>;
const WorkspaceContext = createContext<Workspace>();

export function WorkspaceProvider(props: ParentProps<{ readonly territoryName: string }>) {
  const workspace = createWorkspace(() => props.territoryName);
  return <WorkspaceContext.Provider value={workspace}>{props.children}</WorkspaceContext.Provider>;
}

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (workspace === undefined) throw new Error("useWorkspace needs a WorkspaceProvider above it");
  return workspace;
}
