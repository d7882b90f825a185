import { forget, remember, remembered } from "../../design/remembered.ts";

/**
 * How much of a link waits on this phone, noted apart from the store that holds it: a browser that runs short clears the one and
 * often leaves the other, and then it can be said what is gone.
 */
export interface WaitingMark {
  read(): number;
  write(waiting: number): void;
}

/** @param token of the link; its last letters tell the few links of a phone apart and open nothing */
export function waitingMark(token: string): WaitingMark {
  const key = `field-waiting-${token.slice(-6)}`;
  return {
    read: () => Number(remembered(key)) || 0,
    write(waiting) {
      if (waiting > 0) remember(key, String(waiting));
      else forget(key);
    },
  };
}
