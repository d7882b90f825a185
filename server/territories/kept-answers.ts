import type { PackedJson } from "../work/packed-json.ts";

/** Packed answers about territories, kept by the version that they hold for. */
export interface KeptAnswers {
  /** The kept answer, or the one that `make` gives, kept from then on. Failures are not kept. */
  get<Shape>(key: string, make: () => Promise<PackedJson<Shape>>): Promise<PackedJson<Shape>>;
}

/** Keeps answers up to a number of bytes; those asked for least recently go first. */
export function createKeptAnswers(mostBytes: number): KeptAnswers {
  const kept = new Map<string, Promise<PackedJson<unknown>>>();
  const sizes = new Map<string, number>();
  let bytes = 0;

  function drop(key: string): void {
    kept.delete(key);
    bytes -= sizes.get(key) ?? 0;
    sizes.delete(key);
  }

  async function make(key: string, answer: Promise<PackedJson<unknown>>): Promise<void> {
    try {
      const { gzip } = await answer;
      sizes.set(key, gzip.length);
      bytes += gzip.length;
      for (const oldest of sizes.keys()) {
        if (bytes <= mostBytes || oldest === key) break;
        drop(oldest);
      }
    } catch {
      kept.delete(key);
    }
  }

  return {
    get<Shape>(key: string, ask: () => Promise<PackedJson<Shape>>) {
      const known = kept.get(key);
      if (known) {
        const size = sizes.get(key);
        if (size !== undefined) {
          sizes.delete(key);
          sizes.set(key, size);
        }
        // The key says which question was asked, so the answer has its shape.
        return known as Promise<PackedJson<Shape>>;
      }
      const answer = ask();
      kept.set(key, answer);
      void make(key, answer);
      return answer;
    },
  };
}
