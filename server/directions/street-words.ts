import osrmTextInstructions from "osrm-text-instructions";

const library = osrmTextInstructions("v5");

/**
 * A street name with its article, as it stands in a French sentence: "Rue de la Paix" → "la rue de la Paix",
 * "Avenue d'Alsace" → "l’avenue d’Alsace". Names that are no kind of street stay as they are: "La Bohémienne".
 */
export function frenchStreet(name: string): string {
  // The library knows most articles, and says them only in a sentence.
  const step = { name, mode: "walking", driving_side: "right", maneuver: STRAIGHT_ON };
  const formatToken = (token: string, value: string): string =>
    token === "way_name" ? withFrenchArticle(value) : value;
  return typographic(library.compile("fr", step, { formatToken }).replace(/^Continuer tout droit sur /, ""));
}

/** A street name inside a French address: "Rue de la Paix" → "rue de la Paix". */
export function inFrenchSentence(name: string): string {
  return typographic(KINDS.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name);
}

/**
 * French articles for street names that the library leaves bare or gets wrong ("sur Ruelle X", "la ancienne route").
 * Applied to what the library made of the name.
 */
export function withFrenchArticle(name: string): string {
  if (ROAD_NUMBER.test(name) || CAPITAL.test(name)) return `la ${name}`;
  if (/^la ancienne route\b/i.test(name)) return name.replace(/^la ancienne/i, "l’ancienne");
  for (const [pattern, article] of FRENCH_ARTICLES) {
    if (pattern.test(name))
      return name.replace(pattern, (kind) => article + kind.charAt(0).toLowerCase() + kind.slice(1));
  }
  return name;
}

/** French print has curved apostrophes; files have both. */
function typographic(name: string): string {
  return name.replace(/(?<=\p{L})'/gu, "’");
}

const STRAIGHT_ON = { type: "new name", modifier: "straight", bearing_after: 0 };
const ROAD_NUMBER = /^[DMNC] ?\d+(?: ?[A-Z]\d?)?$/;
/** Roads whose name keeps its capital. */
const CAPITAL = /^(?:(?:Petite|Grande|Moyenne|Basse|Haute) Corniche|Grand(?:e-|[’'-] ?)(?:Rue|Place))(?!\p{L})/u;
const FRENCH_ARTICLES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:Ancienn?e?s? (?:Chemin|Voie|Rue|Avenue)|Escalier|Échangeur|Enclos|Espace|Espalier|Îlot|Ilot|Oppidum)(?![\p{L}-])/u,
    "l’",
  ],
  [/^Entrée(?!\p{L})/u, "l’"],
  [
    /^(?:Allées|Arcades|Arènes|Berges|Coteaux|Degrés|Docks|Escaliers|Galeries|Halles|Hauts|Jardins|Lacets|Marches|Quatre-Chemins|Quinconces|Remparts|Terrasses)(?!\p{L})/u,
    "les ",
  ],
  [
    /^(?:Boucle|Bretelle|Butte|Cale|Calade|Contre-allée|Coulée|Coursive|Côte|Descente|Digue|Drève|Ferme|Fontaine|Halle|Jetée|Levée|Liaison|Passerelle|Placette|Plage|Porte|Rampe|Résidence|Rocade|Ronde|Ruelle|Sapinière|Tour|Tranchée|Venelle|Zone)(?![\p{L}-])/u,
    "la ",
  ],
  [/^(?:Petite|Vieille|Grande|Moyenne|Basse|Haute|Nouvelle) (?:Allée|Avenue|Place|Route|Rue|Sente)(?!\p{L})/u, "la "],
  [/^Grand[’'e]?[ -]*(?:Rue|Place)(?!\p{L})/iu, "la "],
  [
    /^(?:Belvédère|Bosquet|Carrefour|Centre|Coteau|Domaine|Faubourg|Giratoire|Hameau|Jardin|Lacet|Mail|Marché|Mas|Parking|Patio|Périphérique|Péristyle|Port|Porche|Pourtour|Quartier|Raidillon|Rempart|Roc|Rocher|Terre-plein|Tertre|Vallon|Virage|(?:Vieux|Grand|Petit) Chemin)(?![\p{L}-])/u,
    "le ",
  ],
];
const KINDS =
  /^(Allées?|Avenue|Boulevard|Carrefour|Chemin|Cité|Chaussée|Clos|Cour|Cours|Degrés|Descente|Escaliers?|Esplanade|Faubourg|Galerie|Hameau|Impasse|Lacets|Lotissement|Mail|Montée|Passage|Passerelle|Place|Placette|Pont|Porte|Promenade|Quai|Rampe|Résidence|Rond-point|Route|Rue|Ruelle|Sente|Sentier|Square|Traverse|Venelle|Villa|Voie)(?!\p{L})/iu;
