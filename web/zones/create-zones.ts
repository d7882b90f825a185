import { createEffect, createMemo, createSignal, on, onCleanup, untrack } from "solid-js";
import type { ZoneRefusal } from "../../server/contract/drawn-zones.ts";
import { askBeforeLeaving } from "../api/ask-before-leaving.ts";
import { createLoad } from "../api/create-load.ts";
import { createTold } from "../design/create-told.ts";
import type { useLanguage } from "../i18n/language.tsx";
import { othersWords, refusalWords, stepsWords } from "../i18n/zone-words.ts";
import type { BalanceTarget } from "../workspace/balance-target.ts";
import { paceOf } from "../workspace/plan-form.ts";
import { randomWord } from "../workspace/random-word.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";
import { changedNames } from "./changed-names.ts";
import { createAreaAddresses } from "./create-area-addresses.ts";
import { createFirstZoning } from "./create-first-zoning.ts";
import { createOutlines } from "./create-outlines.ts";
import { createZoneCut } from "./create-zone-cut.ts";
import { createZoneEdits } from "./create-zone-edits.ts";
import { createZoneFigures } from "./create-zone-figures.ts";
import { createZonePen } from "./create-zone-pen.ts";
import { createZoning } from "./create-zoning.ts";
import { indexGround } from "./ground-index.ts";
import { picksLeft } from "./picks-left.ts";
import { freePlaces, membersOf, type ZoneMembers } from "./zone-members.ts";
import { openZoneMemory, windowStore } from "./zone-memory.ts";
import { scoreOfZones } from "./zone-score.ts";
import type { ZoningApi } from "./zoning-api.ts";
import { NO_CONTENT, zoneOfId } from "./zoning-content.ts";

type Language = Pick<ReturnType<typeof useLanguage>, "t" | "formats">;

