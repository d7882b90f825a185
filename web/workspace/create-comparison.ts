import { createMemo, createSignal } from "solid-js";
import type { ComparisonAnswer } from "../../server/contract/comparison.ts";
import type { Client } from "../api/client.ts";
import { createLoad } from "../api/create-load.ts";
import { remember, remembered } from "../design/remembered.ts";
import { type ComparedGroup, compareRows } from "./compare-rows.ts";
import { type Subject, subjectCode } from "./compare-subjects.ts";
import type { StationRow } from "./station-rows.ts";
import type { Workspace } from "./workspace-context.tsx";

/** What is compared, ready to be shown: rows with their values, and the stations of each neighbourhood. */
export function createComparison(api: Pick<Client, "comparison">, workspace: Workspace) {
  const rowOf = createMemo(() => new Map(workspace.rows().map((row) => [row.stationId, row])));
  const subjects = createMemo(() => workspace.state().comparison.subjects);
  /** Stations that a link names and this territory does not have are left out, and counted. */
  const stations = createMemo((): readonly (readonly StationRow[])[] =>
    subjects().map((subject) => subject.flatMap((id) => rowOf().get(id) ?? [])),
  );
  const unknownStations = () =>
    rowOf().size === 0 ? 0 : subjects().flat().length - stations().reduce((sum, rows) => sum + rows.length, 0);

  const asked = createMemo(() => stations().map((rows) => rows.map(({ stationId }) => stationId)), undefined, {
    equals: (before, after) => JSON.stringify(before) === JSON.stringify(after),
  });
  const answer = createLoad(
    () => (asked().some((ids) => ids.length > 0) ? asked() : null),
    async (groups, signal) => {
      const known = groups.filter((ids) => ids.length > 0).map((stationIds) => ({ stationIds }));
      const said = await api.comparison(workspace.territoryName(), { groups: known }, signal);
      return { asked: groups, groups: inPlaces(groups, said), territory: said.territory };
    },
  );
  /** Null while another question is open: figures of other neighbourhoods are never shown under these names. */
  const figures = () => {
    const known = answer.value();
    return known?.asked === asked() ? known : null;
  };

  const groupOf = (rows: readonly StationRow[], own: ComparedGroup["figures"]): ComparedGroup => ({
    rows,
    walks:
      workspace.walks.value() === null
        ? null
        : rows.flatMap(({ stationId }) => workspace.ranking.walkOf(stationId) ?? []),
    figures: own,
  });
  const rows = createMemo(() => {
    const territory = workspace.territory.value();
    const electionOf = new Map((territory?.elections ?? []).map((election) => [election.id, election]));
    return compareRows({
      groups: stations().map((own, place) => groupOf(own, figures()?.groups[place] ?? null)),
      territory: groupOf(workspace.rows(), answer.value()?.territory ?? null),
      report: workspace.camps.scores.value(),
      mix: workspace.hand.hand().mix,
      sides: workspace.camps.choice()?.sides ?? {},
      elections: (answer.value()?.territory.results ?? []).flatMap(
        ({ electionId }) => electionOf.get(electionId) ?? [],
      ),
      indicators: territory?.indicators ?? [],
    });
  });
  return { rows, stations, unknownStations, answer, names: createSubjectNames(workspace.territoryName) };
}

/** The answer has no place for a neighbourhood without a station. */
function inPlaces(groups: readonly (readonly string[])[], { groups: said }: ComparisonAnswer) {
  const left = [...said];
  return groups.map((ids) => (ids.length === 0 ? null : (left.shift() ?? null)));
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
