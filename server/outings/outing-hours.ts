const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** When the links of an outing close, if they are open for some hours from its beginning. */
export function closingTime(day: string, clock: string, openHours: number, timeZone: string): Date {
  return new Date(localInstant(day, clock, timeZone).getTime() + openHours * HOUR_MS);
}

/** The same number of hours after its beginning as before, when the day or the hour has changed. */
export function shiftedClosing(
  closesAt: string,
  before: { readonly day: string; readonly startsAt: string },
  after: { readonly day: string; readonly startsAt: string },
): Date {
  const at = ({ day, startsAt }: typeof before) => Date.parse(`${day}T${startsAt}Z`);
  return new Date(Date.parse(closesAt) + at(after) - at(before));
}

/** The instant at which clocks of a zone say this. An hour that they skip is taken as if they did not. */
export function localInstant(day: string, clock: string, timeZone: string): Date {
  const asUtc = Date.parse(`${day}T${clock}Z`);
  // The offset at the instant that is looked for may differ from that at the guess, around a change of clocks.
  const guess = asUtc - offsetMs(asUtc, timeZone);
  return new Date(asUtc - offsetMs(guess, timeZone));
}

/** By how much the clocks of a zone are ahead of UTC. */
function offsetMs(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? "00";
  const local = Date.parse(`${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}Z`);
  return local - Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}
