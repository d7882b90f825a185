import type { Position } from "../../geodata/geometry/position.ts";
import type { AnsweredLeg } from "./osrm-answers.ts";
import type { OsrmClient } from "./osrm-client.ts";
import { RouterFault } from "./router-fault.ts";

/** Well under the 500 of osrm-routed, and an address of 2 kB, which every proxy lets through. */
const MOST_WAYPOINTS = 100;

/**
 * The legs through positions in order, one request for up to 100 of them; each request begins where the one before
 * ended. When the server finds one too big, it is asked for half. Throws RouterFault.
 */
export async function fetchLegs(
  client: Pick<OsrmClient, "route">,
  positions: readonly Position[],
): Promise<readonly AnsweredLeg[]> {
  const legs: AnsweredLeg[] = [];
  let most = MOST_WAYPOINTS;
  while (legs.length < positions.length - 1) {
    const part = positions.slice(legs.length, legs.length + most);
    try {
      legs.push(...(await client.route(part)));
    } catch (error) {
      if (!(error instanceof RouterFault && error.code === "too-big") || part.length <= 2) throw error;
      most = Math.ceil(part.length / 2);
    }
  }
  return legs;
}
