const FIRST_MILLISECONDS = 2_000;
const LONGEST_MILLISECONDS = 300_000;

/**
 * How long to wait after so many failures in a row: twice as long each time, up to five minutes, and by chance up to
 * half less, so that two hundred phones do not come back in one second when the server does.
 * @param chance from 0 to 1
 */
export function backOffMilliseconds(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** Math.max(0, failures - 1));
  return longest * (1 - chance / 2);
}
