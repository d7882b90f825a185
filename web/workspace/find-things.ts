import { nameCost, type TypedWord } from "../../geodata/geometry/typed-words.ts";

/** Kinds of things that can be found, in the order in which groups stand that match alike. */
const FOUND_KINDS = ["command", "commune", "station", "area", "zone", "plan", "route", "street", "address"] as const;
export type FoundKind = (typeof FOUND_KINDS)[number];

/** One thing that the search box can lead to. Whoever has things to be found hands in a list of these. */
export interface Findable {
  readonly kind: FoundKind;
  /** Unique in its kind. */
  readonly id: string;
  readonly label: string;
  /** What is said softly beside the label. */
  readonly detail: string | null;
  /** Folded words that it is found by, its label's among them. */
  readonly words: string;
  /** Keys that do the same, as they are written on the keyboard. */
  readonly keys?: readonly string[];
  /** Whether it is offered before anything is typed. */
  readonly isOffered?: boolean;
  readonly run: () => void;
}

/** A thing with what it costs to take the typed words for it; see `nameCost`. */
export interface Found {
  readonly thing: Findable;
  readonly cost: number;
}

export interface FoundGroup {
  readonly kind: FoundKind;
  readonly things: readonly Findable[];
}

/** From this cost on a word was typed with a slip. */
export const SLIP = 3;
/** With fewer matches as typed than these, slips are forgiven. */
const FEW = 3;

/**
 * Things whose words hold what was typed; where few do and slips are forgiven, also those that are a few slips away.
 * Best first.
 */
export function findThings(
  things: readonly Findable[],
  typed: readonly TypedWord[],
  forgives: boolean,
): readonly Found[] {
  if (typed.length === 0) return [];
  const exact = matching(things, typed, false);
  if (exact.length >= FEW || !forgives) return exact;
  const held = new Set(exact.map(({ thing }) => thing));
  return [...exact, ...matching(things, typed, true).filter(({ thing }) => !held.has(thing))];
}

function matching(things: readonly Findable[], typed: readonly TypedWord[], forgives: boolean): Found[] {
  const found: Found[] = [];
  for (const thing of things) {
    const cost = nameCost(typed, thing.words, forgives);
    if (cost !== null) found.push({ thing, cost });
  }
  return found.sort((a, b) => a.cost - b.cost);
}

/** Where every word stands in some name as it was typed, nothing else is meant: what is a slip away leads astray there. */
export function withoutSlips(found: readonly Found[]): readonly Found[] {
  return found.some(({ cost }) => cost === 0) ? found.filter(({ cost }) => cost < SLIP) : found;
}

/** The best of each kind, kinds with the best match first. A thing that was found twice is there once. */
export function groupFound(found: readonly Found[], mostOfKind: number): readonly FoundGroup[] {
  const seen = new Set<string>();
  const groups = new Map<FoundKind, { best: number; readonly things: Findable[] }>();
  for (const { thing, cost } of found.toSorted((a, b) => a.cost - b.cost)) {
    const key = `${thing.kind}/${thing.id}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const group = groups.get(thing.kind) ?? { best: cost, things: [] };
    groups.set(thing.kind, group);
    if (group.things.length < mostOfKind) group.things.push(thing);
  }
  return [...groups]
    .sort(([a, one], [b, other]) => one.best - other.best || FOUND_KINDS.indexOf(a) - FOUND_KINDS.indexOf(b))
    .map(([kind, { things }]) => ({ kind, things }));
}
