import { pino } from "pino";
import type { FaultLog } from "./http/problem-response.ts";
import type { RequestLog } from "./http/request-log.ts";

/** The server's log, JSON lines on stderr: what happened, never of whom. `isQuiet` keeps faults only. */
export function createLog(isQuiet: boolean): FaultLog & RequestLog {
  const log = pino({ base: null, level: isQuiet ? "error" : "info" }, pino.destination({ fd: 2, sync: false }));
  return {
    info: (fields, sentence) => log.info(fields, sentence),
    error: (fields, sentence) => log.error(fields, sentence),
  };
}
