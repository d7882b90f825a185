import type { useLanguage } from "../../i18n/language.tsx";
import { layerRangeText } from "../../i18n/layer-words.ts";
import { crossedWords, hourlyText, shareText } from "../../i18n/measure-words.ts";
import type { Palette } from "../../map/palette.ts";
import type { LayerView } from "../../workspace/layer-view.ts";
import type { LegendEntry } from "../../workspace/legend-entry.ts";
import { THREE_CLASSES } from "../../workspace/three-classes.ts";
import type { Workspace } from "../../workspace/workspace-context.tsx";
import { classColour } from "./class-colour.ts";

/** What a line of the legend says, on the screen and on paper. */
export interface LegendLineWords {
  readonly entry: LegendEntry;
  readonly colour: string;
  /** How the map draws it beside its colour. */
  readonly look?: "hatched" | "faded";
  readonly words: string;
  readonly count: number;
}

type Words = Pick<ReturnType<typeof useLanguage>, "t" | "formats">;

/** Each colour of a measure, highest first: where its class begins and ends, or what it is called, and its stations. */
export function measureLines(workspace: Workspace, { t, formats }: Words, palette: Palette): LegendLineWords[] {
  const { classes } = workspace.ranking.colouring();
  const { measure, classCount } = workspace.state();
  const scheme = workspace.colours.scheme();
  const written = (value: number | undefined) => {
    if (value === undefined) return "";
    return measure === "hourly" ? hourlyText(formats(), value) : shareText(formats(), value);
  };
  const wordsOf = (place: number) => {
    if (scheme === "crossed") return crossedWords(t, place);
    if (classCount === 3) return t(`measure.class.${THREE_CLASSES[place] ?? "rest"}`);
    return `${written(classes[place]?.low)} – ${written(classes[place]?.high)}`;
  };
  const lines = classes.map(({ count }, place): LegendLineWords => {
    return { entry: place, colour: classColour(palette, place, classes.length, scheme), words: wordsOf(place), count };
  });
  const uncoloured = workspace.rows().filter((row) => workspace.ranking.classOf(row.stationId) === null).length;
  const grey: LegendLineWords = {
    entry: "uncoloured",
    colour: classColour(palette, null, 0, scheme),
    // Where no station has a colour, none stands out for having none.
    ...(classes.length > 0 && { look: "hatched" as const }),
    words: workspace.ranking.isHidden() ? t("measure.uncoloured") : t("map.noScore"),
    count: uncoloured,
  };
  const faded: LegendLineWords = {
    entry: "faded",
    colour: classColour(palette, classes.length - 1, classes.length, scheme),
    look: "faded",
    words: t("layers.faded"),
    count: workspace.colours.faded().size,
  };
  return [...lines.reverse(), ...(uncoloured > 0 ? [grey] : []), ...(faded.count > 0 ? [faded] : [])];
}

/** Each colour of a layer, what has no value and why, and what is little sure. Circles have no colours to explain. */
export function layerLines(
  workspace: Workspace,
  { t, formats }: Words,
  palette: Palette,
  view: LayerView,
): LegendLineWords[] {
  const scheme = workspace.colours.scheme();
  const colour = (place: number | null) => classColour(palette, place, view.classes.length, scheme);
  const areCircles = workspace.colours.circles() !== null;
  const classes = view.classes.map(
    ({ low, high, count }, place): LegendLineWords => ({
      entry: place,
      colour: colour(place),
      words: layerRangeText(t, formats(), view.answer.unit, low, high),
      count,
    }),
  );
  const missing = view.missing.map(
    ({ reason, count }): LegendLineWords => ({
      entry: reason,
      colour: colour(null),
      look: "hatched",
      words: t(`layers.missing.${reason}`),
      count,
    }),
  );
  const faded: LegendLineWords = {
    entry: "faded",
    colour: colour(view.classes.length - 1),
    look: "faded",
    words: t("layers.faded"),
    count: view.faded.size,
  };
  return [...(areCircles ? [] : classes.reverse()), ...missing, ...(view.faded.size > 0 ? [faded] : [])];
}
