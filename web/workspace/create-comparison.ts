import { createMemo, createSignal } from "solid-js";
import type { ComparisonAnswer } from "../../server/contract/comparison.ts";
import type { Client } from "../api/client.ts";
import { createLoad } from "../api/create-load.ts";
import { remember, remembered } from "../design/remembered.ts";
import { subjectCode } from "./compare-code.ts";
import { type ComparedGroup, compareRows } from "./compare-rows.ts";
import { removeSubject, type Subject, stationsOf } from "./compare-subjects.ts";
import { walkOfPart } from "./compared-parts.ts";
import { type ComparedSubject, comparedSubject } from "./compared-subject.ts";
import { type ComparedPlacesApi, createComparedPlaces } from "./create-compared-places.ts";
import { createSameMemo } from "./create-same-memo.ts";
import type { Workspace } from "./workspace-context.tsx";

/** What is compared and is there. */
export interface ShownSubject {
  /** In the comparison. */
  readonly place: number;
  readonly subject: Subject;
  readonly compared: Exclude<ComparedSubject, { readonly status: "lost" }>;
}

/**
 * What is compared, ready to be shown: the subjects that are there, rows with their values, and what had to be left
 * out.
 */
export function createComparison(
  api: Pick<Client, "comparison"> & ComparedPlacesApi,
  workspace: Workspace,
  revisionOf: (zoningId: string) => number,
) {
  const { territoryName, planForm } = workspace;
  const rowOf = createMemo(() => new Map(workspace.rows().map((row) => [row.stationId, row])));
  const comparison = () => workspace.state().comparison;
  const subjects = createMemo(() => comparison().subjects);
  const places = createComparedPlaces(api, { territoryName, subjects, planForm, revisionOf });
  const compared = createMemo(() => {
    const known = { ...places, rowOf: rowOf(), partsOf: places.partsOf() };
    return subjects().map((subject, place) => ({ place, subject, compared: comparedSubject(subject, known) }));
  });
  const shown = createMemo(() => compared().filter((one): one is ShownSubject => one.compared.status !== "lost"));
  const lost = createMemo(() =>
    compared().flatMap(({ place, subject, compared: one }) =>
      one.status === "lost" ? [{ place, subject, reason: one.reason }] : [],
    ),
  );
  /** Among those that are shown. A baseline that is not there gives way to the territory. */
  const baseline = createMemo(() => {
    const at = shown().findIndex(({ place }) => place === comparison().baseline);
    return at < 0 ? null : at;
  });
  const rowsAt = (one: ShownSubject) => (one.compared.status === "ready" ? one.compared.rows : []);
  /** Stations that a link names and this territory does not have are left out, and counted. */
  const unknownStations = () =>
    rowOf().size === 0
      ? 0
      : subjects()
          .flatMap(stationsOf)
          .filter((id) => !rowOf().has(id)).length;

  const asked = createSameMemo(() =>
    shown().map((one) => {
      const rows = rowsAt(one);
      const stationIds = rows.map(({ stationId }) => stationId);
      const isWhole = rows.every(({ share }) => share === undefined || share === 1);
      return isWhole ? { stationIds } : { stationIds, shares: rows.map(({ share }) => share ?? 1) };
    }),
  );
  const answer = createLoad(
    () => (asked().some(({ stationIds }) => stationIds.length > 0) ? asked() : null),
    async (groups, signal) => {
      const known = groups.filter(({ stationIds }) => stationIds.length > 0);
      const said = await api.comparison(territoryName(), { groups: known }, signal);
      return { asked: groups, groups: inPlaces(groups, said), territory: said.territory };
    },
  );
  /** Null while another question is open: figures of other neighbourhoods are never shown under these names. */
  const figures = () => {
    const known = answer.value();
    return known?.asked === asked() ? known : null;
  };

  const walksOf = (rows: ComparedGroup["rows"]) =>
    workspace.walks.value() === null
      ? null
      : rows.flatMap(({ stationId, share }) => {
          const walk = workspace.ranking.walkOf(stationId);
          return walk === undefined ? [] : [share === undefined ? walk : walkOfPart(walk, share)];
        });
  const groupOf = (one: ShownSubject, own: ComparedGroup["figures"]): ComparedGroup => {
    const rows = rowsAt(one);
    const group = { rows, walks: walksOf(rows), figures: own };
    if (one.compared.status === "waiting") return { ...group, walks: null, outing: "waiting" };
    const { counted, walked, outing } = one.compared;
    return { ...group, outing, ...(counted && { counted }), ...(walked && { walked }) };
  };
  const rows = createMemo(() => {
    const territory = workspace.territory.value();
    const electionOf = new Map((territory?.elections ?? []).map((election) => [election.id, election]));
    const all = workspace.rows();
    return compareRows({
      groups: shown().map((one, place) => groupOf(one, figures()?.groups[place] ?? null)),
      territory: { rows: all, walks: walksOf(all), figures: answer.value()?.territory ?? null },
      report: workspace.camps.scores.value(),
      mix: workspace.hand.hand().mix,
      sides: workspace.camps.choice()?.sides ?? {},
      elections: (answer.value()?.territory.results ?? []).flatMap(
        ({ electionId }) => electionOf.get(electionId) ?? [],
      ),
      indicators: territory?.indicators ?? [],
    });
  });
  return {
    rows,
    shown,
    lost,
    baseline,
    unknownStations,
    answer,
    places,
    /** The comparison without what is not there any more. */
    withoutLost: () => lost().reduceRight((kept, { place }) => removeSubject(kept, place), comparison()),
    names: createSubjectNames(territoryName),
  };
}

export type OpenComparison = ReturnType<typeof createComparison>;

/** The answer has no place for a neighbourhood without a station. */
function inPlaces(
  groups: readonly { readonly stationIds: readonly string[] }[],
  { groups: said }: Pick<ComparisonAnswer, "groups">,
) {
  const left = [...said];
  return groups.map(({ stationIds }) => (stationIds.length === 0 ? null : (left.shift() ?? null)));
}

/** Names that the organizer gives to neighbourhoods: kept on this device, never in an address or on the server. */
function createSubjectNames(territoryName: () => string) {
  const [given, setGiven] = createSignal<ReadonlyMap<string, string>>(new Map());
  const keyOf = (subject: Subject) => `neighbourhood.${territoryName()}.${subjectCode(subject)}`;
  return {
    /** Empty without a name. */
    nameOf: (subject: Subject) => given().get(keyOf(subject)) ?? remembered(keyOf(subject)) ?? "",
    rename: (subject: Subject, name: string) => {
      remember(keyOf(subject), name);
      setGiven((before) => new Map(before).set(keyOf(subject), name));
    },
  };
}
