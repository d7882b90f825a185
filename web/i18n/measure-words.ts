import type { Mix } from "../../server/contract/scores.ts";
import { thirdsOfClass } from "../workspace/crossed-classes.ts";
import type { Measure } from "../workspace/workspace-state.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";

/** A value of a measure as it is written: a share of registered voters, or votes per hour with their sign. */
export function measureText(t: Translate, formats: Formats, measure: Measure, value: number): string {
  return measure === "hourly" ? t("measure.perHour", hourlyText(formats, value)) : shareText(formats, value);
}

/** Votes per hour to two figures, at least to hundredths and at most to ten-thousandths, with their sign. */
export function hourlyText(formats: Formats, value: number): string {
  if (Math.abs(value) < 0.00005) return formats.integer(0);
  const digits = Math.min(4, Math.max(2, 1 - Math.floor(Math.log10(Math.abs(value)))));
  return withMinus(formats.decimal(value, digits));
}

/** "mobilisation ×1, persuasion ×0,5": a mix is never named without its weights. */
export function mixWords(t: Translate, formats: Formats, mix: Mix): string {
  return t("measure.mixWeights", weightText(formats, mix.mobilisation), weightText(formats, mix.persuasion));
}

export function weightText(formats: Formats, weight: number): string {
  const hundredths = Math.round(weight * 100);
  return formats.decimal(weight, hundredths % 100 === 0 ? 0 : hundredths % 10 === 0 ? 1 : 2);
}

/** The name of a measure, with its weights where it has any. */
export function measureName(t: Translate, formats: Formats, measure: Measure, mix: Mix): string {
  return measure === "mix" ? `${t("measure.mix")} (${mixWords(t, formats, mix)})` : t(`measure.${measure}`);
}

/** The unit of a measure, with its weights where it has any. */
export function measureUnit(t: Translate, formats: Formats, measure: Measure, mix: Mix): string {
  if (measure === "mix") return t("measure.mixUnit", mixWords(t, formats, mix));
  return t(measure === "hourly" ? "measure.hourlyUnit" : "measure.unit");
}

/** What a class of a score against its effort means: "score fort, portes proches : commencer là". */
export function crossedWords(t: Translate, place: number): string {
  const { score, effort } = thirdsOfClass(place);
  return t(`measure.crossed.cells.${score}.${effort}`);
}

/** A share that may be negative; one that is too small to be written has no sign. */
export function shareText(formats: Formats, value: number): string {
  return withMinus(formats.share(Math.round(value * 1000) / 1000 + 0));
}

/** A true minus sign: a hyphen is too short to be seen in front of a figure. */
function withMinus(text: string): string {
  return text.replace("-", "−");
}
