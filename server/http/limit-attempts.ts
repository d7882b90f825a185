import { RateLimiterMemory } from "rate-limiter-flexible";
import type { Refusal } from "../contract/refusal.ts";

/** How often somebody may try what could be guessed. */
export interface AttemptLimit {
  /** Before an attempt, so that many at once are counted too. Throws the refusal when there were too many. */
  begin(key: string): Promise<void>;
  /** The attempt was a good one. */
  forgive(key: string): Promise<void>;
}

/** Counts in the memory of this process. */
export function limitAttempts(
  { attempts, seconds }: { readonly attempts: number; readonly seconds: number },
  refusal: () => Refusal,
): AttemptLimit {
  const limiter = new RateLimiterMemory({ points: attempts, duration: seconds });
  return {
    async begin(key) {
      await limiter.consume(key).catch(() => {
        throw refusal();
      });
    },
    async forgive(key) {
      await limiter.reward(key);
    },
  };
}
