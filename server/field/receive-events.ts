import type { Bells } from "../campaign/bells.ts";
import { type EventBatch, type EventsAnswer, FIELD_VERSION } from "../contract/field-events.ts";
import type { CampaignPrivacy } from "../contract/outings.ts";
import type { Language } from "../contract/plan.ts";
import type { ReportOutcome } from "./event-store.ts";
import type { FieldStores } from "./field-stores.ts";
import { ADDRESS_GONE, EVENT_REFUSALS, type EventRefusal, NOTE_LEFT_OUT, unknownLink } from "./field-words.ts";
import { type EventRules, type Judged, judgeEvent } from "./judge-event.ts";
import { closingTime, linkState } from "./link-state.ts";
import type { FieldLink } from "./link-store.ts";

export interface ReceiveDeps {
  readonly field: Pick<FieldStores, "links" | "events" | "settings" | "surveys">;
  readonly bells: Pick<Bells, "ring">;
  readonly now: () => Date;
  readonly newToken: () => string;
}

/** Clocks that are right are still some seconds apart. */
const CLOSING_TOLERANCE_MILLISECONDS = 2 * 60_000;
const NOTHING_ASKED: CampaignPrivacy = { buildingNotes: false, contacts: false };

/**
 * Takes in what a phone reports: each event is stored, now or before, or refused with the reason, in the phone's language.
 * Resolves once the disk holds what is said to be stored. Throws Refusal "unknown-link" and "busy", and store faults.
 */
export async function receiveEvents(
  token: string,
  batch: EventBatch,
  language: Language,
  deps: ReceiveDeps,
): Promise<EventsAnswer> {
  const { links, events } = deps.field;
  const link = await links.find(token);
  if (link === null) throw unknownLink();
  const receivedAt = deps.now();
  const state = linkState(link, receivedAt);
  const judged = await judgeBatch(batch, link, receivedAt, deps);

  const accepted = judged.flatMap((one) => ("reported" in one ? [one.reported] : []));
  // Refused now, but stored when it came for the first time and its answer was lost.
  const before = await events.storedAmong(
    link.outingId,
    judged.flatMap((one) => ("refusal" in one ? [one.id] : [])),
  );
  const { outingId, outingRouteId } = link;
  const report = { outingId, outingRouteId, deviceId: batch.deviceId, receivedAt: receivedAt.toISOString() };
  const outcome = state === "closed" ? NOTHING : await events.accept({ ...report, events: accepted });
  if (outcome === null) throw unknownLink();
  if (outcome.isNews) deps.bells.ring(`outing:${outingId}`);

  const stored = [...new Set([...outcome.stored, ...before])];
  return {
    stored,
    refused: refusedOf(judged, outcome, before, language),
    told: [
      ...judged.flatMap((one) =>
        "isWithoutNote" in one && one.isWithoutNote && stored.includes(one.id)
          ? [{ id: one.id, code: "note-left-out", message: NOTE_LEFT_OUT[language] }]
          : [],
      ),
      ...outcome.astray.map((id) => ({ id, code: "address-gone", message: ADDRESS_GONE[language] })),
    ],
    serverAt: receivedAt.toISOString(),
    state,
    routeRevision: link.routeRevision,
  };
}

const NOTHING: ReportOutcome = { stored: [], foreign: [], beyond: [], outdated: [], astray: [], isNews: false };

async function judgeBatch(
  { version, sentAt, events }: EventBatch,
  link: FieldLink,
  receivedAt: Date,
  { field, newToken }: ReceiveDeps,
): Promise<readonly Judged[]> {
  const refuseAll = (refusal: EventRefusal) => events.map(({ id }): Judged => ({ id, refusal }));
  if (version > FIELD_VERSION) return refuseAll("newer-version");
  const state = linkState(link, receivedAt);
  if (state === "closed") return refuseAll("link-closed");
  const latest = closingTime(link) + CLOSING_TOLERANCE_MILLISECONDS;
  const asks = events.some(({ kind }) => kind === "note" || kind === "contact");
  const rules: EventRules = {
    clock: {
      ...{ sentAt, receivedAt, notBefore: new Date(link.madeAt) },
      ...(state === "open" ? {} : { aheadAt: new Date(Math.min(closingTime(link), receivedAt.getTime())) }),
    },
    privacy: asks ? (await field.settings.read(link.language)).privacy : NOTHING_ASKED,
    survey: events.some(({ kind }) => kind === "survey-answers") ? await field.surveys.find(link.outingId) : null,
    isKnownNotice: await knownNotices(events, field.settings),
    latest: state === "open" ? null : latest,
    newContactId: newToken,
  };
  return events.map((event) => judgeEvent(event, rules));
}

async function knownNotices(events: EventBatch["events"], settings: FieldStores["settings"]) {
  const versions = new Set(
    events.flatMap(({ kind, noticeVersion }) =>
      kind === "contact" && typeof noticeVersion === "string" ? [noticeVersion] : [],
    ),
  );
  const known = new Set<string>();
  for (const version of versions) if (await settings.isKnownNotice(version)) known.add(version);
  return (version: string) => known.has(version);
}

function refusedOf(
  judged: readonly Judged[],
  { foreign, beyond, outdated }: ReportOutcome,
  before: ReadonlySet<string>,
  language: Language,
): EventsAnswer["refused"] {
  const told = (id: string, code: EventRefusal) => ({ id, code, message: EVENT_REFUSALS[code][language] });
  return [
    ...judged.flatMap((one) => ("refusal" in one && !before.has(one.id) ? [told(one.id, one.refusal)] : [])),
    ...foreign.map((id) => told(id, "known-elsewhere")),
    ...outdated.map((id) => told(id, "survey-changed")),
    ...beyond.map((id) => told(id, "too-many-events")),
  ];
}
