import { englishCount, englishNumber, frenchCount, frenchNumber } from "../numbers/written-number.ts";
import {
  type Address,
  DOORS_ORIGINS,
  type DoorsOrigin,
  type Finding,
  type Station,
  type TerritorySummary,
} from "../territory/territory.ts";
import { finding } from "./finding.ts";

export interface Places {
  readonly stations: readonly Station[];
  readonly addresses: readonly Address[];
  readonly islands: { readonly count: number; readonly metres: number };
  readonly hasElevation: boolean;
  readonly hasStreets: boolean;
  readonly stationKind: TerritorySummary["stationKind"];
  /** Without one, stops come from OpenStreetMap: some may be buildings without a number. */
  readonly hasAddressFile: boolean;
}

/** What an organizer should know of stations, addresses and streets before anyone walks. */
export function findingsOfPlaces(places: Places): Finding[] {
  return [
    ...standIns(places),
    ...noStreets(places),
    ...stationsWithoutAddresses(places),
    ...addressesWithoutStreet(places),
    ...addressesOutsideStations(places),
    ...buildingsWithoutNumber(places),
    ...doorsByOrigin(places),
    ...knownFloors(places),
    ...islands(places),
    ...noElevation(places),
  ];
}

function standIns({ stationKind, stations }: Places): Finding[] {
  if (stationKind === "communes") {
    return finding("no-contours", "warning", stations.length, {
      fr: "Aucun contour de bureau de vote : chaque commune tient lieu d’un seul bureau.",
      en: "No contours of polling stations: each commune stands in as one station.",
    });
  }
  if (stationKind === "contours") return [];
  if (stationKind === "points") {
    return finding("stations-from-points", "info", stations.length, {
      fr: `${frenchNumber(stations.length)} bureaux connus par un seul point : leur zone est le terrain le plus proche, sur 5 km au plus, et leur numéro n’est pas le numéro officiel.`,
      en: `${englishNumber(stations.length)} stations known by one point only: their area is the nearest ground, within 5 km, and their number is not the official one.`,
    });
  }
  return finding("stations-from-roll", "info", stations.length, {
    fr: `${stations.length} bureaux dessinés d’après les adresses du répertoire électoral : leurs limites sont approchées.`,
    en: `${stations.length} stations drawn from the addresses of the electoral roll: their borders are approximate.`,
  });
}

function noStreets({ hasStreets }: Places): Finding[] {
  return finding("no-streets", "warning", hasStreets ? 0 : 1, {
    fr: "Aucune rue : les bureaux se regardent et se comparent, mais tournées, découpage en secteurs et temps de marche demandent un extrait OpenStreetMap.",
    en: "No streets: stations can be looked at and compared, but routes, zones and walking times need an OpenStreetMap extract.",
  });
}

function stationsWithoutAddresses({ stations, addresses, hasStreets }: Places): Finding[] {
  // Where no address is known at all, it is the addresses that are missing, not those of some stations.
  if (addresses.length === 0 && !hasStreets) {
    return finding("no-addresses", "warning", stations.length, {
      fr: "Aucune adresse : le nombre de portes est inconnu partout.",
      en: "No addresses: the number of doors is unknown everywhere.",
    });
  }
  const without = stations.filter((station) => station.addresses === 0);
  return finding(
    "stations-without-addresses",
    "warning",
    without.length,
    {
      fr: `${frenchCount(without.length, "bureau", "bureaux")} de vote sans aucune adresse : aucune tournée ne peut y passer.`,
      en: `${englishCount(without.length, "polling station", "polling stations")} without any address: no route can go there.`,
    },
    without.map((station) => station.id),
  );
}

function addressesWithoutStreet({ addresses }: Places): Finding[] {
  const without = addresses
    .filter((address) => address.place === null)
    .toSorted((a, b) => (b.streetMetres ?? Infinity) - (a.streetMetres ?? Infinity));
  return finding(
    "addresses-without-street",
    "warning",
    without.length,
    {
      fr: `${frenchCount(without.length, "adresse", "adresses")} sans rue praticable à portée : sur aucune tournée.`,
      en: `${englishCount(without.length, "address", "addresses")} without a walkable street within reach: on no route.`,
    },
    without.map(({ id, number, street, streetMetres }) => {
      const far = streetMetres === null ? "no street at all" : `${Math.round(streetMetres)} m`;
      return `${[number, street].filter((word) => word !== "").join(" ") || id} (${far})`;
    }),
  );
}

