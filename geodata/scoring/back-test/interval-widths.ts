import type { StationGround } from "../station-ground.ts";
import { type ConformalWidths, conformalWidths } from "./conformal.ts";
import { foretellBlocks, type Realised, residualsOf } from "./judge-index.ts";

/** Of the stations, the share that the interval holds. */
export const LEVEL = 0.8;

/** How many of the latest past elections give the widths. */
export const WIDTH_ELECTIONS = 3;

export interface IntervalWidths {
  readonly widths: ConformalWidths;
  /** Elections whose residuals gave the widths; empty when they are those measured on France. */
  readonly elections: readonly string[];
  readonly stations: number;
}

/**
 * Widths that held 80 % of the gains of France's stations between the European and the legislative election of June
 * 2024, by size class: our votes ÷ registered where the left is ours, 57,419 stations, blocks left out in turn
 * (`bench scoring --country FILE`).
 */
const FRANCE: ConformalWidths = [1.38, 1.32, 1.21, 1.23];

/**
 * The widths of a score's intervals in units of residualScale: the residuals of the latest past elections, each block
 * of stations foretold by the others. The general level of each election is set aside, for no score knows it.
 */
export function intervalWidths(
  past: readonly { readonly election: string; readonly score: Float64Array; readonly realised: Realised }[],
  ground: StationGround,
): IntervalWidths {
  const used = past.slice(0, WIDTH_ELECTIONS);
  const residuals = used.flatMap(({ score, realised }) =>
    residualsOf(foretellBlocks(score, realised, ground), realised),
  );
  const widths = conformalWidths(residuals, LEVEL);
  return widths
    ? { widths, elections: used.map(({ election }) => election), stations: residuals.length }
    : { widths: FRANCE, elections: [], stations: 57_419 };
}
