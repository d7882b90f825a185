import type { Territory } from "../../geodata/territory/territory.ts";

/** The text that every source asks for, each once, in the order of the territory. */
export function attributions(territory: Pick<Territory, "summary">): readonly string[] {
  return [...new Set(territory.summary.sources.map(({ attribution }) => attribution))];
}
