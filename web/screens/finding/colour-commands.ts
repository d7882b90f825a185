import { foldName } from "../../../geodata/geometry/fold-name.ts";
import type { Layer } from "../../../server/contract/layers.ts";
import type { TerritoryDetail } from "../../../server/contract/territories.ts";
import { layerName } from "../../i18n/layer-words.ts";
import { measureName } from "../../i18n/measure-words.ts";
import type { Findable } from "../../workspace/find-things.ts";
import {
  groundFigures,
  latestFirst,
  layerKinds,
  offeredMeasures,
  roundsWithVotes,
  startingLayer,
} from "../../workspace/layer-choices.ts";
import { encodeLayer } from "../../workspace/layer-code.ts";
import { command } from "./commands.ts";
import type { FindingScreen } from "./finding-screen.ts";

/** Every measure and every layer of the map by its name. */
export function listColours({ workspace, words }: FindingScreen): readonly Findable[] {
  const { t, language, formats } = words;
  const territory = workspace.territory.value();
  if (territory === null) return [];
  const hasScores = (workspace.camps.scores.value()?.stations.length ?? 0) > 0;
  const colour = (id: string, name: string, run: () => void) =>
    command(words, "colour", t("search.command.colour", name), run, { id: `colour-${id}` });
  return [
    ...(hasScores ? offeredMeasures(workspace.hasStreets(), workspace.state().measure) : []).map((measure) =>
      colour(measure, measureName(t, formats(), measure, workspace.hand.hand().mix), () =>
        workspace.move({ type: "measure-chosen", measure }),
      ),
    ),
    ...layersOf(territory).map((layer) => {
      const thing = colour(encodeLayer(layer), layerName({ t, language: language(), territory }, layer), () =>
        workspace.move({ type: "layer-chosen", layer }),
      );
      // The statistical office speaks of a standard of living, everybody else of income.
      const isIncome = layer.kind === "census" && /_MED\d*$/.test(layer.indicator);
      return isIncome ? { ...thing, words: `${thing.words} ${foldName(t("search.commandWords.income"))}` } : thing;
    }),
  ];
}

/** Layers that a name alone tells: of two elections the two that are offered first. */
function layersOf(territory: TerritoryDetail): Layer[] {
  const changes = layerKinds(territory)
    .filter((kind) => kind === "turnoutChange" || kind === "sideChange")
    .flatMap((kind) => startingLayer(kind, territory) ?? []);
  return [
    ...territory.indicators.map(({ id }): Layer => ({ kind: "census", indicator: id })),
    ...groundFigures(territory.summary.counts, null).map((figure): Layer => ({ kind: "ground", figure })),
    ...latestFirst(territory.elections).map(({ id }): Layer => ({ kind: "turnout", election: id })),
    ...roundsWithVotes(territory.elections).map(({ id }): Layer => ({ kind: "side", side: "ours", election: id })),
    ...changes,
  ];
}
