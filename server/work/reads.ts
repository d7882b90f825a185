import { backTests } from "../../geodata/scoring/back-test/back-test-report.ts";
import { defaultChoice } from "../../geodata/scoring/presets.ts";
import { scoreStations } from "../../geodata/scoring/score-stations.ts";
import type { Territory } from "../../geodata/territory/territory.ts";
import type { BackTestReport } from "../contract/back-test.ts";
import type { ComparisonAnswer, ComparisonRequest } from "../contract/comparison.ts";
import type { ZoneFiguresAnswer, ZoneFiguresRequest, ZoneGround, ZonesFile } from "../contract/drawn-zones.ts";
import type { LayerRequest, LayerValues } from "../contract/layers.ts";
import type { Selection } from "../contract/plan.ts";
import type { ScoreColumns } from "../contract/score-columns.ts";
import type { CampChoice, ScoreReport } from "../contract/scores.ts";
import type { StationList } from "../contract/station-list.ts";
import type { StationScoreAnswer, StationScoreRequest } from "../contract/station-score.ts";
import type { StationWalks } from "../contract/station-walks.ts";
import type {
  AddressItem,
  CandidatesResponse,
  SearchResponse,
  SelectionCounts,
  StationCollection,
  StationDetail,
  TerritoryDetail,
} from "../contract/territories.ts";
import type { TransitionReport, TransitionsRequest } from "../contract/transitions.ts";
import type { ZonesAnswer, ZonesRequest } from "../contract/zones.ts";
import { zoneFigures } from "../drawn-zones/zone-figures.ts";
import { type DrawnZones, type ZonesTable, zonesFile, zonesTable } from "../drawn-zones/zones-file.ts";
import { stationLayer } from "../layers/station-layer.ts";
import {
  type AddressesQuestion,
  type AddressesWithin,
  addressesWithin,
  lieWithin,
  type WithinAnswer,
  type WithinQuestion,
} from "../people/lie-within.ts";
import { requireStreets } from "../planning/require-streets.ts";
import { stationWalks } from "../planning/station-walks.ts";
import { scoreColumns } from "../scores/score-columns.ts";
import { stationScore } from "../scores/station-score.ts";
import { whoWentWhere } from "../scores/who-went-where.ts";
import { type AddressPlaces, addressPlaces } from "../territories/address-places.ts";
import { compareStations } from "../territories/compare-stations.ts";
import { countSelection } from "../territories/count-selection.ts";
import { doorTileOf } from "../territories/door-tile.ts";
import { listCandidates } from "../territories/list-candidates.ts";
import { searchTerritory } from "../territories/search-territory.ts";
import { stationAddresses } from "../territories/station-addresses.ts";
import { stationCollection } from "../territories/station-collection.ts";
import { stationDetail } from "../territories/station-detail.ts";
import { stationList } from "../territories/station-list.ts";
import { type CutTile, stationTile, type TileNumbers } from "../territories/station-tile.ts";
import { territoryDetail } from "../territories/territory-detail.ts";
import { zoneGround } from "../territories/zone-ground.ts";
import { cutSelection } from "../zoning/cut-selection.ts";

/** What worker threads can be asked of a territory: the input of each question and the shape of its answer. */
export interface ReadShapes {
  readonly detail: { readonly input: null; readonly output: TerritoryDetail };
  readonly stations: { readonly input: null; readonly output: StationCollection };
  readonly stationList: { readonly input: null; readonly output: StationList };
  readonly stationTile: { readonly input: TileNumbers; readonly output: CutTile };
  readonly doorTile: { readonly input: TileNumbers; readonly output: CutTile };
  readonly station: { readonly input: { readonly stationId: string }; readonly output: StationDetail };
  readonly addresses: {
    readonly input: { readonly stationId: string };
    readonly output: { readonly addresses: readonly AddressItem[] };
  };
  readonly addressPlaces: {
    readonly input: { readonly addressIds: readonly string[] };
    readonly output: AddressPlaces;
  };
  readonly candidates: { readonly input: null; readonly output: CandidatesResponse };
  readonly search: { readonly input: { readonly text: string }; readonly output: SearchResponse };
  readonly defaultChoice: { readonly input: null; readonly output: CampChoice };
  readonly scores: { readonly input: CampChoice; readonly output: ScoreReport };
  readonly scoreColumns: { readonly input: CampChoice; readonly output: ScoreColumns };
  readonly stationScore: { readonly input: StationScoreRequest; readonly output: StationScoreAnswer };
  readonly backTests: { readonly input: CampChoice; readonly output: BackTestReport };
  readonly transitions: { readonly input: TransitionsRequest; readonly output: TransitionReport };
  readonly selection: { readonly input: Selection; readonly output: SelectionCounts };
  readonly within: { readonly input: WithinQuestion; readonly output: WithinAnswer };
  readonly addressesWithin: { readonly input: AddressesQuestion; readonly output: AddressesWithin };
  readonly comparison: { readonly input: ComparisonRequest; readonly output: ComparisonAnswer };
  readonly walks: { readonly input: null; readonly output: StationWalks };
  readonly layer: { readonly input: LayerRequest; readonly output: LayerValues };
  readonly zones: { readonly input: ZonesRequest; readonly output: ZonesAnswer };
  readonly ground: { readonly input: null; readonly output: ZoneGround };
  readonly zoneFigures: { readonly input: ZoneFiguresRequest; readonly output: ZoneFiguresAnswer };
  readonly zonesFile: { readonly input: DrawnZones; readonly output: ZonesFile };
  readonly zonesTable: { readonly input: DrawnZones; readonly output: ZonesTable };
}
export type ReadKind = keyof ReadShapes;

export const READS: {
  readonly [Kind in ReadKind]: (territory: Territory, input: ReadShapes[Kind]["input"]) => ReadShapes[Kind]["output"];
} = {
  detail: territoryDetail,
  stations: stationCollection,
  stationList,
  stationTile,
  doorTile: doorTileOf,
  station: stationDetail,
  addresses: stationAddresses,
  addressPlaces,
  candidates: listCandidates,
  search: searchTerritory,
  defaultChoice,
  scores: scoreStations,
  scoreColumns,
  stationScore,
  backTests,
  transitions: whoWentWhere,
  selection: countSelection,
  within: lieWithin,
  addressesWithin,
  comparison: compareStations,
  walks: walked(stationWalks),
  layer: stationLayer,
  zones: cutSelection,
  ground: walked(zoneGround),
  zoneFigures,
  zonesFile,
  zonesTable,
};

/** What is of no use where nobody can walk. */
function walked<Output>(read: (territory: Territory) => Output): (territory: Territory) => Output {
  return (territory) => {
    requireStreets(territory);
    return read(territory);
  };
}
