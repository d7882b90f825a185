import { PEOPLE_BOUNDS } from "../contract/people.ts";
import type { Sentence } from "../contract/refusal.ts";

/**
 * Why a password is too weak; null when it will do. Long is better than odd: no kind of character is asked for (NIST SP
 * 800-63B, 3.1.1.2). What everybody chooses (words of the lists of leaked passwords, rows of keys, years, one's own name) counts
 * for nothing, and enough must be left beside it.
 */
export function weakPassword(
  password: string,
  about: { readonly name: string; readonly email: string },
): Sentence | null {
  const { low, high } = PEOPLE_BOUNDS.passwordLetters;
  const length = [...password].length;
  if (length < low) {
    return {
      fr: `Le mot de passe a ${length} caractères : il en faut au moins ${low}. Quatre mots sans lien font un bon mot de passe.`,
      en: `The password has ${length} characters: at least ${low} are needed. Four unrelated words make a good one.`,
    };
  }
  if (length > high) {
    return {
      fr: `Le mot de passe a ${length} caractères : ${high} au plus.`,
      en: `The password has ${length} characters: ${high} at most.`,
    };
  }
  const own = [about.name, about.email.split("@")[0] ?? ""].flatMap((text) => fold(text).split(/[^a-z0-9]+/));
  const left = withoutCommon(fold(password), [...own.filter((word) => word.length > 2), ...COMMON]);
  return new Set(left).size < LEAST_DISTINCT || new Set(password).size < LEAST_DISTINCT ? TOO_COMMON : null;
}

/** Different letters that must be there beside what everybody chooses. */
const LEAST_DISTINCT = 5;

const TOO_COMMON: Sentence = {
  fr: "Ce mot de passe est trop courant : il tient à un mot connu, à votre nom, à une suite de touches ou à une date. Choisissez-en un autre, par exemple quatre mots sans lien.",
  en: "This password is too common: it is little more than a known word, your name, a row of keys or a date. Choose another, four unrelated words for instance.",
};

function fold(text: string): string {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain
    .replace(/[@4]/g, "a")
    .replace(/[€3]/g, "e")
    .replace(/0/g, "o")
    .replace(/[$5]/g, "s")
    .replace(/[1!|]/g, "i");
}

function withoutCommon(password: string, common: readonly string[]): string {
  const longestFirst = common.map(fold).sort((a, b) => b.length - a.length);
  const bare = longestFirst.reduce((text, word) => text.replaceAll(word, " "), password);
  return bare
    .replace(/\d+/g, " ")
    .replace(/(.)\1{2,}/g, "$1")
    .replace(/[^\p{L}\p{So}]+/gu, "");
}

/** What leaked passwords of French and English speakers are made of, and what a campaign suggests. */
const COMMON: readonly string[] = [
  ..."123456789 1234567890 123456 12345 1234 123 987654321 987654 654321 321 111111 000000 112233 abcdef abc abcd".split(
    " ",
  ),
  ..."azertyuiop azerty qsdfghjklm qsdfgh wxcvbn qwertyuiop qwerty asdfghjkl asdfgh zxcvbnm zxcvbn qwertz 1q2w3e4r".split(
    " ",
  ),
  ..."1qaz2wsx motdepasse motdepass mdp passe password passw0rd passwd pass secret admin administrateur administrator".split(
    " ",
  ),
  ..."root user login welcome bienvenue bonjour salut soleil doudou chouchou loulou marseille paris france letmein".split(
    " ",
  ),
  ..."monkey dragon football baseball iloveyou jetaime amour princess princesse master hello superman batman sunshine".split(
    " ",
  ),
  ..."shadow trustno changeme changezmoi default test tester guest invite nicolas camille julien thomas alexandre".split(
    " ",
  ),
  ..."arpent campagne campaign election elections legislatives presidentielle municipales candidat candidate".split(
    " ",
  ),
  ..."directeur director organisateur organizer militant militante equipe parti vote votez gauche droite".split(" "),
];
