/**
 * Addresses of the organizer's screens, as the router reads them. Each has its part in
 * tests/journeys/accessibility.test.ts, which fails when one is missing there.
 */
export const SCREEN_PATHS = [
  "/",
  "/t/:territory",
  "/t/:territory/deja-fait",
  "/t/:territory/sorties/:outingId?",
  "/contacts",
  "/importer/:importId?",
  "/r/:token",
  "/connexion",
  "/invitation",
  "/equipe",
  "/compte",
  "/journal",
  "*",
] as const;
export type ScreenPath = (typeof SCREEN_PATHS)[number];
