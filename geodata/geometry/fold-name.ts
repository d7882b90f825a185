/**
 * The form in which names are compared and searched: lower case, without accents, ligatures opened, punctuation as
 * spaces, usual abbreviations of French addresses written out ("Bd" → "boulevard", "Gal" → "general", "St" →
 * "saint"), "Ier" and "1 er" as "1er", days of the month in figures ("Quatre-Septembre" → "4 septembre").
 * Two spellings of one street fold to the same text; folding twice changes nothing.
 */
export function foldName(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  if (plain === "") return "";
  const words = plain.replace(/\b(\d+) (er|e|eme|bis|ter)\b/gu, joinOrdinal).split(" ");
  return words.map((word, index) => foldWord(word, index, words)).join(" ");
}

/** What a single word stands for wherever it is written, e.g. "bd" for "boulevard"; null when it is no abbreviation. */
export function expandAbbreviation(word: string): string | null {
  return STREET_KINDS.get(word) ?? TITLES.get(word) ?? null;
}

/** Whether a folded word is a kind of street ("rue", "avenue"): it tells little of which one is meant. */
export function isStreetKind(word: string): boolean {
  return KINDS_OF_STREET.has(word);
}

function joinOrdinal(whole: string, number: string, ending: string): string {
  return ending === "er" ? `${number}er` : whole;
}

function foldWord(word: string, index: number, words: readonly string[]): string {
  const next = words[index + 1];
  if (next !== undefined && MONTHS.has(next)) {
    const day = DAYS.get(word);
    if (day !== undefined) return day;
  }
  if (word === "ier" || (word === "premier" && index > 0)) return "1er";
  // A lone letter or a short word is an abbreviation only where a kind of street stands: at the beginning, before more.
  if (next !== undefined) {
    const kind = index === 0 || /^\d/.test(words[index - 1] ?? "") || NUMBER_SUFFIXES.has(words[index - 1] ?? "");
    const street = kind ? STREET_KINDS.get(word) : undefined;
    if (street !== undefined) return street;
    const title = TITLES.get(word);
    if (title !== undefined) return title;
  }
  return word;
}

const NUMBER_SUFFIXES = new Set(["bis", "ter", "quater"]);

const STREET_KINDS: ReadonlyMap<string, string> = new Map([
  ["all", "allee"],
  ["ave", "avenue"],
  ["av", "avenue"],
  ["bd", "boulevard"],
  ["bld", "boulevard"],
  ["blvd", "boulevard"],
  ["bvd", "boulevard"],
  ["boul", "boulevard"],
  ["car", "carrefour"],
  ["ch", "chemin"],
  ["che", "chemin"],
  ["chem", "chemin"],
  ["crs", "cours"],
  ["esp", "esplanade"],
  ["fbg", "faubourg"],
  ["fg", "faubourg"],
  ["imp", "impasse"],
  ["lot", "lotissement"],
  ["mte", "montee"],
  ["pass", "passage"],
  ["pas", "passage"],
  ["psg", "passage"],
  ["pl", "place"],
  ["prom", "promenade"],
  ["qu", "quai"],
  ["r", "rue"],
  ["res", "residence"],
  ["rpt", "rond point"],
  ["rte", "route"],
  ["sen", "sentier"],
  ["sq", "square"],
  ["vla", "villa"],
]);

const KINDS_OF_STREET: ReadonlySet<string> = new Set(STREET_KINDS.values());

const TITLES: ReadonlyMap<string, string> = new Map([
  ["st", "saint"],
  ["ste", "sainte"],
  ["sts", "saints"],
  ["fbg", "faubourg"],
  ["fg", "faubourg"],
  ["gal", "general"],
  ["gnl", "general"],
  ["gen", "general"],
  ["mal", "marechal"],
  ["mchl", "marechal"],
  ["cdt", "commandant"],
  ["cmdt", "commandant"],
  ["cne", "capitaine"],
  ["capt", "capitaine"],
  ["lt", "lieutenant"],
  ["sgt", "sergent"],
  ["adj", "adjudant"],
  ["dr", "docteur"],
  ["doct", "docteur"],
  ["pr", "professeur"],
  ["prof", "professeur"],
  ["pdt", "president"],
  ["mgr", "monseigneur"],
  ["abb", "abbe"],
  ["nd", "notre dame"],
]);

const MONTHS = new Set([
  "janvier",
  "fevrier",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "aout",
  "septembre",
  "octobre",
  "novembre",
  "decembre",
]);

const DAYS: ReadonlyMap<string, string> = new Map([
  ["premier", "1er"],
  ["1", "1er"],
  ["deux", "2"],
  ["trois", "3"],
  ["quatre", "4"],
  ["cinq", "5"],
  ["six", "6"],
  ["sept", "7"],
  ["huit", "8"],
  ["neuf", "9"],
  ["dix", "10"],
  ["onze", "11"],
  ["douze", "12"],
  ["treize", "13"],
  ["quatorze", "14"],
  ["quinze", "15"],
  ["seize", "16"],
  ["vingt", "20"],
  ["trente", "30"],
]);
