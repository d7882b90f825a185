import type { StreetGraph } from "../../geodata/street-graph/street-graph.ts";
import { describeLeg } from "../directions/describe-leg.ts";
import { type LegBefore, legBefore } from "../directions/tell-walk.ts";
import { keptRouter } from "./kept-router.ts";
import { NoWay, type StreetRouter, type WalkedLeg, type Walker } from "./street-router.ts";

/** The territory's own street graph behind the port: nothing to install, and the same answer everywhere. */
export function createEmbeddedRouter(graph: StreetGraph): StreetRouter {
  const router = keptRouter(graph);
  return {
    durations: async (places, walker) => router.durations(places, walker),
    climbs: async (places, walker) => router.climbs(places, walker),
    async walk(places, ends, walker) {
      let before: LegBefore | null = null;
      return ends.map((end, leg): WalkedLeg => {
        const from = places[leg];
        const to = places[leg + 1];
        const path = from && to ? router.path(from, to, walker) : null;
        if (!path) throw new NoWay(`no way between place ${leg} and ${leg + 1} of a route, ${describe(walker)}`);
        const came = before;
        before = legBefore(path, end, came);
        return {
          distanceMetres: path.distanceMetres,
          durationSeconds: path.durationSeconds,
          ascentMetres: path.ascentMetres,
          descentMetres: path.descentMetres,
          profile: path.profile,
          coordinates: path.coordinates,
          path,
          describe: (language) => describeLeg(graph, path, { language, to: end, before: came }),
        };
      });
    },
    nearest: async (position) => router.nearest(position),
  };
}

function describe({ avoidsSteps, hasBicycle }: Walker): string {
  return `${avoidsSteps ? "without" : "with"} steps, ${hasBicycle ? "by bicycle" : "on foot"}`;
}
