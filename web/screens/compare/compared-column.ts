import type { Formats } from "../../i18n/formats.ts";
import type { Translate } from "../../i18n/language.tsx";
import type { ShownSubject } from "../../workspace/create-comparison.ts";

/** How a subject stands in the head of the table. */
export interface ComparedColumn {
  readonly name: string;
  /** Of several stations: they can be given a name. */
  readonly isNamed: boolean;
  /** Empty when nobody has given one. */
  readonly givenName: string;
  /** What it is made of. */
  readonly details: readonly string[];
  readonly isEstimated: boolean;
}

/** @param givenName that the organizer gave to stations taken together; empty without one */
export function comparedColumn(
  { place, subject, compared }: ShownSubject,
  givenName: string,
  t: Translate,
  formats: Formats,
): ComparedColumn {
  const fixed = { isNamed: false, givenName: "", isEstimated: false };
  if (compared.status === "waiting") return { ...fixed, name: t("compare.reading"), details: [] };
  const { origin, rows, isEstimated } = compared;
  const written = formats.integer(rows.length);
  const stations = isEstimated ? t("compare.parts", rows.length, written) : t("compare.stations", rows.length, written);
  switch (origin.kind) {
    case "stations": {
      const stationIds = subject.kind === "stations" ? subject.stationIds : [];
      const isNamed = stationIds.length > 1;
      const own = isNamed ? givenName || t("compare.neighbourhood", formats.integer(place + 1)) : rows[0]?.name;
      return { ...fixed, name: own ?? stationIds[0] ?? "", isNamed, givenName, details: [stations] };
    }
    case "zones": {
      const { zoning, zoneIds, isWhole } = origin;
      const count = [zoneIds.length, formats.integer(zoneIds.length)] as const;
      const only = zoneIds.length === 1 ? zoning.zones.find(({ id }) => id === zoneIds[0]) : undefined;
      if (isWhole)
        return { ...fixed, isEstimated, name: zoning.name, details: [t("compare.zoningWhole", ...count), stations] };
      if (only === undefined) {
        return { ...fixed, isEstimated, name: t("compare.zonesOf", zoning.name, ...count), details: [stations] };
      }
      return { ...fixed, isEstimated, name: only.name, details: [t("compare.zoneIn", zoning.name), stations] };
    }
    case "plan": {
      const count = origin.plan.totals.routes;
      const routes = t("compare.planRoutes", count, formats.integer(count));
      const name = t("compare.planOf", formats.dateTime(origin.createdAt));
      return { ...fixed, isEstimated, name, details: [routes, stations] };
    }
  }
}
