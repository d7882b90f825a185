import type { Indicator, Territory } from "../territory/territory.ts";
import type { KnownMargin } from "./territory-margins.ts";

/** Indicators that describe a population best, the most important first: without their year, as Insee names columns. */
const TELLING = [
  "DISP_MED",
  "DISP_TP60",
  "DISP_PCHO",
  "DISP_PPEN",
  "DISP_GI",
  "CHOM1564",
  "POP15P_CS3",
  "POP15P_CS6",
  "POP15P_CS7",
  "RP_LOCHLMV",
  "RP_PROP",
] as const;
/** Where no indicator is known by name, the first ones that are no counts. */
const MOST_OF_UNKNOWN = 6;

/** Counts are compared as shares of their whole. */
const WHOLE_OF: Readonly<Record<string, string>> = {
  CHOM1564: "ACT1564",
  ACT1564: "POP1564",
  RP: "LOG",
  RSECOCC: "LOG",
  LOGVAC: "LOG",
  APPART: "LOG",
  MAISON: "LOG",
  RP_PROP: "RP",
  RP_LOC: "RP",
  RP_LOCHLMV: "RP",
  ...Object.fromEntries(["1", "2", "3", "4", "5", "6", "7", "8"].map((code) => [`POP15P_CS${code}`, "POP15P"])),
};

type CensusTerritory = Pick<Territory, "stations" | "indicators" | "stationIndicators">;

/**
 * One margin per census indicator, the most telling by default. Medians and shares as they are; a count as a share of
 * its whole (unemployed of the labour force), or, where the whole is not in the territory, per registered voter.
 * Suppressed and missing values stay unknown.
 */
export function censusMargins(territory: CensusTerritory): readonly KnownMargin[] {
  const indicators = territory.indicators();
  const byName = new Map(indicators.map((indicator) => [nameOf(indicator), indicator]));
  const telling = TELLING.flatMap((name) => byName.get(name) ?? []);
  const chosen =
    telling.length > 0 ? telling : indicators.filter(({ kind }) => kind !== "count").slice(0, MOST_OF_UNKNOWN);
  const others = indicators.filter((indicator) => !chosen.includes(indicator));
  return [...chosen, ...others].map((indicator) => {
    const whole = byName.get(WHOLE_OF[nameOf(indicator)] ?? "");
    return {
      id: indicator.id,
      shortName: indicator.id,
      electionId: null,
      label: labelOf(indicator, whole),
      isDefault: chosen.includes(indicator),
      isTelling: chosen.includes(indicator),
      values: () => valuesOf(territory, indicator, whole),
    };
  });
}

/** "DISP_MED21" → "DISP_MED", "P21_CHOM1564" → "CHOM1564". */
function nameOf({ id }: Indicator): string {
  return id.startsWith("DISP_") ? id.replace(/\d{2}$/, "") : id.replace(/^[PC]\d{2}_/, "");
}

function labelOf({ kind, label }: Indicator, whole: Indicator | undefined): KnownMargin["label"] {
  if (kind !== "count") return label;
  if (!whole) return { fr: `${label.fr}, par inscrit`, en: `${label.en}, per registered voter` };
  return { fr: `${label.fr} ÷ ${lower(whole.label.fr)}`, en: `${label.en} ÷ ${lower(whole.label.en)}` };
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}

function valuesOf(
  territory: CensusTerritory,
  indicator: Indicator,
  whole: Indicator | undefined,
): readonly (number | null)[] {
  const own = new Map<number, number | null>();
  const wholes = new Map<number, number | null>();
  for (const { stationIndex, indicatorId, value } of territory.stationIndicators()) {
    if (indicatorId === indicator.id) own.set(stationIndex, value);
    if (indicatorId === whole?.id) wholes.set(stationIndex, value);
  }
  return territory.stations().map(({ index, registered }) => {
    const value = own.get(index) ?? null;
    if (value === null || indicator.kind !== "count") return value;
    const total = whole ? (wholes.get(index) ?? null) : registered;
    return total !== null && total > 0 ? value / total : null;
  });
}
