import type { Station, Territory } from "../../geodata/territory/territory.ts";
import { Refusal } from "../contract/refusal.ts";

/** The station of this id. Throws Refusal "nothing-found". */
export function findStation(territory: Pick<Territory, "stations" | "summary">, stationId: string): Station {
  const station = territory.stations().find(({ id }) => id === stationId);
  if (station) return station;
  const shown = stationId.slice(0, 60);
  const example = territory.stations()[0]?.id;
  throw new Refusal(
    "nothing-found",
    {
      fr: `Il n’y a pas de bureau « ${shown} » dans « ${territory.summary.title} ».${example ? ` Un numéro s’écrit par exemple ${example}.` : ""}`,
      en: `There is no station “${shown}” in “${territory.summary.title}”.${example ? ` A station is written e.g. ${example}.` : ""}`,
    },
    404,
  );
}
