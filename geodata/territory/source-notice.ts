import type { ReadFile } from "./read-inputs.ts";
import type { Source } from "./territory.ts";

interface Notice {
  readonly licence: string;
  readonly attribution: string;
}

const OPEN_LICENCE = "Licence Ouverte 2.0 (Etalab)";
const UNKNOWN: Notice = {
  licence: "à vérifier auprès du producteur",
  attribution: "Source indiquée par l'organisateur",
};
const INVENTED: Notice = { licence: "CC0 1.0", attribution: "Ville inventée par Arpent : aucun lieu réel" };

/** The city publishes its contours and results itself, under the Open Database Licence. */
const PARIS = "75056";

export interface SourceContext {
  readonly isInvented: boolean;
  /** The one commune of the territory, null when there are several. */
  readonly onlyCommune: string | null;
}

/**
 * What must be shown wherever the data of a file is shown. Layouts that only one producer uses say who that is; for
 * the others the producer stays to be named.
 */
function sourceNotice(file: ReadFile<unknown>, { isInvented, onlyCommune }: SourceContext): Notice {
  if (isInvented) return INVENTED;
  const isOfParis = onlyCommune === PARIS;
  const { format } = file.facts;
  switch (file.role) {
    case "osm":
      return { licence: "ODbL 1.0", attribution: "© les contributeurs d'OpenStreetMap (ODbL)" };
    case "stations":
      if (format === "station-points") {
        return {
          licence: OPEN_LICENCE,
          attribution: "Bureaux de vote et résultats : Insee (REU), ministère de l'Intérieur",
        };
      }
      if (format.startsWith("data-gouv")) {
        return { licence: OPEN_LICENCE, attribution: "Contours des bureaux de vote : Etalab, d'après Insee (REU)" };
      }
      return isOfParis ? { licence: "ODbL 1.0", attribution: "Bureaux de vote : Ville de Paris (ODbL)" } : UNKNOWN;
    case "results":
      if (isOfParis && format.startsWith("data-gouv")) {
        return {
          licence: "ODbL 1.0",
          attribution: "Résultats électoraux : ministère de l'Intérieur ; Ville de Paris (ODbL)",
        };
      }
      return { licence: OPEN_LICENCE, attribution: "Résultats électoraux : ministère de l'Intérieur" };
    case "addresses":
      return format.includes("reu")
        ? { licence: OPEN_LICENCE, attribution: "Adresses du répertoire électoral unique : Insee" }
        : { licence: OPEN_LICENCE, attribution: "Base Adresse Nationale (adresse.data.gouv.fr)" };
    case "census":
      return { licence: OPEN_LICENCE, attribution: "Insee" };
    case "census-areas":
      return { licence: OPEN_LICENCE, attribution: "Contours… Iris : IGN, Insee" };
    case "elevation":
      return /hgt|srtm/.test(format)
        ? { licence: "domaine public", attribution: "Altitudes : SRTM (NASA, USGS)" }
        : { licence: "à vérifier auprès du producteur", attribution: "Altitudes : source indiquée par l'organisateur" };
  }
}

/** The entry of one file in the territory. */
export function toSource(file: ReadFile<unknown>, context: SourceContext): Source {
  const { file: name, format, sha256, bytes, read, accepted, rejected, outside, rejects } = file.facts;
  return {
    role: file.role,
    file: name,
    format,
    vintage: file.vintage,
    sha256,
    bytes,
    ...sourceNotice(file, context),
    read,
    accepted,
    rejected,
    outside,
    rejects,
  };
}
