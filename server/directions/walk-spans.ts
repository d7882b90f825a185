import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import type { Language } from "../contract/plan.ts";
import { stretchMetres, type WalkingPath, type WalkStretch } from "../walking-router/walking-path.ts";
import { type StreetLabel, streetLabel } from "./street-label.ts";

/** A stretch with the bits of nameless path that lead to it. */
export interface WalkSpan {
  readonly stretches: readonly WalkStretch[];
  readonly label: StreetLabel;
  readonly startMetres: number;
  /** Whether a roundabout that is too small to be told of its own lies among the bits. */
  readonly isByRoundabout: boolean;
  /** Where the labelled stretch itself begins. */
  readonly streetMetres: number;
}

/** Nameless links up to this long (crossings, corners of sidewalks) are part of the turn onto the next street. */
const LINK_METRES = 35;

/** A named street walked for no more than this between two others is part of the turn too. */
const ASIDE_METRES = 8;

/** The stretches of a walk with their labels, links folded into the stretch that they lead to. */
export function walkSpans(graph: StreetGraph, path: WalkingPath, language: Language): WalkSpan[] {
  const labels = path.stretches.map((stretch) => streetLabel(graph, stretch.piece, language));
  const spans: WalkSpan[] = [];
  let walked = 0;
  let links: WalkStretch[] = [];
  let linkMetres = 0;
  let isByRoundabout = false;
  path.stretches.forEach((stretch, index) => {
    const label = labels[index];
    if (label === undefined) return;
    if (isLink(path.stretches, labels, index)) {
      links.push(stretch);
      linkMetres += stretchMetres(stretch);
      isByRoundabout ||= label.kind === "small roundabout";
      return;
    }
    const streetMetres = walked + linkMetres;
    spans.push({ stretches: [...links, stretch], label, isByRoundabout, startMetres: walked, streetMetres });
    walked = streetMetres + stretchMetres(stretch);
    links = [];
    linkMetres = 0;
    isByRoundabout = false;
  });
  return spans;
}

/**
 * Whether a stretch only links two streets: part of a short run of nameless path or of a small roundabout, or a step
 * aside on a street that is left at once. The last stretch of a walk is never a link: the door is there.
 */
function isLink(stretches: readonly WalkStretch[], labels: readonly StreetLabel[], index: number): boolean {
  const label = labels[index];
  if (label === undefined) return false;
  const isAlike = label.isNotable
    ? (at: number): boolean => labels[at]?.text === label.text
    : (at: number): boolean => labels[at]?.isNotable === false;
  let first = index;
  while (isAlike(first - 1)) first--;
  let next = index + 1;
  while (isAlike(next)) next++;
  if (next >= stretches.length) return index < stretches.length - 1 && label.kind === "small roundabout";
  if (label.kind === "small roundabout") return true;
  if (label.isNotable && (first === 0 || !label.isNamed || label.kind === "roundabout")) return false;
  let metres = 0;
  for (const [at, stretch] of stretches.slice(first, next).entries()) {
    if (labels[first + at]?.kind !== "small roundabout") metres += stretchMetres(stretch);
  }
  return metres <= (label.isNotable ? ASIDE_METRES : LINK_METRES);
}
