import type { Indicator, TerritorySummary } from "../../geodata/territory/territory.ts";
import type { Layer } from "../contract/layers.ts";
import type { Sentence } from "../contract/refusal.ts";

/** Where a census figure comes from and how it came to stations. The year is that of the column's title. */
export function censusMethod({ id, kind }: Indicator, { isInvented }: Pick<TerritorySummary, "isInvented">): Sentence {
  const source = isInvented ? INVENTED : (sourceOf(id) ?? { fr: `Colonne ${id}`, en: `Column ${id}` });
  return kind === "count"
    ? {
        fr: `${source.fr}, à l’IRIS, réparti par portes. Un effectif : un grand bureau en compte plus.`,
        en: `${source.en}, by IRIS area, divided by doors. A count: a large station has more of them.`,
      }
    : {
        fr: `${source.fr}, à l’IRIS, moyenne pondérée par les portes de chaque bureau.`,
        en: `${source.en}, by IRIS area, averaged over the doors of each station.`,
      };
}

/** Insee's titles: DISP_MED21 is Filosofi 2021, P21_CHOM1564 the census of 2021. */
function sourceOf(title: string): Sentence | null {
  const income = /^(?:DISP|DEC)_.+?(\d{2})$/.exec(title)?.[1];
  if (income !== undefined) return { fr: `Filosofi 20${income}, Insee`, en: `Filosofi 20${income}, Insee` };
  const census = /^[PC](\d{2})_/.exec(title)?.[1];
  return census === undefined ? null : { fr: `Recensement 20${census}, Insee`, en: `Census 20${census}, Insee` };
}

export function voteMethod(layer: Layer, { isInvented }: Pick<TerritorySummary, "isInvented">): Sentence {
  const source = isInvented ? INVENTED : { fr: "Ministère de l’Intérieur", en: "Ministry of the Interior" };
  const share =
    layer.kind === "turnout" || layer.kind === "turnoutChange"
      ? { fr: "votants, en part des inscrits", en: "voters, as a share of registered voters" }
      : { fr: "voix, en part des exprimés", en: "votes, as a share of expressed votes" };
  const change =
    layer.kind === "turnoutChange" || layer.kind === "sideChange"
      ? { fr: " ; différence en points", en: "; difference in percentage points" }
      : { fr: "", en: "" };
  return {
    fr: `${source.fr} : ${share.fr}${change.fr} ; résultats reportés sur les bureaux d’aujourd’hui.`,
    en: `${source.en}: ${share.en}${change.en}; results carried to today's stations.`,
  };
}

export function groundMethod(
  { figure }: Extract<Layer, { kind: "ground" }>,
  { isInvented }: Pick<TerritorySummary, "isInvented">,
): Sentence {
  const own = GROUND[figure];
  return isInvented ? { fr: `${INVENTED.fr} : ${own.fr}`, en: `${INVENTED.en}: ${own.en}` } : own;
}

const INVENTED: Sentence = { fr: "Données inventées", en: "Invented data" };

const GROUND: Readonly<Record<Extract<Layer, { kind: "ground" }>["figure"], Sentence>> = {
  registered: {
    fr: "Inscrits du bureau au dernier scrutin qui l’a.",
    en: "Registered voters of the station at the latest election that has it.",
  },
  doors: {
    fr: "Portes estimées à chaque adresse, dans tout le bureau.",
    en: "Doors estimated at each address, in all of the station.",
  },
  doorsPerAddress: {
    fr: "Portes estimées du bureau, divisées par ses adresses : haut pour les immeubles.",
    en: "Estimated doors of the station over its addresses: high for blocks of flats.",
  },
  walkPerDoor: {
    fr: "Marche d’une porte à la suivante dans les rues, à 4,5 km/h, sans le temps aux portes.",
    en: "Walk from one door to the next along the streets, at 4.5 km/h, without the time at doors.",
  },
};
