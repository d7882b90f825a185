import type { AuditAction, Role } from "../contract/people.ts";

/** Who may use an endpoint. What is in no line of the table is refused. */
export interface Access {
  /** anybody: without signing in. phone: whoever holds the link or the code of a route. Else the roles that may. */
  readonly who: "anybody" | "phone" | readonly Role[];
  /** What is asked of an organizer with limits. Left out: nothing, for what is open data or the same for all. */
  readonly limits?: LimitRule;
  /** Written down each time it is handed out or changed. */
  readonly audit?: AuditRule;
}

export interface AuditRule {
  readonly action: AuditAction;
  /** What it is done to. */
  readonly kind: string;
  /** The part of the address that has its id. */
  readonly param?: string;
  /** What a page asks for again and again is written once in this time for each person. */
  readonly onceInSeconds?: number;
}

/**
 * everywhere: only who has no limits. new-plan, plan, zoning, new-zoning, zone-edit, outing, new-outing: all that it touches lies within
 * the limits.
 */
export type LimitRule =
  | "everywhere"
  | "new-plan"
  | "plan"
  | "new-zoning"
  | "zoning"
  | "zone-edit"
  | "new-outing"
  | "outing";

const ALL: Access = { who: ["director", "organizer", "lead", "observer"] };
/** Looks at plans and zones too; a lead has outings instead. */
const AGGREGATE: Access = { who: ["director", "organizer", "observer"] };
const DIRECTOR: Access = { who: ["director"] };
const ORGANIZERS: Access = { who: ["director", "organizer"] };
/** A lead: their own outings. */
const OUTING: Access = { who: ["director", "organizer", "lead"], limits: "outing" };
/** How far it is: an observer is told nothing of who walks (server/progress/without-walkers.ts). */
const WATCHED_OUTING: Access = { ...ALL, limits: "outing" };
const ANYBODY: Access = { who: "anybody" };
const PHONE: Access = { who: "phone" };

const plan = (access: Access): Access => ({ ...access, limits: "plan" });
const everywhere = (access: Access): Access => ({ ...access, limits: "everywhere" });
const told = (access: Access, action: AuditAction, kind: string, param?: string): Access => ({
  ...access,
  audit: { action, kind, ...(param === undefined ? {} : { param }) },
});
/** Its page asks again whenever something moves. */
const VIEWED_OUTING: Access = {
  ...OUTING,
  audit: { action: "outing-volunteers-viewed", kind: "outing", param: "outingId", onceInSeconds: 900 },
};

