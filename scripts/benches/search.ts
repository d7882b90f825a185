import { createRandom, type Random } from "../../geodata/numbers/random.ts";
import type { Address, Territory } from "../../geodata/territory/territory.ts";
import { listTerritories } from "../../geodata/territory/territory-folder.ts";
import { Refusal } from "../../server/contract/refusal.ts";
import type { Terminal } from "../command.ts";
import type { Options } from "../command-options.ts";
import { openNamedTerritory } from "../open-named-territory.ts";

export const summary = "typing addresses with slips: how many are found, and what a keystroke costs (--territory)";
export const optionNames = { values: ["territory", "seed"] };

const ADDRESSES = 300;
const SHOWN = 6;

/** One address each way of typing it; then every keystroke of some of them. Cost is processor time. */
export async function run(_: Terminal, options: Options): Promise<object> {
  const territory = openNamedTerritory(options.text("territory") ?? firstTerritory());
  const random = createRandom(options.number("seed", { min: 0, max: 1e9, isWhole: true }) ?? 1, "search");
  const known = territory
    .addressesInBox(territory.summary.box)
    .filter(({ number, street }) => number !== "" && street !== "");
  const wanted = random.shuffled(known).slice(0, ADDRESSES);
  const found = Object.fromEntries(
    Object.entries(WAYS).map(([way, write]) => [
      way,
      share(wanted.map((address) => isFound(territory, address, write(`${address.number} ${address.street}`, random)))),
    ]),
  );
  const keystrokes = wanted
    .slice(0, 60)
    .flatMap((address) =>
      [WAYS.asWritten, WAYS.twoSlips].flatMap((write) =>
        costOfTyping(territory, write(`${address.number} ${address.street}`, random)),
      ),
    );
  keystrokes.sort((a, b) => a - b);
  territory.close();
  return {
    addresses: known.length,
    foundShare: found,
    keystrokes: keystrokes.length,
    milliseconds: { p50: quantile(keystrokes, 0.5), p95: quantile(keystrokes, 0.95), most: quantile(keystrokes, 1) },
  };
}

type Write = (text: string, random: Random) => string;

const slip =
  (change: (word: string, place: number, random: Random) => string): Write =>
  (text, random) => {
    const words = text.split(/(\s+)/);
    const long = words.flatMap((word, place) => (/^\p{L}{4,}$/u.test(word) ? [place] : []));
    if (long.length === 0) return text;
    const chosen = random.pick(long);
    const word = words[chosen] ?? "";
    words[chosen] = change(word, random.whole(1, word.length - 2), random);
    return words.join("");
  };
const letter = (random: Random) => String.fromCharCode(97 + random.whole(0, 25));
const swapped = slip(
  (word, place) => word.slice(0, place) + (word[place + 1] ?? "") + (word[place] ?? "") + word.slice(place + 2),
);
const missing = slip((word, place) => word.slice(0, place) + word.slice(place + 1));
const added = slip((word, place, random) => word.slice(0, place) + letter(random) + word.slice(place));
const replaced = slip((word, place, random) => word.slice(0, place) + letter(random) + word.slice(place + 1));

const WAYS = {
  asWritten: (text) => text,
  withoutAccents: (text) =>
    text
      .normalize("NFD")
      .replace(/\p{Mn}/gu, "")
      .toLowerCase(),
  abbreviated: (text) =>
    text
      .replace(/\bBoulevard\b/, "bd")
      .replace(/\bAvenue\b/, "av")
      .replace(/\bRue\b/, "r")
      .replace(/\bPlace\b/, "pl")
      .replace(/\bSaint\b/, "st")
      .replace(/\bGénéral\b/, "gal"),
  numberLast: (text) => text.replace(/^(\d+(?: \w)?) (.*)$/, "$2 $1"),
  swapped,
  missing,
  added,
  replaced,
  twoSlips: (text, random) => missing(swapped(text, random), random),
} as const satisfies Readonly<Record<string, Write>>;

function isFound(territory: Territory, address: Address, typed: string): boolean {
  return territory.search(typed, SHOWN).some(({ kind, id }) => kind === "address" && id === address.id);
}

function costOfTyping(territory: Territory, text: string): number[] {
  return Array.from({ length: text.length - 1 }, (_, last) => {
    const before = process.cpuUsage();
    territory.search(text.slice(0, last + 2), SHOWN);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}

function share(claims: readonly boolean[]): number {
  return Number((claims.filter(Boolean).length / Math.max(1, claims.length)).toFixed(3));
}

function quantile(sorted: readonly number[], at: number): number {
  return Number((sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0).toFixed(2));
}

function firstTerritory(): string {
  const [first] = listTerritories();
  if (first === undefined) {
    throw new Refusal("nothing-found", { fr: "Il n'y a pas de territoire.", en: "There is no territory." }, 404);
  }
  return first;
}
