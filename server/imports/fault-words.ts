import { basename, sep } from "node:path";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import type { Sentence } from "../contract/refusal.ts";
import type { FileRecord } from "./import-record.ts";

/**
 * Why a file cannot be used, in both languages; null for an error of another kind. Readers say it in English with the
 * path; here the file has the name that its owner knows, and the usual sentences are French too.
 */
export function faultOf(
  error: unknown,
  files: readonly Pick<FileRecord, "id" | "name" | "safeName">[],
): Sentence | null {
  if (!(error instanceof UnusableFile)) return null;
  const owner = files.find(({ id, safeName }) => error.file.endsWith(`${sep}${id}${sep}${safeName}`));
  const name = owner?.name ?? basename(error.file);
  const said = error.message.slice(`${error.file}: `.length);
  return { fr: `« ${name} » ${inFrench(said)}`, en: `“${name}” ${said}` };
}

function inFrench(said: string): string {
  for (const [pattern, french] of FRENCH) {
    const match = pattern.exec(said);
    if (match !== null) return french.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "");
  }
  return `ne peut pas être utilisé. Le lecteur dit, en anglais : ${said}`;
}

/** What people run into most, in the order in which it is tried. */
const FRENCH: readonly (readonly [RegExp, string])[] = [
  [/^is empty \(0 bytes\)/, "est vide (0 octet)."],
  [/^the gzip file ends before/, "s’arrête avant la fin de son contenu : le téléchargement (gzip) est incomplet."],
  [/^the gzip file is damaged \((.+)\)/, "est abîmé (gzip : $1). Téléchargez-le de nouveau."],
  [/^the zip ends before/, "s’arrête avant sa table des matières : le téléchargement (zip) est incomplet."],
  [/^the zip is damaged/, "est abîmé (zip). Téléchargez-le de nouveau."],
  [/^the zip holds no file/, "est un zip sans fichier."],
  [
    /^the zip holds (\d+) files \((.+)\), expected one/,
    "est un zip de $1 fichiers ($2) ; il en faut un : décompressez-le et donnez le bon.",
  ],
  [/^the zip is encrypted/, "est un zip chiffré : décompressez-le avec son mot de passe."],
  [/^is compressed with ([^;]+);/, "est compressé avec $1 : décompressez-le d’abord (gzip, bzip2 et zip sont lus)."],
  [
    /^unpacks to more than (\d+) times/,
    "se décompresse à plus de $1 fois sa taille : aucun fichier public ne fait cela (bombe de décompression ?).",
  ],
  [/^is written in UTF-16/, "est écrit en UTF-16 : enregistrez-le en UTF-8 (dans un tableur : « CSV UTF-8 »)."],
  [/^holds binary content/, "contient du binaire là où il faut un tableau CSV ou du texte."],
  [/^line 1 is longer than 1 MB/, "a une première ligne de plus de 1 Mo ; il faut la ligne d’en-tête d’un CSV."],
  [
    /^line 1 opens a quote/,
    "ouvre à la ligne 1 un guillemet qui ne se ferme jamais ; il faut la ligne d’en-tête d’un CSV.",
  ],
  [/^is empty; expected a header/, "est vide ; il faut une ligne d’en-tête et des lignes."],
  [/^ends in the middle, after (\d+) whole features/, "s’arrête au milieu, après $1 objets entiers : il est tronqué."],
  [/^is not GeoJSON/, "n’est pas du GeoJSON ; il faut une FeatureCollection."],
  [/^is JSON of (.+), without a list/, "est du JSON ($1) sans liste d’objets ; il faut une FeatureCollection GeoJSON."],
  [/^has its coordinates in ([^;]+);/, "a ses coordonnées en $1 ; il faut du WGS 84 (EPSG:4326)."],
  [/^holds a Parquet file/, "est un fichier Parquet, qui n’est pas lu : prenez le CSV du même jeu."],
  [
    /^has no column "(.+)" for "(.+)"; the columns are (.+)$/,
    "n’a pas de colonne « $1 » (pour « $2 ») ; ses colonnes : $3.",
  ],
  [/^its mapping names no column for "(.+)"; expected/, "n’a pas de colonne indiquée pour « $1 »."],
  [
    /^has the columns (.+); expected/,
    "a les colonnes $1, qui ne sont pas celles attendues : indiquez lesquelles contiennent quoi.",
  ],
  [/^does not say which election/, "ne dit pas quel scrutin ni quel tour il contient : indiquez-le sur sa carte."],
  [
    /^none of the (\d+) stations is left with(.*); check both/,
    "dessine $1 bureaux, dont aucun ne reste avec$2 : vérifiez communes et cadre.",
  ],
  [
    /^none of its (\d+) records can be used; the first fault: (.+)$/,
    "a $1 lignes dont aucune n’est utilisable. La première : $2",
  ],
  [
    /^station (\S+) names no commune/,
    "ne dit pas de quelle commune est le bureau $1 : indiquez la commune dans les options.",
  ],
  [
    /^no feature holds a property "(.+)" that names a station; the properties are (.+)$/,
    "n’a pas de propriété « $1 » qui nomme un bureau ; ses propriétés : $2.",
  ],
  [/^no outline of a commune is known/, "ne permet pas de situer la commune : ajoutez des contours."],
  [/^no station is left/, "ne laisse aucun bureau."],
];