/** Every endpoint, by its method and the pattern of its address. */
export const ACCESS_TABLE: Readonly<Record<string, Access>> = {
  "GET /api/health": ANYBODY,

  // People
  "GET /api/me": ANYBODY,
  "POST /api/session": ANYBODY,
  "DELETE /api/session": ANYBODY,
  "POST /api/invitation/look": ANYBODY,
  "POST /api/invitation/accept": ANYBODY,
  "GET /api/sessions": ALL,
  "DELETE /api/sessions/:sessionId": ALL,
  "PUT /api/me/password": ALL,
  "POST /api/me/second-factor": ALL,
  "PUT /api/me/second-factor": ALL,
  "POST /api/me/second-factor/drop": ALL,
  "POST /api/me/close": ALL,
  "GET /api/leads": ORGANIZERS,
  "GET /api/people": told(DIRECTOR, "people-viewed", "people"),
  "PUT /api/people/:accountId/role": DIRECTOR,
  "DELETE /api/people/:accountId": DIRECTOR,
  "DELETE /api/people/:accountId/sessions": DIRECTOR,
  "DELETE /api/people/:accountId/second-factor": DIRECTOR,
  "POST /api/invitations": DIRECTOR,
  "DELETE /api/invitations/:invitationId": DIRECTOR,
  "GET /api/audit": told(DIRECTOR, "audit-viewed", "audit"),
  "GET /api/audit.csv": told(DIRECTOR, "audit-exported", "audit"),

  // Imports, and territories as a whole: those of the machine, or whom it lets in (server/http/at-machine.ts), besides
  "GET /api/imports": everywhere(ORGANIZERS),
  "POST /api/imports": everywhere(ORGANIZERS),
  "POST /api/imports/demo": everywhere(ORGANIZERS),
  "GET /api/imports/:importId": everywhere(ORGANIZERS),
  "PUT /api/imports/:importId/options": everywhere(ORGANIZERS),
  "DELETE /api/imports/:importId": everywhere(ORGANIZERS),
  "POST /api/imports/:importId/files": everywhere(ORGANIZERS),
  "PUT /api/imports/:importId/files/:fileId": everywhere(ORGANIZERS),
  "DELETE /api/imports/:importId/files/:fileId": everywhere(ORGANIZERS),
  "PUT /api/imports/:importId/files/:fileId/content": everywhere(ORGANIZERS),
  "POST /api/imports/:importId/build": everywhere(ORGANIZERS),
  "DELETE /api/imports/:importId/build": everywhere(ORGANIZERS),
  "GET /api/imports/:importId/report": everywhere(ORGANIZERS),
  "GET /api/imports/:importId/events": everywhere(ORGANIZERS),
  "GET /api/first-steps": ALL,
  "GET /api/territories/:name/holdings": everywhere(ORGANIZERS),
  "PUT /api/territories/:name/title": everywhere(ORGANIZERS),
  "DELETE /api/territories/:name": DIRECTOR,

  // Open data and what follows from it
  "GET /api/territories": ALL,
  "GET /api/territories/:name": ALL,
  "GET /api/territories/:name/stations": ALL,
  "GET /api/territories/:name/station-list": ALL,
  "GET /api/territories/:name/candidates": ALL,
  "GET /api/territories/:name/ground": ALL,
  "GET /api/territories/:name/walks": ALL,
  "GET /api/territories/:name/stations/:stationId": ALL,
  "GET /api/territories/:name/stations/:stationId/addresses": ALL,
  "GET /api/territories/:name/search": ALL,
  "POST /api/territories/:name/selection": ALL,
  "POST /api/territories/:name/comparison": ALL,
  "GET /api/territories/:name/tiles/:z/:x/:y": ALL,
  "GET /api/territories/:name/station-tiles/:z/:x/:y": ALL,
  "GET /api/territories/:name/door-tiles/:z/:x/:y": ALL,
  "POST /api/territories/:name/scores": ALL,
  "POST /api/territories/:name/score-columns": ALL,
  "POST /api/territories/:name/stations/:stationId/score": ALL,
  "POST /api/territories/:name/back-tests": ALL,
  "POST /api/territories/:name/transitions": ALL,
  "POST /api/territories/:name/layer": ALL,
  "POST /api/territories/:name/zones": ORGANIZERS,
  "POST /api/territories/:name/zone-figures": AGGREGATE,

  // The choice of candidates
  "GET /api/territories/:name/choice": ALL,
  "GET /api/territories/:name/choice/versions": ALL,
  "GET /api/territories/:name/choice/versions/:version": ALL,
  "PUT /api/territories/:name/choice": everywhere(ORGANIZERS),
  "POST /api/territories/:name/choice/versions/:version/restore": everywhere(ORGANIZERS),

  // Drawn zones
  "GET /api/territories/:name/zonings": AGGREGATE,
  "POST /api/territories/:name/zonings": { ...ORGANIZERS, limits: "new-zoning" },
  "GET /api/zonings/:zoningId": AGGREGATE,
  "PUT /api/zonings/:zoningId/name": { ...ORGANIZERS, limits: "zoning" },
  "DELETE /api/zonings/:zoningId": { ...ORGANIZERS, limits: "zoning" },
  "POST /api/zonings/:zoningId/edits": { ...ORGANIZERS, limits: "zone-edit" },
  "GET /api/zonings/:zoningId/events": AGGREGATE,
  "GET /api/zonings/:zoningId/versions": AGGREGATE,
  "POST /api/zonings/:zoningId/versions": { ...ORGANIZERS, limits: "zoning" },
  // A version may hold addresses that the zoning does not hold now.
  "POST /api/zonings/:zoningId/versions/:version/restore": everywhere(ORGANIZERS),
  "GET /api/zonings/:zoningId/zones.geojson": AGGREGATE,
  "GET /api/zonings/:zoningId/zones.csv": AGGREGATE,

  // Plans
  "GET /api/territories/:name/plans": AGGREGATE,
  "POST /api/territories/:name/plans": { ...ORGANIZERS, limits: "new-plan" },
  "GET /api/plans/:planId": plan(AGGREGATE),
  "GET /api/plans/:planId/events": plan(AGGREGATE),
  "GET /api/plans/:planId/plan.json": plan(AGGREGATE),
  "GET /api/plans/:planId/sheets/:format": plan(AGGREGATE),
  "POST /api/plans/:planId/changes": plan(ORGANIZERS),
  "POST /api/plans/:planId/edits": plan(ORGANIZERS),
  "GET /api/plans/:planId/edits/events": plan(AGGREGATE),
  "POST /api/plans/:planId/edits/rehearsal": plan(ORGANIZERS),
  "POST /api/plans/:planId/finish": plan(ORGANIZERS),
  "DELETE /api/plans/:planId": plan(ORGANIZERS),
  "GET /api/routes/:token": PHONE,

  // Outings. A list holds those that the reader may reach (mayReachOuting).
  "GET /api/territories/:name/outings": ALL,
  "POST /api/territories/:name/outings": told({ ...ORGANIZERS, limits: "new-outing" }, "outing-made", "outing"),
  "GET /api/outings/:outingId": VIEWED_OUTING,
  "PATCH /api/outings/:outingId": told(OUTING, "outing-changed", "outing", "outingId"),
  "POST /api/outings/:outingId/close": told(OUTING, "outing-closed", "outing", "outingId"),
  "POST /api/outings/:outingId/moves": told(OUTING, "route-stops-moved", "outing", "outingId"),
  "POST /api/outings/:outingId/replan": OUTING,
  "GET /api/outings/:outingId/routes/:routeId": OUTING,
  "POST /api/outings/:outingId/routes/:routeId/take-back": told(OUTING, "route-taken-back", "outing-route", "routeId"),
  "POST /api/outings/:outingId/routes/:routeId/renew": told(OUTING, "route-link-renewed", "outing-route", "routeId"),
  "GET /api/outings/:outingId/routes/:routeId/qr.svg": OUTING,
  "GET /api/outings/:outingId/sheets.pdf": told(OUTING, "outing-links-exported", "outing", "outingId"),
  "GET /api/outings/:outingId/cards.pdf": told(OUTING, "outing-links-exported", "outing", "outingId"),
  "GET /api/outings/:outingId/survey": OUTING,
  "PUT /api/outings/:outingId/survey": told(OUTING, "outing-changed", "outing", "outingId"),
  "DELETE /api/outings/:outingId/survey": told(OUTING, "survey-removed", "outing", "outingId"),
  "GET /api/outings/:outingId/survey.csv": told(OUTING, "survey-exported", "outing", "outingId"),

  // How far outings are
  "GET /api/outings/:outingId/progress": WATCHED_OUTING,
  "GET /api/outings/:outingId/events": WATCHED_OUTING,
  "GET /api/territories/:name/coverage": AGGREGATE,
  "GET /api/territories/:name/coverage.csv": AGGREGATE,

  // Phones
  "POST /api/field/code": PHONE,
  "GET /api/field/:token": PHONE,
  "POST /api/field/:token/join": PHONE,
  "POST /api/field/:token/events": PHONE,
  "GET /api/field/:token/map": PHONE,
  "GET /api/field/:token/tiles/:z/:x/:y": PHONE,
  "GET /api/field-settings": DIRECTOR,
  "PUT /api/field-settings": told(DIRECTOR, "privacy-changed", "campaign"),

  // Personal data
  "GET /api/contacts": told(DIRECTOR, "contacts-viewed", "contacts"),
  "GET /api/contacts.csv": told(DIRECTOR, "contacts-exported", "contacts"),
  "GET /api/contacts/:contactId": told(DIRECTOR, "contacts-viewed", "contact", "contactId"),
  "GET /api/contacts/:contactId/data.json": told(DIRECTOR, "contacts-exported", "contact", "contactId"),
  "PATCH /api/contacts/:contactId": told(DIRECTOR, "contact-changed", "contact", "contactId"),
  "DELETE /api/contacts/:contactId": told(DIRECTOR, "contact-erased", "contact", "contactId"),
  "GET /api/retention": DIRECTOR,
  "PUT /api/retention": told(DIRECTOR, "privacy-changed", "campaign"),
  "POST /api/retention/purge": DIRECTOR,
};
