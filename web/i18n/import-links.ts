import type { ImportPart } from "../../server/contract/import-readiness.ts";

/** Pages of the public data sets: links for people, never requested by the program. */
export const DATA_PAGES: Readonly<Record<ImportPart, readonly string[]>> = {
  streets: ["https://download.geofabrik.de/europe/france.html"],
  stations: ["https://www.data.gouv.fr/fr/datasets/proposition-de-contours-des-bureaux-de-vote/"],
  results: ["https://www.data.gouv.fr/fr/datasets/donnees-des-elections-agregees/"],
  addresses: ["https://adresse.data.gouv.fr/data/ban/adresses/latest/csv"],
  census: ["https://www.insee.fr/fr/statistiques/8229323", "https://geoservices.ign.fr/contoursiris"],
  elevation: ["https://earthexplorer.usgs.gov/", "https://geoservices.ign.fr/rgealti"],
};
