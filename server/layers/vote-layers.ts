import { type VoteTable, voteTable, voteTables } from "../../geodata/scoring/vote-table.ts";
import type { Layer, LayerUnit, LayerValue, LayerValues } from "../contract/layers.ts";
import { Refusal } from "../contract/refusal.ts";
import type { Side } from "../contract/scores.ts";
import { sameElection } from "../territories/same-election.ts";
import { voteMethod } from "./layer-words.ts";
import type { LayeredTerritory } from "./station-layer.ts";
import { changeOf, shareOfSide, turnoutOf } from "./vote-shares.ts";

type VotingTerritory = Pick<LayeredTerritory, "summary" | "stations" | "elections" | "candidates" | "results">;
type LayerOf<Kind extends Layer["kind"]> = Extract<Layer, { kind: Kind }>;
type Sides = Readonly<Record<string, Side>>;

/** Voters among the registered, at any round. */
export function turnoutLayer(territory: VotingTerritory, layer: LayerOf<"turnout">): LayerValues {
  return answer(territory, layer, "share", turnoutOf(tableOf(territory, layer.election)));
}

/** Votes for a side's candidates among the expressed votes of a round. */
export function sideLayer(territory: VotingTerritory, layer: LayerOf<"side">, sides: Sides): LayerValues {
  return answer(territory, layer, "share", shareOfSide(tableOf(territory, layer.election), sides, layer.side));
}

export function turnoutChangeLayer(territory: VotingTerritory, layer: LayerOf<"turnoutChange">): LayerValues {
  const [from, to] = twoTables(territory, layer);
  return answer(territory, layer, "points", changeOf(turnoutOf(from), turnoutOf(to)));
}

export function sideChangeLayer(territory: VotingTerritory, layer: LayerOf<"sideChange">, sides: Sides): LayerValues {
  const [from, to] = twoTables(territory, layer);
  const share = (table: VoteTable) => shareOfSide(table, sides, layer.side);
  return answer(territory, layer, "points", changeOf(share(from), share(to)));
}

function answer(
  territory: VotingTerritory,
  layer: Layer,
  unit: LayerUnit,
  valueAt: (station: number) => LayerValue,
): LayerValues {
  return {
    layer,
    unit,
    stations: territory.stations().map(({ id, index }) => ({ stationId: id, ...valueAt(index) })),
    method: voteMethod(layer, territory.summary),
  };
}

function twoTables(
  territory: VotingTerritory,
  { from, to }: { readonly from: string; readonly to: string },
): readonly [VoteTable, VoteTable] {
  if (from === to) throw sameElection();
  return [tableOf(territory, from), tableOf(territory, to)];
}

/** First rounds are kept in columns for the scores; a second round is put in columns when asked. */
function tableOf(territory: VotingTerritory, electionId: string): VoteTable {
  const first = voteTables(territory).find(({ election }) => election.id === electionId);
  if (first !== undefined) return first;
  const election = territory.elections().find(({ id }) => id === electionId);
  if (election === undefined) {
    throw new Refusal(
      "nothing-found",
      {
        fr: `Il n’y a pas d’élection « ${electionId} » dans ce territoire.`,
        en: `There is no election “${electionId}” in this territory.`,
      },
      404,
    );
  }
  const stationCount = territory.stations().length;
  return voteTable(election, territory.candidates(electionId), territory.results(electionId), stationCount);
}
