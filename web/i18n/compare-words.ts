import type { Language } from "../../server/contract/plan.ts";
import type { CompareRow, Unit } from "../workspace/compare-rows.ts";
import { electionName } from "./election-words.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";
import { measureText, shareText } from "./measure-words.ts";

/** What a row is called, and what its figures are shares or means of. */
export interface RowWords {
  readonly main: string;
  readonly detail: string | null;
}

export function rowWords(t: Translate, language: Language, { name }: Pick<CompareRow, "name">): RowWords {
  switch (name.kind) {
    case "score":
      return {
        main: t(`measure.${name.measure}`),
        detail: name.measure === "hourly" ? t("compare.votesPerHour") : t("compare.ofRegistered"),
      };
    case "people":
      return { main: t(`compare.people.${name.count}`), detail: null };
    case "turnout":
      return { main: electionName(t, name.election), detail: t("compare.ofRegistered") };
    case "side":
      return { main: t(`camps.${name.side}`), detail: electionName(t, name.election) };
    case "census":
      return {
        main: name.indicator.label[language],
        detail: name.whole === null ? null : t("compare.partOf", name.whole.label[language]),
      };
    case "walking":
      return name.what === "doorsPerHour"
        ? { main: t("compare.doorsPerHour"), detail: t("compare.doorsPerHourDetail") }
        : { main: t("compare.secondsPerDoor"), detail: null };
  }
}

/** A value with its unit, as a reader of the language writes it. */
export function unitText(t: Translate, formats: Formats, unit: Unit, value: number): string {
  switch (unit) {
    case "share":
      return shareText(formats, value);
    case "percent":
      return shareText(formats, value / 100);
    case "count":
      return formats.integer(value);
    case "euros":
      return t("compare.euros", formats.integer(value));
    case "number":
      return formats.decimal(value, 2);
    case "hourly":
      return measureText(t, formats, "hourly", value);
    case "seconds":
      return t("compare.seconds", formats.decimal(value, value < 10 ? 1 : 0));
    case "perHour":
      return t("compare.perHour", formats.decimal(value));
  }
}

/** A difference with its sign; shares differ by points. One too small to be written is none. */
export function differenceText(t: Translate, formats: Formats, unit: Unit, difference: number): string {
  const size = Math.abs(difference);
  const written =
    unit === "share" || unit === "percent"
      ? t("compare.points", formats.decimal(unit === "share" ? size * 100 : size))
      : unitText(t, formats, unit, size);
  if (!/[1-9]/.test(written)) return t("compare.same");
  return `${difference < 0 ? "\u2212" : "+"}${written}`;
}
