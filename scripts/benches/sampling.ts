import type { Terminal } from "../command.ts";
import { measureNation } from "./sampling/measure-nation.ts";
import { measureParis } from "./sampling/measure-paris.ts";

export const summary =
  "how well chosen stations resemble the rest, beside draws at random; needs the open-data collection";

/**
 * 200 stations of the whole country on 12 margins of one election, judged by the next one; the time for 69,000; and 10, 20
 * and 40 stations of Paris. Parts whose files are not there are null.
 */
export async function run(terminal: Terminal): Promise<object> {
  terminal.progress("whole country");
  const nation = await measureNation();
  terminal.progress("Paris");
  return { nation, paris: await measureParis() };
}