/** The zones of the territory, made when somebody first looks at them: the open zoning, what follows from it, the pen. */
export function createZones(api: ZoningApi, workspace: Workspace, language: Language) {
  const { t, formats } = language;
  const { territoryName } = workspace;
  const ground = createLoad(territoryName, (name, signal) => api.ground(name, signal));
  const list = createLoad(territoryName, (name, signal) => api.zonings(name, signal));
  const index = createMemo(() => {
    const known = ground.value();
    return known === null ? null : indexGround(known);
  });
  const editor = randomWord();
  const [told, tell] = createTold();
  const picked = createMemo((): ReadonlySet<string> => new Set(workspace.state().pickedZoneIds));
  const [refusals, setRefusals] = createSignal<readonly string[]>([]);

  const zoningId = createMemo(() => workspace.state().zoningId);
  const zoning = createMemo(() => {
    const [id, known] = [zoningId(), index()];
    if (id === null || known === null) return null;
    return untrack(() =>
      createZoning(api, {
        zoningId: id,
        editor,
        newId: randomWord,
        memory: openZoneMemory(windowStore(), id, known.ground),
        onRefused: (refused) => setRefusals((before) => [...before, ...refused.map(wordsOf)]),
        onForbidden: ({ message }) => {
          const words = t("zones.forbidden", message);
          // In the place of what was told as done.
          tell(words);
          setRefusals((before) => withWords(before, words));
        },
        onOthers: (steps) => tell(othersWords(t, formats(), changedNames(zones(), steps))),
        onRenamed: (name) => tell(t("zones.othersRenamed", name)),
      }),
    );
  });
  const wordsOf = (refusal: ZoneRefusal): string => {
    const known = index();
    return refusalWords(t, formats(), refusal, {
      nameOf: (id) => zones().find((zone) => zone.id === id)?.name ?? "…",
      doorsOf: (ids) => known?.doorsOf(known.placesOf(ids)) ?? ids.length,
    });
  };
  const first = createFirstZoning({
    list: list.value,
    zoningId,
    open: (id) => workspace.move({ type: "zoning-opened", zoningId: id }),
  });
  createEffect(
    on(zoningId, () => {
      setRefusals([]);
      tell("");
    }),
  );

  /** By name, as a reader sorts them. */
  const zones = createMemo(() =>
    [...(zoning()?.content().zones ?? [])].sort((a, b) => formats().compare(a.name, b.name)),
  );
  // Copies of a zoning have the ids of its zones: what one has and the other has not is not gone.
  createEffect(
    on([zoning, zones], ([open, now], before) => {
      if (before === undefined || open !== before[0]) return;
      workspace.move({ type: "zones-picked", zoneIds: picksLeft(workspace.state().pickedZoneIds, before[1], now) });
    }),
  );
  const members = createMemo<ZoneMembers>((before) => {
    const [known, content] = [index(), zoning()?.content()];
    return known === null || content === undefined ? new Map() : membersOf(known, content, before);
  }, new Map());
  const zoneOf = createMemo(() => zoning()?.content().zoneOf ?? null);
  const free = createMemo(() => {
    const [known, holders] = [index(), zoneOf()];
    return known === null || holders === null ? [] : freePlaces(known, holders);
  });
  const unknownAddresses = createMemo(() => {
    const [known, holders] = [index(), zoneOf()];
    if (known === null || holders === null) return 0;
    return holders.size - (known.count - free().length);
  });
  const pace = createMemo(() => paceOf(workspace.planForm()), undefined, {
    equals: (a, b) => a.minutesPerDoor === b.minutesPerDoor && a.speed === b.speed,
  });
  const figures = createZoneFigures(api, { territoryName, index, members, pace });
  const cut = createZoneCut({
    api,
    workspace,
    index,
    zoning,
    members,
    free,
    pace,
    editor,
    newId: randomWord,
    tell,
    language,
  });
  /** What the map shows: the zones as they are, or as a cut would have them. */
  const shownZones = createMemo(() => cut.preview()?.zones ?? zones());
  const shownMembers = createMemo<ZoneMembers>((before) => {
    const [known, preview] = [index(), cut.preview()];
    return known === null || preview === null ? members() : membersOf(known, preview, before);
  }, new Map());
  const outlines = createOutlines(ground.value, shownMembers);

  /** Of the zones that have doors, once all their figures are there. */
  const score = createMemo(() => {
    const filled = zones().filter(({ id }) => (members().get(id)?.length ?? 0) > 0);
    const judged = filled.flatMap(({ id, name }) => {
      const known = figures.of(id);
      return known === null ? [] : [{ ...known, name }];
    });
    return judged.length < filled.length ? null : scoreOfZones(judged, pace().minutesPerDoor);
  });
  const openedId = () => workspace.state().zoneId;
  const open = (zoneId: string | null) => workspace.move({ type: "zone-opened", zoneId });
  const startNew = () => {
    open(null);
    tell(t("zones.nextNew"));
  };
  const pen = createZonePen();
  const edits = createZoneEdits({
    index,
    zoning,
    members,
    openedId,
    open,
    takesFromOthers: pen.takesFromOthers,
    snaps: pen.snaps,
    newId: randomWord,
    tell,
    language,
  });

  const doorsOfZone = (zoneId: string) => index()?.doorsOf(members().get(zoneId) ?? []) ?? 0;
  const step = (direction: "undo" | "redo") => {
    const taken = zoning()?.[direction]() ?? null;
    if (taken === null) return;
    if (taken.steps.length === 0) return tell(t(direction === "undo" ? "zones.notUndone" : "zones.notRedone"));
    const what = stepsWords(t, formats(), taken.steps, { zones: zones(), doorsOfZone });
    const words = t(direction === "undo" ? "zones.undone" : "zones.redone", what);
    tell(taken.isWhole ? words : t("zones.partly", words));
  };
  const steps = {
    undo: () => step("undo"),
    redo: () => step("redo"),
    canUndo: () => zoning()?.canUndo() ?? false,
    canRedo: () => zoning()?.canRedo() ?? false,
  };
  askBeforeLeaving(() => (zoning()?.unsent() ?? 0) > 0);
  workspace.setZoneSteps(steps);
  onCleanup(() => workspace.setZoneSteps(null));

  createAreaAddresses(api, workspace, zoning);

  return {
    api,
    ground,
    list,
    index,
    zoning,
    zones,
    members,
    free,
    /** Zones ticked for the routes. */
    picked,
    pick: (zoneId: string, isPicked: boolean) => {
      const others = [...picked()].filter((id) => id !== zoneId);
      workspace.move({ type: "zones-picked", zoneIds: isPicked ? [...others, zoneId] : others });
    },
    /** Whether doors without a zone stand out on the map. */
    showsFree: () => workspace.state().showsFreeDoors,
    setShowsFree: (areShown: boolean) => workspace.move({ type: "free-doors-shown", areShown }),
    unknownAddresses,
    figures,
    score,
    /** What every zone is held against. */
    target: () => workspace.state().balance,
    setTarget: (target: BalanceTarget) => workspace.move({ type: "balance-chosen", target }),
    /** Zones cut by the program. */
    cut,
    shown: { zones: shownZones, members: shownMembers },
    outlines,
    openedId,
    open,
    /** Closes the open zone, and says that the next stroke makes a new one. */
    startNew,
    opened: () => zoneOfId(zoning()?.content() ?? NO_CONTENT, openedId()),
    pen,
    edits,
    steps,
    told,
    tell,
    /** Whether the address named a zoning that is not there: another is open in its place, if there is one. */
    isNamedLost: first.isLost,
    forgetNamedLost: first.forgetLost,
    refusals,
    forgetRefusals: () => setRefusals([]),
  };
}

export type Zones = ReturnType<typeof createZones>;

/** What is refused over and over for one reason is told once. */
function withWords(told: readonly string[], words: string): readonly string[] {
  return told.includes(words) ? told : [...told, words];
}
