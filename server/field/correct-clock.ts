/** Phones are seldom off by less than seconds or by more than this without being wrong. */
const TOLERANCE_MILLISECONDS = 2 * 60_000;

export interface ClockReading {
  /** The phone's clock when it sent. */
  readonly sentAt: string;
  /** The server's when it received. */
  readonly receivedAt: Date;
  /** Nothing can have happened before. */
  readonly notBefore: Date;
  /** When what the phone says lies ahead of the server's clock has happened at the latest: before its link closed. */
  readonly aheadAt?: Date;
}

/**
 * When something happened by the clock of the server, from when the phone says it did. A phone whose clock is off by more than two
 * minutes is corrected by what it is off as it sends. What still lies ahead, or before there was anything to report,
 * was made under another setting of the clock, and is brought to the nearest moment that can be.
 */
export function correctClock(phoneAt: string, { sentAt, receivedAt, notBefore, aheadAt }: ClockReading): Date {
  const received = receivedAt.getTime();
  const off = received - Date.parse(sentAt);
  const isOff = Math.abs(off) > TOLERANCE_MILLISECONDS;
  const at = Date.parse(phoneAt) + (isOff ? off : 0);
  if (Number.isNaN(at)) return receivedAt;
  if (aheadAt && at > received + TOLERANCE_MILLISECONDS) return aheadAt;
  return new Date(Math.min(Math.max(at, notBefore.getTime()), received));
}
