import type { Layer, LayerUnit, LayerValue } from "../../server/contract/layers.ts";
import type { Election, TerritoryDetail } from "../../server/contract/territories.ts";
import { electionName } from "./election-words.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";
import { shareText } from "./measure-words.ts";

interface Words {
  readonly t: Translate;
  readonly language: "fr" | "en";
  /** Null until the territory is known: then ids stand for names. */
  readonly territory: Pick<TerritoryDetail, "elections" | "indicators"> | null;
}

/** "Participation, Européennes 2024, 1er tour": the name of a layer in the reader's language. */
export function layerName({ t, language, territory }: Words, layer: Layer): string {
  const election = (id: string) => electionNamed(t, territory?.elections ?? [], id);
  const short = (id: string) => {
    const found = territory?.elections.find((one) => one.id === id);
    return found === undefined ? id : t("elections.name", t(`elections.${found.type}`), found.year);
  };
  switch (layer.kind) {
    case "census":
      return territory?.indicators.find(({ id }) => id === layer.indicator)?.label[language] ?? layer.indicator;
    case "turnout":
      return t("layers.turnoutAt", election(layer.election));
    case "side":
      return t("layers.sideAt", t(`layers.sideOf.${layer.side}`), short(layer.election));
    case "turnoutChange":
      return t("layers.turnoutBetween", election(layer.from), election(layer.to));
    case "sideChange":
      return t("layers.sideBetween", t(`layers.sideOf.${layer.side}`), short(layer.from), short(layer.to));
    case "ground":
      return t(`layers.figure.${layer.figure}`);
  }
}

function electionNamed(t: Translate, elections: readonly Election[], id: string): string {
  const found = elections.find((one) => one.id === id);
  return found === undefined ? id : electionName(t, found);
}

/** A value with its unit, as it is written in the legend, the list and on the map. */
export function layerText(t: Translate, formats: Formats, unit: LayerUnit, value: number): string {
  switch (unit) {
    case "share":
      return shareText(formats, value);
    case "points":
      return t("layers.point", formats.points(value));
    case "euros":
      return `${formats.integer(value)}\u00a0€`;
    case "count":
      return formats.integer(value);
    case "seconds":
      return t("layers.seconds", value < 10 ? formats.decimal(value) : formats.integer(value));
    case "number":
      return Math.abs(value) < 100 ? formats.decimal(value, Math.abs(value) < 1 ? 2 : 1) : formats.integer(value);
  }
}

/** The values of a class, from lowest to highest; a unit that fills room is written once. */
export function layerRangeText(t: Translate, formats: Formats, unit: LayerUnit, low: number, high: number): string {
  const [from, to] = [layerText(t, formats, unit, low), layerText(t, formats, unit, high)];
  if (from === to) return from;
  const bare = unit === "points" ? formats.points(low) : unit === "euros" ? formats.integer(low) : from;
  return t("layers.range", bare, to);
}

/** A value, or why there is none, with a word where it is little sure. */
export function layerValueText(
  t: Translate,
  formats: Formats,
  unit: LayerUnit,
  known: LayerValue,
  isFaded: boolean,
): string {
  if (known.reason !== null) return t(`layers.missing.${known.reason}`);
  const text = layerText(t, formats, unit, known.value);
  return isFaded ? `${text} (${t("layers.unsure")})` : text;
}

/** What diverging colours part at, and which is which; empty for colours that rise from one end. */
export function centreText(t: Translate, formats: Formats, unit: LayerUnit, centre: number | null): string {
  if (centre === null) return "";
  return unit === "points" ? t("layers.centred") : t("layers.centredOn", layerText(t, formats, unit, centre));
}
