import type { Mark, StopMarks } from "../../workspace/stop-marks.ts";

/** Where stops can be marked: what they have, and what a press does. */
export interface StopMarking {
  readonly marks: StopMarks;
  readonly onMark: (stopIds: readonly string[], mark: Mark) => void;
}
