import type { Subject } from "./compare-subjects.ts";
import { decodeStationIds, encodeStationIds } from "./station-ids-code.ts";

const ZONES = ".zones";
const PLAN = ".plan";
const ID = /^[A-Za-z0-9_-]{1,40}$/;

/**
 * A subject as a short text for the address bar: ids only. No text of stations begins with a dot, so ".zones" and
 * ".plan" are told apart from them.
 */
export function encodeSubject(subject: Subject): string {
  switch (subject.kind) {
    case "stations":
      return encodeStationIds(subject.stationIds);
    case "zones":
      return [ZONES, subject.zoningId, ...(subject.zoneIds ?? [])].join(".");
    case "plan":
      return [PLAN, subject.planId].join(".");
  }
}

/** Null for what cannot be read. */
export function decodeSubject(text: string): Subject | null {
  if (!text.startsWith(".")) {
    return { kind: "stations", stationIds: [...new Set(decodeStationIds(text).filter(Boolean))] };
  }
  const [word, id, ...rest] = text.slice(1).split(".");
  if (id === undefined || ![id, ...rest].every((one) => ID.test(one))) return null;
  if (`.${word}` === PLAN) return rest.length === 0 ? { kind: "plan", planId: id } : null;
  if (`.${word}` !== ZONES) return null;
  return { kind: "zones", zoningId: id, zoneIds: rest.length === 0 ? null : [...new Set(rest)] };
}

/** A text that is the same for the same subject, in whatever order its stations or zones are. */
export function subjectCode(subject: Subject): string {
  switch (subject.kind) {
    case "stations":
      return encodeSubject({ ...subject, stationIds: subject.stationIds.toSorted() });
    case "zones":
      return encodeSubject({ ...subject, zoneIds: subject.zoneIds?.toSorted() ?? null });
    case "plan":
      return encodeSubject(subject);
  }
}
