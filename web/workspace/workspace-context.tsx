import { type Accessor, createContext, createMemo, createSignal, type ParentProps, useContext } from "solid-js";
import { useApi } from "../api/api-context.tsx";
import { createLoad } from "../api/create-load.ts";
import { selectionOf } from "./area.ts";
import { createCampChoice } from "./create-camp-choice.ts";
import { createDebounced } from "./create-debounced.ts";
import { createEditing } from "./create-editing.ts";
import { createEditsHeard } from "./create-edits-heard.ts";
import { createHand } from "./create-hand.ts";
import { createHandEdits } from "./create-hand-edits.ts";
import { createLayer } from "./create-layer.ts";
import { createLetterKeys } from "./create-letter-keys.ts";
import { createMapColours } from "./create-map-colours.ts";
import { createPlan } from "./create-plan.ts";
import { createPlanChanges } from "./create-plan-changes.ts";
import { createPointing } from "./create-pointing.ts";
import { createQuestions } from "./create-questions.ts";
import { createRanking } from "./create-ranking.ts";
import { createWorkspaceState } from "./create-workspace-state.ts";
import { handOf, sameHand } from "./hand.ts";
import { type PlanForm, STARTING_FORM } from "./plan-form.ts";
import { randomWord } from "./random-word.ts";
import { joinStationRows } from "./station-rows.ts";

const COUNT_AFTER_MILLISECONDS = 150;

export type MapTool = "look" | "pick" | "draw";

/** Steps that a tab can take back. */
export interface UndoableTab {
  readonly undo: () => void;
  readonly redo: () => void;
  readonly canUndo: () => boolean;
  readonly canRedo: () => boolean;
}

const NOTHING_TO_UNDO: UndoableTab = {
  undo: () => undefined,
  redo: () => undefined,
  canUndo: () => false,
  canRedo: () => false,
};

