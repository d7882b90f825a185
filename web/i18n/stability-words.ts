import type { FirstStations } from "../workspace/create-ranking.ts";
import type { Formats } from "./formats.ts";
import type { Translate } from "./language.tsx";

/**
 * "reste dans le premier cinquième 8 fois sur 10", or "entrerait" for a station that is not in it now. Nobody is sure:
 * ten times in ten is "nearly always".
 */
export function staysWords(t: Translate, formats: Formats, probability: number, isFirst: boolean): string {
  const times = Math.round(probability * 10);
  if (times >= 10) return t("hand.staysAlways");
  if (times <= 0) return t("hand.entersNever");
  return t(isFirst ? "hand.staysTimes" : "hand.entersTimes", formats.integer(times));
}

/** One line on the first stations, and on the first fifth where that is more. */
export function firstWords(
  t: Translate,
  formats: Formats,
  { first, fifth }: { readonly first: FirstStations; readonly fifth: FirstStations | null },
): string {
  const staying = Math.round(first.staying);
  const begin = t("hand.first", first.places, formats.integer(first.places), staying);
  const end =
    fifth === null ? "" : t("hand.fifth", formats.integer(fifth.places), formats.integer(Math.round(fifth.staying)));
  return `${begin}${end}.`;
}
