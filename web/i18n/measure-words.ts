import type { Mix } from "../../server/contract/scores.ts";
import type { Measure } from "../workspace/workspace-state.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";

/** A value of a measure as it is written: a share of registered voters, or votes per hour with their sign. */
export function measureText(t: Translate, formats: Formats, measure: Measure, value: number): string {
  return measure === "hourly" ? t("measure.perHour", hourlyText(formats, value)) : shareText(formats, value);
}

/** Votes per hour: thousandths are the first figures that differ. */
export function hourlyText(formats: Formats, value: number): string {
  return formats.decimal(rounded(value, 1000), 3);
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

export function shareText(formats: Formats, value: number): string {
  return formats.share(rounded(value, 1000));
}

/** So that what is too small to be written is no "-0". */
function rounded(value: number, parts: number): number {
  return Math.round(value * parts) / parts + 0;
}