/** Everything the panels and the map share, made once per open territory. */
function createWorkspace(territoryName: Accessor<string>) {
  const api = useApi();
  const territory = createLoad(territoryName, (name, signal) => api.territory(name, signal));
  const stations = createLoad(territoryName, (name, signal) => api.stations(name, signal));
  const camps = createCampChoice(api, territoryName);
  const keptHand = createMemo(() => handOf(camps.choice()), undefined, { equals: sameHand });
  const workspace = createWorkspaceState({ hand: keptHand, setHand: camps.setHand });
  const hand = createHand(keptHand, workspace.changeHand);

  const rows = createMemo(() => {
    const collection = stations.value();
    return collection === null ? [] : joinStationRows(collection, camps.scores.value());
  });
  const rowsById = createMemo(() => new Map(rows().map((row) => [row.stationId, row])));
  /** Where nobody can walk, nobody asks for walks. */
  const hasStreets = () => (territory.value()?.summary.counts.pieces ?? 1) > 0;
  /** Whether results say for whom people voted: there are no scores without. */
  const hasVotes = () => territory.value()?.elections.some(({ candidates }) => candidates > 0) ?? true;
  /** Whether zones are drawn: there are none where nobody can walk. */
  const isZoning = () => workspace.state().tab === "zones" && hasStreets();
  // Measuring the walks of a large town takes seconds: they are asked for when somebody looks at them, and kept.
  const areWalksAsked = createMemo<boolean>((before) => {
    const { tab, measure, classCount, stationId, comparison } = workspace.state();
    const isLookedAt = measure === "hourly" || classCount === 9 || stationId !== null || comparison.isOpen;
    return before || isLookedAt || tab === "zones";
  }, false);
  const walks = createLoad(
    () => (areWalksAsked() && territory.value() !== null && hasStreets() ? territoryName() : null),
    (name, signal) => api.walks(name, signal),
  );
  const ranking = createRanking({
    rows,
    report: camps.scores.value,
    state: workspace.state,
    mix: () => hand.hand().mix,
    walks: walks.value,
    hasStreets,
    move: workspace.move,
  });
  const layer = createLayer(api, {
    territoryName,
    state: workspace.state,
    sides: () => camps.scores.value()?.choice.sides ?? null,
  });
  const colours = createMapColours({ layer, ranking, state: workspace.state, move: workspace.move });

  const area = createMemo(() => workspace.state().area);
  const [zoneAddressIds, setZoneAddressIds] = createSignal<readonly string[] | null>(null);
  const [lostZoneIds, setLostZoneIds] = createSignal<readonly string[]>([], { equals: sameIds });
  const [lostZoneId, setLostZoneId] = createSignal<string | null>(null);
  const [lostPickedIds, setLostPickedIds] = createSignal<readonly string[]>([], { equals: sameIds });
  const selection = createMemo(() => selectionOf(area(), zoneAddressIds()));
  const settled = createDebounced(selection, COUNT_AFTER_MILLISECONDS);
  const counts = createLoad(
    () => {
      const asked = settled();
      return asked === null ? null : { name: territoryName(), selection: asked };
    },
    (question, signal) => api.selection(question.name, question.selection, signal),
  );
  const pointing = createPointing();
  const followed = createPlan(api, () => workspace.state().planId, pointing.isHeld);
  const handEdits = createHandEdits(api, {
    ...followed,
    reload: followed.retry,
    heard: createEditsHeard(api, followed),
    isHeld: pointing.isHeld,
    newId: randomWord,
  });
  const plan = { ...followed, plan: handEdits.shown };
  const { changes, edit: editChanges } = createPlanChanges(() => workspace.state().planId);

  const [tool, setTool] = createSignal<MapTool>("look");
  const [isMapless, setIsMapless] = createSignal(false);
  const [planForm, setPlanForm] = createSignal<PlanForm>(STARTING_FORM);
  const [isWeightingOpen, setIsWeightingOpen] = createSignal(false);
  const [lastStationId, setLastStationId] = createSignal<string | null>(null);

  // Undo takes back what the open tab is about: sides of candidates, drawn zones, edits of the open plan, or else the
  // choice of an area.
  const [zoneSteps, setZoneSteps] = createSignal<UndoableTab | null>(null);
  const undoable = (): UndoableTab => {
    if (isZoning()) return zoneSteps() ?? NOTHING_TO_UNDO;
    const { tab, planId } = workspace.state();
    if (tab === "camps") return camps;
    return tab === "routes" && planId !== null ? handEdits : workspace;
  };

  return {
    ...workspace,
    ...pointing,
    ...createLetterKeys(),
    questions: createQuestions(api),
    undo: () => {
      hand.settle();
      if (undoable().canUndo()) undoable().undo();
    },
    redo: () => {
      if (undoable().canRedo()) undoable().redo();
    },
    canUndo: () => undoable().canUndo(),
    canRedo: () => undoable().canRedo(),
    territoryName,
    territory,
    stations,
    camps,
    rows,
    scoreOf: (stationId: string) => rowsById().get(stationId)?.score ?? undefined,
    rowOf: (stationId: string) => rowsById().get(stationId) ?? null,
    hasStreets,
    hasVotes,
    isZoning,
    hand,
    walks,
    ranking,
    /** The layer chosen instead of a measure. */
    layer,
    colours,
    isWeightingOpen,
    setIsWeightingOpen,
    area,
    selection,
    /** What the zones of the area have, told by whoever knows zones. */
    setZoneAddressIds,
    /** Zones of the area that are not there, and those that the address opened or ticked and that are not: told likewise. */
    lostZoneIds,
    setLostZoneIds,
    lostZoneId,
    setLostZoneId,
    lostPickedIds,
    setLostPickedIds,
    /** How drawn zones are taken back, told likewise. */
    setZoneSteps,
    counts,
    /** The station whose panel was open last: where the list takes up again. */
    lastStationId,
    setLastStationId,
    planForm,
    setPlanForm,
    plan,
    handEdits,
    ...createEditing(followed.isGone, handEdits.prepare),
    /** What is being changed of the open plan. */
    changes,
    editChanges,
    tool,
    setTool: (chosen: MapTool) => {
      if (!isMapless()) setTool(chosen);
    },
    /** Whether this browser cannot draw maps: what needs one is not offered then. */
    isMapless,
    setIsMapless,
  };
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join();
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