function addressesOutsideStations({ addresses }: Places): Finding[] {
  const outside = addresses.filter((address) => address.stationIndex === null);
  return finding("addresses-outside-stations", "info", outside.length, {
    fr: `${frenchCount(outside.length, "adresse", "adresses")} du cadre hors de tout bureau de vote.`,
    en: `${englishCount(outside.length, "address", "addresses")} within the frame, in no polling station.`,
  });
}

function buildingsWithoutNumber({ addresses, hasAddressFile }: Places): Finding[] {
  const count = hasAddressFile ? 0 : addresses.filter((address) => address.number === "").length;
  return finding("buildings-without-number", "warning", count, {
    fr: `${frenchNumber(count)} bâtiments n’ont pas d’adresse dans OpenStreetMap : ils sont visités sans numéro, sous le nom de leur rue.`,
    en: `${englishNumber(count)} buildings have no address in OpenStreetMap: they are visited without a number, under the name of their street.`,
  });
}

const ORIGIN_WORDS: Readonly<Record<DoorsOrigin, { readonly fr: string; readonly en: string }>> = {
  flats: { fr: "logements indiqués par bâtiment", en: "flats written on the building" },
  levels: { fr: "type de bâtiment, ou niveaux × surface", en: "kind of building, or levels × outline" },
  roll: { fr: "répertoire électoral", en: "electoral roll" },
  census: { fr: "logements du recensement", en: "census dwellings" },
  registered: { fr: "inscrits du bureau ÷ 1,58", en: "registered voters of the station ÷ 1.58" },
  single: { fr: "rien de connu : une porte par adresse", en: "nothing known: one door per address" },
};

function doorsByOrigin({ addresses }: Places): Finding[] {
  const doorsOf = new Map<DoorsOrigin, number>();
  for (const { doors, doorsOrigin } of addresses) doorsOf.set(doorsOrigin, (doorsOf.get(doorsOrigin) ?? 0) + doors);
  const origins = DOORS_ORIGINS.filter((origin) => doorsOf.has(origin));
  const total = [...doorsOf.values()].reduce((sum, doors) => sum + doors, 0);
  const isMostlyUnknown = (doorsOf.get("single") ?? 0) > total / 2;
  const list = (language: "fr" | "en", format: (count: number) => string) =>
    origins.map((origin) => `${format(doorsOf.get(origin) ?? 0)} (${ORIGIN_WORDS[origin][language]})`).join(", ");
  return finding("doors-by-origin", isMostlyUnknown ? "warning" : "info", total, {
    fr: `${frenchNumber(total)} portes, estimées d’après : ${list("fr", frenchNumber)}.`,
    en: `${englishNumber(total)} doors, estimated from: ${list("en", englishNumber)}.`,
  });
}

function knownFloors({ addresses }: Places): Finding[] {
  const known = addresses.filter((address) => address.floors !== null).length;
  return finding("floors-known", "info", known, {
    fr: `${frenchCount(known, "adresse", "adresses")} sur ${frenchNumber(addresses.length)} dont OpenStreetMap donne le nombre de niveaux, rez-de-chaussée compris.`,
    en: `${englishCount(known, "address", "addresses")} of ${englishNumber(addresses.length)} whose floors OpenStreetMap gives, the ground floor included.`,
  });
}

function islands({ islands: { count, metres } }: Places): Finding[] {
  return finding("street-islands", "info", count, {
    fr: `${frenchCount(count, "îlot", "îlots")} de rues sans lien à pied avec le reste, ${frenchNumber(metres)} m en tout (souvent l’effet du bord de l’extrait).`,
    en: `${englishCount(count, "island", "islands")} of streets without a way on foot to the rest, ${englishNumber(metres)} m in all (often cut off by the edge of the extract).`,
  });
}

function noElevation({ hasElevation, hasStreets, addresses }: Places): Finding[] {
  if (!hasStreets) return [];
  if (hasElevation) {
    const unknown = addresses.filter((address) => address.elevationMetres === null);
    return finding(
      "addresses-without-elevation",
      "info",
      unknown.length,
      {
        fr: `${frenchCount(unknown.length, "adresse", "adresses")} d’altitude inconnue (trous ou bord du modèle de terrain) : jamais au choix pour le point le plus bas ou le plus haut.`,
        en: `${englishCount(unknown.length, "address", "addresses")} of unknown height (gaps or edge of the height model): never chosen as the lowest or highest point.`,
      },
      unknown.map(({ id, number, street }) => `${number} ${street}`.trim() || id),
    );
  }
  return finding("no-elevation", "info", 1, {
    fr: "Pas d’altitudes : les tournées sont prévues à plat, et « le point le plus bas » ne peut pas servir de départ.",
    en: 'No elevation: routes are planned flat, and "the lowest point" cannot be a start.',
  });
}
