import { labelPosition } from "../../geodata/geometry/polygon.ts";
import type { Position } from "../../geodata/geometry/position.ts";
import { type OutlineGround, prepareOutlines } from "../../geodata/geometry/zone-outlines.ts";
import type { OutlineAnswer, OutlineQuestion } from "./outline-messages.ts";

/** Outlines take some hundred milliseconds of a large town the first time: drawn here, the map never waits. */
let ground: OutlineGround | null = null;

self.onmessage = ({ data }: MessageEvent<OutlineQuestion>) => {
  if (data.kind === "ground") {
    const { longitudes, latitudes } = data;
    const positions = Array.from(longitudes, (longitude, place): Position => [longitude, latitudes[place] ?? 0]);
    ground = prepareOutlines(positions);
    return;
  }
  if (ground === null) throw new Error("zones came before the ground");
  const { zones } = data;
  const zoneOf = (place: number) => zones[place] ?? -1;
  const outlines = ground.outlinesOf(zoneOf, data.zoneCount);
  const answer: OutlineAnswer = {
    number: data.number,
    outlines,
    labels: outlines.map((outline) => (outline === null ? null : labelPosition(outline))),
    neighbours: ground.neighboursOf(zoneOf),
  };
  self.postMessage(answer);
};
