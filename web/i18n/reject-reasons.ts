import type { Language } from "../../server/contract/plan.ts";

/** Why a record of a public file was left out, by the reader's word for it. */
const REASONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  "abstentions-do-not-add-up": {
    fr: "abstentions et votants ne font pas le nombre d’inscrits",
    en: "abstentions and voters do not add up to registered",
  },
  "blank-and-null-do-not-add-up": {
    fr: "blancs, nuls et exprimés ne font pas le nombre de votants",
    en: "blank, null and cast votes do not add up to voters",
  },
  "broken-json": { fr: "JSON illisible", en: "unreadable JSON" },
  "broken-ring": { fr: "contour mal formé", en: "broken outline" },
  "crossing-ring": { fr: "contour qui se croise lui-même", en: "outline that crosses itself" },
  "duplicate-address": { fr: "adresse en double", en: "duplicate address" },
  "duplicate-candidate": { fr: "candidat en double", en: "duplicate candidate" },
  "duplicate-id": { fr: "identifiant en double", en: "duplicate identifier" },
  "duplicate-station": { fr: "bureau en double", en: "duplicate station" },
  "empty-station": { fr: "bureau sans inscrit", en: "station without registered voters" },
  "feature-too-large": { fr: "objet trop grand", en: "feature too large" },
  "fewer-votes-than-expressed": { fr: "moins de voix que d’exprimés", en: "fewer votes than votes cast" },
  "impossible-height": { fr: "altitude impossible", en: "impossible elevation" },
  "incomplete-relation": { fr: "objet coupé par le bord du fichier", en: "feature cut by the edge of the file" },
  "line-too-long": { fr: "ligne trop longue", en: "line too long" },
  "missing-nodes": { fr: "tracé coupé par le bord du fichier", en: "line cut by the edge of the file" },
  "more-expressed-than-voters": { fr: "plus d’exprimés que de votants", en: "more votes cast than voters" },
  "more-voters-than-registered": { fr: "plus de votants que d’inscrits", en: "more voters than registered" },
  "more-votes-than-expressed": { fr: "plus de voix que d’exprimés", en: "more votes than votes cast" },
  "no-area-code": { fr: "sans code de zone", en: "without an area code" },
  "no-area-tag": { fr: "sans nature connue", en: "without a known kind" },
  "no-candidate-name": { fr: "sans nom de candidat", en: "without a candidate’s name" },
  "no-candidates": { fr: "sans candidat", en: "without candidates" },
  "no-commune-code": { fr: "sans code de commune", en: "without a commune code" },
  "no-contour": { fr: "sans contour qui corresponde", en: "without a matching contour" },
  "no-extent": { fr: "contour sans surface", en: "outline without an area" },
  "no-general-row": { fr: "sans ligne de participation", en: "without a row of turnout" },
  "no-outer-ring": { fr: "sans contour extérieur", en: "without an outer ring" },
  "no-position": { fr: "sans position", en: "without a position" },
  "no-station-number": { fr: "sans numéro de bureau", en: "without a station number" },
  "no-street": { fr: "sans nom de rue", en: "without a street name" },
  "not-a-count": { fr: "nombre attendu, autre chose trouvé", en: "a count was expected, something else found" },
  "not-a-feature": { fr: "n’est pas un objet géographique", en: "not a geographic feature" },
  "not-a-number": { fr: "nombre attendu, autre chose trouvé", en: "a number was expected, something else found" },
  "open-ring": { fr: "contour qui ne se ferme pas", en: "outline that does not close" },
  "outside-france": { fr: "position hors de France", en: "position outside France" },
  "repeated-id": { fr: "identifiant en double", en: "duplicate identifier" },
  "short-ring": { fr: "contour de moins de trois coins", en: "outline of fewer than three corners" },
  "too-few-nodes": { fr: "tracé d’un seul point", en: "line of a single point" },
  "unclosed-ring": { fr: "contour qui ne se ferme pas", en: "outline that does not close" },
  "unknown-election": { fr: "scrutin inconnu", en: "unknown election" },
  void: { fr: "sans altitude mesurée", en: "without a measured elevation" },
  "wrong-encoding": { fr: "lettres mal encodées", en: "wrongly encoded letters" },
  "wrong-field-count": { fr: "nombre de colonnes inattendu", en: "unexpected number of columns" },
};

/** In words; a reason that this page does not know yet is shown as it came, never hidden. */
export function rejectReason(reason: string, language: Language): string {
  return REASONS[reason]?.[language] ?? reason;
}
