import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { MOST_CUT_ADDRESSES, type ZonesAnswer } from "../../server/contract/zones.ts";
import type { ApiProblem } from "../api/api-problem.ts";
import { asProblem } from "../api/create-load.ts";
import type { useLanguage } from "../i18n/language.tsx";
import type { Pace } from "../workspace/plan-form.ts";
import type { Workspace } from "../workspace/workspace-context.tsx";
import { applySteps } from "./apply-steps.ts";
import type { OpenZoning } from "./create-zoning.ts";
import { type CutEdit, cutSteps, type ZonesCut } from "./cut-steps.ts";
import type { GroundIndex } from "./ground-index.ts";
import { type JudgedCut, judgeCut, judgeHand } from "./judge-cut.ts";
import { type CutSubject, placesOfSelection, placesToCut } from "./places-to-cut.ts";
import type { ZoneMembers } from "./zone-members.ts";
import type { ZoningApi } from "./zoning-api.ts";
import { contentOf, NO_CONTENT, type ZoningContent } from "./zoning-content.ts";

/** How many zones: so many, or as many as teams need that go out for so long. */
export type CutCount =
  | { readonly kind: "zones"; readonly zones: number }
  | { readonly kind: "team"; readonly volunteers: number; readonly minutes: number };

/** One answer of the program, kept so that an earlier one can be gone back to. */
export interface CutTry {
  readonly seed: number;
  readonly answer: ZonesAnswer;
  readonly cut: ZonesCut;
  readonly judged: JudgedCut;
}

interface CutSources {
  readonly api: Pick<ZoningApi, "cutZones" | "zoneFigures" | "makeZoning" | "removeZoning" | "editZoning">;
  readonly workspace: Workspace;
  readonly index: Accessor<GroundIndex | null>;
  readonly zoning: Accessor<OpenZoning | null>;
  readonly members: Accessor<ZoneMembers>;
  readonly free: Accessor<readonly number[]>;
  readonly pace: Accessor<Pace>;
  readonly editor: string;
  readonly newId: () => string;
  readonly tell: (words: string) => void;
  readonly language: Pick<ReturnType<typeof useLanguage>, "t" | "formats">;
}

const MOST_ASKED_ZONES = 200;

