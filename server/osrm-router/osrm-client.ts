import { distanceMetres, type Position } from "../../geodata/geometry/position.ts";
import { ASKING_DEFAULTS, type Asking, askServer } from "./ask-server.ts";
import {
  type AnsweredLeg,
  NearestAnswerSchema,
  parseAnswer,
  RouteAnswerSchema,
  type TableAnswer,
  TableAnswerSchema,
} from "./osrm-answers.ts";
import type { RouterServer } from "./parse-router-url.ts";
import { notOsrm } from "./router-fault.ts";

/** The three services of an OSRM server. Durations are those of its profile. Each throws RouterFault or Cancelled. */
export interface OsrmClient {
  /** Metres from a position to the nearest street on the server's map. */
  nearestMetres(position: Position): Promise<number>;
  /** Seconds from each source to each destination, null where there is no way. */
  table(sources: readonly Position[], destinations: readonly Position[]): Promise<TableAnswer>;
  /** The legs through positions in order, with their steps. */
  route(positions: readonly Position[]): Promise<readonly AnsweredLeg[]>;
}

export type OsrmClientOptions = Pick<Asking, "signal"> & Partial<Asking>;

export function createOsrmClient(server: RouterServer, options: OsrmClientOptions): OsrmClient {
  const asking: Asking = { ...ASKING_DEFAULTS, timeoutSeconds: server.timeoutSeconds, ...options };
  const ask = (service: string, positions: readonly Position[], query: string): Promise<unknown> =>
    askServer(`${server.address}/${service}/v1/${server.profile}/${positions.map(words).join(";")}?${query}`, asking);

  return {
    async nearestMetres(position) {
      const { waypoints } = parseAnswer(NearestAnswerSchema, await ask("nearest", [position], "number=1"));
      return distanceMetres(position, waypoints[0]?.location ?? position);
    },
    async table(sources, destinations) {
      const query = `sources=${indices(0, sources.length)}&destinations=${indices(sources.length, destinations.length)}&annotations=duration&generate_hints=false`;
      const answer = parseAnswer(TableAnswerSchema, await ask("table", [...sources, ...destinations], query));
      const { durations } = answer;
      if (durations.length !== sources.length || durations.some((row) => row.length !== destinations.length)) {
        const [rows, columns] = [durations.length, durations[0]?.length ?? 0];
        throw notOsrm({
          fr: `un tableau de ${rows} × ${columns} au lieu de ${sources.length} × ${destinations.length}`,
          en: `a table of ${rows} × ${columns} instead of ${sources.length} × ${destinations.length}`,
        });
      }
      return answer;
    },
    async route(positions) {
      const answer = parseAnswer(RouteAnswerSchema, await ask("route", positions, ROUTE_QUERY));
      const legs = answer.routes[0]?.legs ?? [];
      if (legs.length !== positions.length - 1) {
        throw notOsrm({
          fr: `${legs.length} trajets au lieu de ${positions.length - 1}`,
          en: `${legs.length} legs instead of ${positions.length - 1}`,
        });
      }
      return legs;
    },
  };
}

/**
 * The steps hold the whole line, so the overview would only double the answer. A walker may turn round at a door, as
 * tables assume.
 */
const ROUTE_QUERY =
  "alternatives=false&steps=true&geometries=geojson&overview=false&annotations=false&continue_straight=false&generate_hints=false";

/** OSRM keeps six decimals, a tenth of a metre. */
function words([longitude, latitude]: Position): string {
  return `${longitude.toFixed(6)},${latitude.toFixed(6)}`;
}

function indices(first: number, count: number): string {
  return Array.from({ length: count }, (_, index) => first + index).join(";");
}
