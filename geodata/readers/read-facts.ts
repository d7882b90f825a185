import { basename } from "node:path";
import type { Sentence } from "../../server/contract/refusal.ts";
import type { RejectCount } from "../territory/territory.ts";
import type { ColumnMapping } from "./column-mapping.ts";
import { UnusableFile } from "./source-rows.ts";

/** Records counted by reason, the first few told in both languages. */
export interface ToldCount extends RejectCount {
  readonly examples: readonly Sentence[];
}

/** What every reader says of its file. accepted + rejected + outside = read. */
export interface ReadFacts {
  readonly file: string;
  /** Machine word of the layout that was recognised, e.g. "data-gouv-general". */
  readonly format: string;
  readonly read: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Good records that the caller asked to leave out, e.g. of other communes. */
  readonly outside: number;
  readonly rejects: readonly ToldCount[];
  /** Accepted, yet worth a word: same shape as `rejects`, and never part of `rejected`. */
  readonly notes: readonly ToldCount[];
  /** Of the file as it lies on disk. */
  readonly sha256: string;
  readonly bytes: number;
}

/** Options that all readers take. Progress is in bytes of the file as it lies on disk. */
export interface ReadOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytesRead: number, bytesTotal: number) => void) | undefined;
  /** Which column holds what, for tables and GeoJSON that are not laid out like the known ones. */
  readonly columns?: ColumnMapping | undefined;
}

/** Counts the records of one file: each is read once and ends as accepted, rejected or outside. */
export interface Tally {
  /** Name of the file, without its folder. */
  readonly file: string;
  read(): void;
  accept(): void;
  reject(reason: string, sentence: Sentence): void;
  outside(): void;
  note(reason: string, sentence: Sentence): void;
  readonly accepted: number;
  readonly recordsRead: number;
  /** The facts of the whole file. Throws when a record was lost or counted twice, which is a fault of the reader. */
  facts(file: { readonly format: string; readonly sha256: string; readonly bytes: number }): ReadFacts;
}

const EXAMPLES_KEPT = 5;

/** A tally for one file. Sentences are given without the file's name, which is put before them. */
export function createTally(path: string): Tally {
  const file = basename(path);
  const rejects = new Map<string, Counted>();
  const notes = new Map<string, Counted>();
  let read = 0;
  let accepted = 0;
  let rejected = 0;
  let outside = 0;
  return {
    file,
    read: () => {
      read++;
    },
    accept: () => {
      accepted++;
    },
    reject: (reason, sentence) => {
      rejected++;
      addTo(rejects, reason, ofFile(file, sentence));
    },
    outside: () => {
      outside++;
    },
    note: (reason, sentence) => addTo(notes, reason, ofFile(file, sentence)),
    get accepted() {
      return accepted;
    },
    get recordsRead() {
      return read;
    },
    facts: ({ format, sha256, bytes }) => {
      if (accepted + rejected + outside !== read) {
        throw new Error(
          `${file}: ${read} records read, but ${accepted} accepted + ${rejected} rejected + ${outside} outside`,
        );
      }
      const lists = { rejects: asCounts(rejects), notes: asCounts(notes) };
      return { file, format, read, accepted, rejected, outside, ...lists, sha256, bytes };
    },
  };
}

/** Throws UnusableFile, quoting the first fault, when a file has records and not one of them is good. */
export function refuseIfNothingIsGood(path: string, { read, rejected, rejects }: ReadFacts): void {
  if (read === 0 || rejected < read) return;
  const example = rejects[0]?.examples[0];
  throw new UnusableFile(path, {
    fr: `n’a aucune ligne utilisable, sur ${read}. La première : ${example?.fr ?? ""}`,
    en: `has no record that can be used, of ${read}. The first: ${example?.en ?? ""}`,
  });
}

/** Records that turned out to be unusable, or worth a word, after their file was read. */
export interface LateCount {
  readonly reason: string;
  readonly count: number;
  /** The first few sentences, without the name of the file. */
  readonly examples: readonly Sentence[];
}

interface Counted {
  count: number;
  readonly examples: Sentence[];
}

/** Whether one more sentence is worth keeping as an example. */
export function isExampleWanted(examples: readonly Sentence[]): boolean {
  return examples.length < EXAMPLES_KEPT;
}

/** The same facts once records that had been accepted turned out to be unusable. */
export function withLateRejects(facts: ReadFacts, late: LateCount): ReadFacts {
  const { accepted, rejected } = facts;
  return {
    ...facts,
    accepted: accepted - late.count,
    rejected: rejected + late.count,
    rejects: [...facts.rejects, named(facts, late)],
  };
}

/** The same facts with a word about records that stay accepted. */
export function withLateNotes(facts: ReadFacts, late: LateCount): ReadFacts {
  return { ...facts, notes: [...facts.notes, named(facts, late)] };
}

function named(facts: ReadFacts, late: LateCount): ToldCount {
  return { ...late, examples: late.examples.map((sentence) => ofFile(facts.file, sentence)) };
}

function ofFile(file: string, { fr, en }: Sentence): Sentence {
  return { fr: `${file}, ${fr}`, en: `${file}, ${en}` };
}

function addTo(counts: Map<string, Counted>, reason: string, sentence: Sentence): void {
  const entry = counts.get(reason) ?? { count: 0, examples: [] };
  entry.count++;
  if (isExampleWanted(entry.examples)) entry.examples.push(sentence);
  counts.set(reason, entry);
}

function asCounts(counts: ReadonlyMap<string, Counted>): ToldCount[] {
  return [...counts].map(([reason, { count, examples }]) => ({ reason, count, examples }));
}
