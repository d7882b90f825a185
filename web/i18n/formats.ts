import type { Language } from "../../server/contract/plan.ts";

/** Numbers, distances, times and dates as a reader of the language writes them. Distances in metres, times in seconds. */
export interface Formats {
  integer(value: number): string;
  decimal(value: number, digits?: number): string;
  /** 0.123 → "12,3 %". */
  share(value: number, digits?: number): string;
  /** A share as points of percentage with their sign: 0.0123 → "+1,2". */
  points(share: number, digits?: number): string;
  /** A rank correlation: −0.333 → "−0,33". */
  correlation(value: number): string;
  distance(metres: number): string;
  height(metres: number): string;
  /** "1 h 05", "45 min". */
  duration(seconds: number): string;
  bytes(value: number): string;
  date(iso: string): string;
  dateTime(iso: string): string;
  list(words: readonly string[]): string;
  compare(a: string, b: string): number;
}

export function createFormats(language: Language): Formats {
  const locale = language === "fr" ? "fr-FR" : "en-GB";
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const listing = new Intl.ListFormat(locale, { style: "long", type: "conjunction" });
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  // Making a format costs far more than using it, and a list of stations uses the same one hundreds of times.
  const made = new Map<string, Intl.NumberFormat>();
  const numbers = (style: "decimal" | "percent", digits: number) => {
    const key = `${style} ${digits}`;
    const known =
      made.get(key) ??
      new Intl.NumberFormat(locale, { style, minimumFractionDigits: digits, maximumFractionDigits: digits });
    made.set(key, known);
    return known;
  };
  const fixed = (value: number, digits: number) => numbers("decimal", digits).format(value);
  const unit = (value: number, name: string, digits: number) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);

  return {
    integer: (value) => whole.format(Math.round(value)),
    decimal: (value, digits = 1) => fixed(value, digits),
    points: (share, digits = 1) => {
      const written = fixed(Math.abs(share) * 100, digits);
      return Number(Math.abs(share * 100).toFixed(digits)) === 0 ? written : `${share < 0 ? MINUS : "+"}${written}`;
    },
    correlation: (value) => fixed(value, 2).replace("-", MINUS),
    share: (value, digits = 1) => numbers("percent", digits).format(value).replace("-", MINUS),
    distance: (metres) =>
      metres < 995 ? unit(roundTo(metres, metres < 100 ? 1 : 10), "meter", 0) : unit(metres / 1000, "kilometer", 1),
    height: (metres) => unit(metres, "meter", 0),
    duration: (seconds) => duration(seconds),
    bytes: (value) => {
      if (value >= 1e9) return unit(value / 1e9, "gigabyte", 1);
      if (value >= 1e6) return unit(value / 1e6, "megabyte", 1);
      // In English the short form of the unit is "byte", whatever their number.
      if (value < 1000) return `${whole.format(value)}\u00a0${language === "fr" ? "o" : "B"}`;
      return unit(value / 1e3, "kilobyte", value < 1e4 ? 1 : 0);
    },
    date: (iso) => day.format(new Date(iso)),
    dateTime: (iso) => moment.format(new Date(iso)),
    list: (words) => listing.format(words),
    compare: (a, b) => collator.compare(a, b),
  };
}

/** As wide as a plus, and read out as "minus". */
const MINUS = "\u2212";

function roundTo(value: number, step: number): number {
  return Math.round(value / step) * step;
}

/** Written alike in both languages: "45 min", "1 h 05". */
function duration(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(minutes % 60).padStart(2, "0")}`;
}
