import { foldName } from "../geometry/fold-name.ts";
import type { Family } from "./families.ts";

/**
 * Names of parties and unions that French lists carry ("LISTE D'UNION DE LA GAUCHE ET DES ÉCOLOGISTES"), folded. Words that
 * villages use for lists without a party are left out ("ensemble", "renaissance", "reconquête", "écologie"), and so is
 * "majorité présidentielle" alone, which has been of the right and of the centre.
 */
const PARTIES: readonly (readonly [Family, readonly string[]])[] = [
  [
    "far-left",
    ["lutte ouvriere", "nouveau parti anticapitaliste", "ligue communiste revolutionnaire", "extreme gauche"],
  ],
  [
    "left",
    [
      "gauche",
      "parti socialiste",
      "parti communiste",
      "parti radical de gauche",
      "france insoumise",
      "nouveau front populaire",
      "nouvelle union populaire",
      "place publique",
    ],
  ],
  ["ecologist", ["europe ecologie", "les ecologistes", "eelv"]],
  [
    "centre",
    [
      "la republique en marche",
      "ensemble majorite presidentielle",
      "mouvement democrate",
      "union des democrates et independants",
      "union du centre",
      "divers centre",
    ],
  ],
  [
    "right",
    ["les republicains", "union pour un mouvement populaire", "debout la france", "la droite", "divers droite"],
  ],
  ["far-right", ["rassemblement national", "front national", "bleu marine", "extreme droite"]],
];

/** Ways of naming both ends that say of neither: "ni droite ni gauche", "de droite et de gauche". */
const BOTH_ENDS = /\b(gauche|droite)\b.*\b(gauche|droite)\b/;

/**
 * The family that a list's name gives away, null when it names none or several. A union of the left with the
 * ecologists is of the left, as the Ministry classes it.
 */
export function listFamily(listName: string): Family | null {
  const folded = ` ${foldName(listName)} `;
  const named = PARTIES.filter(([, names]) => names.some((name) => folded.includes(` ${name} `))).map(
    ([family]) => family,
  );
  const families = new Set(named);
  if (families.has("left") && folded.includes(" extreme gauche ")) families.delete("left");
  if (BOTH_ENDS.test(folded)) return null;
  if (families.has("left") && families.has("ecologist")) families.delete("ecologist");
  const [only, ...others] = families;
  return only !== undefined && others.length === 0 ? only : null;
}
