import type { Finding } from "../territory/territory.ts";

const EXAMPLES_KEPT = 5;

/** One finding when there is something to say, none when the count is zero. */
export function finding(
  code: string,
  level: Finding["level"],
  count: number,
  text: Finding["text"],
  examples: Finding["examples"] = [],
): Finding[] {
  return count === 0 ? [] : [{ code, level, count, text, examples: examples.slice(0, EXAMPLES_KEPT) }];
}

/** Rounded down, so that 100 % means all. */
export function percent(share: number): string {
  return `${Math.floor(share * 1000) / 10} %`;
}
