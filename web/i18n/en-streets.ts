import type { frStreets } from "./fr-streets.ts";

export const enStreets: typeof frStreets = {
  none: "This territory has no streets",
  noRoutes:
    "Its stations can be looked at, compared and scored, but a route is walked: build it again with an OpenStreetMap extract.",
  noZones:
    "Its stations can be looked at, compared and scored, but a zone is drawn on streets and addresses: build it again with an OpenStreetMap extract.",
  build: "Build it again with streets",
  askOrganizer: "Ask an organizer for it.",
  noHours: "Without streets there are no walking times: votes per hour are unknown.",
};
