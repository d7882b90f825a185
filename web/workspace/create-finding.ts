import { type Accessor, createMemo, createSignal } from "solid-js";
import { foldName } from "../../geodata/geometry/fold-name.ts";
import { nameCost, type TypedWord, typedWords } from "../../geodata/geometry/typed-words.ts";
import type { SearchHit } from "../../server/contract/territories.ts";
import { createLoad } from "../api/create-load.ts";
import { createDebounced } from "./create-debounced.ts";
import { type Findable, type Found, findThings, groupFound, SLIP, withoutSlips } from "./find-things.ts";

export interface FindingSources {
  /** Asks the server for names of the territory. */
  readonly search: (text: string, signal: AbortSignal) => Promise<readonly SearchHit[]>;
  /** What the browser holds: found at once, and without the server. */
  readonly things: Accessor<readonly Findable[]>;
  readonly thingOf: (hit: SearchHit) => Findable;
}

const ASK_AFTER_MILLISECONDS = 120;
const SHORTEST_QUESTION = 2;
const MOST_OF_KIND = 6;
/** What the server could only guess comes after everything else. */
const GUESS = 1000;

/** One search over what the browser holds and, a moment later, over the names of the territory. */
export function createFinding({ search, things, thingOf }: FindingSources) {
  const [text, setText] = createSignal("");
  const typed = createMemo(() => typedWords(text()));
  const settled = createDebounced(text, ASK_AFTER_MILLISECONDS);
  const asked = () => (settled().trim().length < SHORTEST_QUESTION ? null : settled().trim());
  const remote = createLoad(asked, search);

  const isWaiting = createMemo(() => {
    const question = text().trim();
    return question.length >= SHORTEST_QUESTION && (question !== asked() || remote.status() === "loading");
  });

  const found = createMemo((): readonly Found[] => {
    const words = typed();
    if (words.length === 0) return [];
    // Until the territory's own names are known, a slip may be none.
    const local = findThings(things(), words, !isWaiting());
    return withoutSlips([...local, ...remoteFound(remote.value() ?? [], words, thingOf)]);
  });
  const groups = createMemo(() => groupFound(found(), MOST_OF_KIND));
  return {
    text,
    setText,
    typed,
    groups,
    isWaiting,
    isServerGone: () => remote.problem() !== null,
    /** Null where something holds every word as it was typed. */
    guess: createMemo((): "close" | "partial" | null => {
      const best = Math.min(...found().map(({ cost }) => cost));
      if (best < SLIP || best === Infinity) return null;
      return best >= GUESS ? "partial" : "close";
    }),
  };
}

export type Finding = ReturnType<typeof createFinding>;

/** While the next answer is on its way, the last one is shown as far as it still holds what is typed. */
function remoteFound(
  hits: readonly SearchHit[],
  typed: readonly TypedWord[],
  thingOf: (hit: SearchHit) => Findable,
): Found[] {
  return hits.flatMap((hit): Found[] => {
    const thing = thingOf(hit);
    // Stations and areas are also found by words that are not in their names, such as a code.
    const cost = nameCost(typed, foldName(`${thing.words} ${hit.id}`), hit.match !== "exact");
    if (hit.match === "partial") return [{ thing, cost: GUESS }];
    return cost === null ? [] : [{ thing, cost }];
  });
}
