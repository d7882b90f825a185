import type { Language } from "../../server/contract/plan.ts";
import type { CompareRow, RowName, Unit } from "../workspace/compare-rows.ts";
import { electionName } from "./election-words.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";
import { hourlyText, measureText, mixWords, shareText } from "./measure-words.ts";

/** What a row is called, and what its figures are shares or means of. */
export interface RowWords {
  readonly main: string;
  readonly detail: string | null;
}

export function rowWords(
  t: Translate,
  formats: Formats,
  language: Language,
  { name }: Pick<CompareRow, "name">,
): RowWords {
  switch (name.kind) {
    case "score":
      return {
        main: t(`measure.${name.measure}`),
        detail: scoreDetail(t, formats, name),
      };
    case "people":
      return { main: t(`compare.people.${name.count}`), detail: null };
    case "turnout":
      return { main: electionName(t, name.election), detail: null };
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
    case "outing":
      return { main: t(`compare.outing.${name.what}`), detail: outingDetail(t, name.what) };
  }
}

const DETAILED = [
  "minutes",
  "workHours",
  "heaviest",
  "lightest",
  "zoneMetresPerDoor",
  "zoneEquivalent",
  "metresPerDoor",
  "metresEquivalent",
  "worstRoute",
] as const;

function outingDetail(t: Translate, what: Extract<RowName, { readonly kind: "outing" }>["what"]): string | null {
  const known = DETAILED.find((one) => one === what);
  return known === undefined ? null : t(`compare.outingDetail.${known}`);
}

function scoreDetail(t: Translate, formats: Formats, { measure, mix }: ScoreName): string {
  if (measure === "hourly") return t("compare.votesPerHour");
  return measure === "mix" ? mixWords(t, formats, mix) : t("compare.ofRegistered");
}

type ScoreName = Extract<CompareRow["name"], { readonly kind: "score" }>;

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
      return t("compare.seconds", formats.decimal(value));
    case "perHour":
      return t("compare.perHour", formats.decimal(value));
    case "minutes":
      return t("compare.minutes", formats.integer(value));
    case "hours":
      return t("compare.hours", formats.decimal(value));
    case "metres":
      return t("compare.metres", formats.decimal(value));
    case "kilometres":
      return t("compare.kilometres", formats.decimal(value));
    case "decimal":
      return formats.decimal(value);
  }
}

/** The ends of an interval. The unit of votes per hour is long, and stands in the value above it. */
export function rangeText(
  t: Translate,
  formats: Formats,
  unit: Unit,
  { low, high }: { readonly low: number; readonly high: number },
): string {
  const text = (value: number) => (unit === "hourly" ? hourlyText(formats, value) : unitText(t, formats, unit, value));
  return t("compare.range", text(low), text(high));
}

/** A difference with its sign; shares differ by points. One too small to be written is none. */
export function differenceText(t: Translate, formats: Formats, unit: Unit, difference: number): string {
  const size = Math.abs(difference);
  const written = differenceSize(t, formats, unit, size);
  if (!/[1-9]/.test(written)) return t("compare.same");
  return `${difference < 0 ? "\u2212" : "+"}${written}`;
}

function differenceSize(t: Translate, formats: Formats, unit: Unit, size: number): string {
  switch (unit) {
    case "share":
      return t("compare.points", formats.decimal(size * 100));
    case "percent":
      return t("compare.points", formats.decimal(size));
    case "hourly":
      // As many decimals as the values mostly have.
      return formats.decimal(size, size < 0.005 ? 3 : 2);
    default:
      return unitText(t, formats, unit, size);
  }
}