/** Zones cut by the program: asked for, looked at beside the zones that are there, then made so or left. */
export function createZoneCut(sources: CutSources) {
  const { api, workspace, index, zoning, members, pace, newId } = sources;
  const { t, formats } = sources.language;
  const [isOpen, setIsOpen] = createSignal(false);
  const [subject, setSubject] = createSignal<CutSubject>("all");
  const [zoneIds, setZoneIds] = createSignal<readonly string[]>([]);
  const [askedSince, setAskedSince] = createSignal<number | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [tries, setTries] = createSignal<readonly CutTry[]>([]);
  const [shownSeed, setShownSeed] = createSignal<number | null>(null);
  const [hand, setHand] = createSignal<JudgedCut | null>(null);
  const [isHandShown, setIsHandShown] = createSignal(false);
  let controller: AbortController | null = null;

  const content = () => zoning()?.content() ?? NO_CONTENT;
  const chosenPlaces = (known: GroundIndex): Iterable<number> => {
    switch (subject()) {
      case "all":
        return known.ground.addressIds.keys();
      case "free":
        return sources.free();
      case "zones":
        return zoneIds().flatMap((id) => members().get(id) ?? []);
      case "area":
        return placesOfSelection(known, workspace.selection());
    }
  };
  const chosen = createMemo(() => {
    const known = index();
    if (!isOpen() || known === null) return null;
    return placesToCut(known, content(), chosenPlaces(known));
  });

  const shown = createMemo(() => tries().find(({ seed }) => seed === shownSeed()) ?? null);
  const nameOf = (number: number) => t("zones.zoneName", formats().integer(number));
  const edit = createMemo((): CutEdit | null => {
    const known = shown();
    return known === null ? null : cutSteps(content(), known.cut, nameOf);
  });
  /** What the zoning would be, while that is looked at. */
  const preview = createMemo((): ZoningContent | null => {
    const known = edit();
    return known === null || isHandShown() ? null : applySteps(content(), known.steps).content;
  });

  const cancel = () => {
    controller?.abort();
    controller = null;
    setAskedSince(null);
  };
  const forget = () => {
    cancel();
    setTries([]);
    setShownSeed(null);
    setHand(null);
    setProblem(null);
    setIsHandShown(false);
  };
  const close = () => {
    forget();
    setIsOpen(false);
  };
  createEffect(on(() => zoning()?.zoningId, close, { defer: true }));
  onCleanup(cancel);

  /** Asks for a cut; of another seed than before, it is another one. */
  const ask = async (count: CutCount) => {
    const [known, own] = [index(), chosen()];
    if (known === null || own === null || own.places.length === 0 || own.places.length > MOST_CUT_ADDRESSES) return;
    cancel();
    setProblem(null);
    const asking = new AbortController();
    controller = asking;
    setAskedSince(Date.now());
    const name = workspace.territoryName();
    const seed = Math.max(0, ...tries().map((one) => one.seed)) + 1;
    const addressIds = known.addressIdsOf(own.places);
    try {
      const zones = await countOf(count, addressIds, asking.signal);
      const request = { selection: { kind: "addresses" as const, addressIds }, zones, seed, ...pace() };
      const answer = await api.cutZones(name, request, asking.signal);
      const before =
        hand() ?? (await judgeHand(api, name, { content: content(), addressIds, pace: pace() }, asking.signal));
      if (asking.signal.aborted) return;
      const parts = answer.zones.features.map(({ properties }) => ({
        zoneId: newId(),
        addressIds: properties.addressIds,
      }));
      const made: CutTry = {
        seed,
        answer,
        cut: { parts, leftOver: known.addressIdsOf(own.away) },
        judged: judgeCut(answer, cutSteps(content(), { parts, leftOver: [] }, nameOf).added),
      };
      setHand(before);
      setTries((others) => [...others, made]);
      setShownSeed(seed);
      setIsHandShown(false);
    } catch (failure) {
      if (!asking.signal.aborted) setProblem(asProblem(failure));
    } finally {
      if (controller === asking) cancel();
    }
  };
  /** As many zones as their work takes teams: all of it is measured as one zone first. */
  const countOf = async (count: CutCount, addressIds: readonly string[], signal: AbortSignal): Promise<number> => {
    if (count.kind === "zones") return count.zones;
    const zones = [{ zoneId: "all", addressIds: [...addressIds] }];
    const request = { zones, ...pace(), isCompactnessAsked: false };
    const { zones: whole } = await api.zoneFigures(workspace.territoryName(), request, signal);
    const teams = Math.round((whole[0]?.workSeconds ?? 0) / (60 * count.volunteers * count.minutes));
    return Math.min(MOST_ASKED_ZONES, Math.max(1, teams));
  };

  /** Makes the zones so: one step to undo. */
  const apply = () => {
    const known = edit();
    if (known === null) return;
    if (known.isTooMany) {
      sources.tell(t("zones.tooMany"));
      return;
    }
    batch(() => {
      close();
      zoning()?.edit(known.steps);
    });
    sources.tell(t("cut.applied", known.added.length, formats().integer(known.added.length)));
  };
  /** Leaves this zoning as it is, and makes the cut in a copy of it. Throws ApiProblem. */
  const applyToCopy = async (name: string): Promise<void> => {
    const [open, known] = [zoning(), shown()];
    if (open === null || known === null) return;
    const made = await api.makeZoning(workspace.territoryName(), { name, copyOf: open.zoningId });
    const { steps } = cutSteps(contentOf(made), known.cut, nameOf);
    try {
      await api.editZoning(made.id, { id: newId(), editor: sources.editor, steps: [...steps] });
    } catch (failure) {
      // A copy without its cut is what nobody asked for.
      await api.removeZoning(made.id).catch(() => undefined);
      throw failure;
    }
    workspace.move({ type: "zoning-opened", zoningId: made.id });
    sources.tell(t("cut.appliedToCopy", name, known.cut.parts.length, formats().integer(known.cut.parts.length)));
  };

  return {
    isOpen,
    /** Opens with what is most likely meant: the ticked zones, the chosen area, what has no zone yet, or everything. */
    open: (ticked: readonly string[]) => {
      setZoneIds(ticked);
      const hasArea = workspace.selection() !== null && workspace.selection()?.kind !== "best";
      const hasZones = content().zones.length > 0;
      setSubject(
        ticked.length > 0 ? "zones" : hasArea ? "area" : hasZones && sources.free().length > 0 ? "free" : "all",
      );
      setIsOpen(true);
    },
    close,
    subject,
    choose: (next: CutSubject, ids: readonly string[] = zoneIds()) => {
      forget();
      setZoneIds(ids);
      setSubject(next);
    },
    zoneIds,
    chosen,
    isTooLarge: () => (chosen()?.places.length ?? 0) > MOST_CUT_ADDRESSES,
    ask,
    cancel,
    /** Forgets what was cut, when something else is to be cut. */
    forget,
    /** When the program was asked, in milliseconds; null while nothing is awaited. */
    askedSince,
    problem,
    setProblem,
    tries,
    shown,
    show: setShownSeed,
    edit,
    /** How the zones that are there do with the same doors; null without any. */
    hand,
    isHandShown,
    setIsHandShown,
    preview,
    apply,
    applyToCopy,
  };
}

export type ZoneCut = ReturnType<typeof createZoneCut>;
