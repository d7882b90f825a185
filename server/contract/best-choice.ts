import type { Sentence } from "./refusal.ts";

/** Why a plan goes to the stations it goes to, when it was asked to choose them. Estimates made before routes are searched. */
export interface BestChoice {
  /** What was counted: expected votes, or doors where the territory has no scores. */
  readonly measure: "votes" | "doors";
  /** Most per hour first. */
  readonly stations: readonly ChosenStation[];
  /** Given to the routes as well, because the others hardly fill the hours. */
  readonly reserve: readonly { readonly stationId: string; readonly name: string }[];
  /** Stations left out, the best first, with what the team would get with each in place of one that is chosen. */
  readonly runnersUp: readonly RunnerUp[];
  /** What the whole team is expected to get in its hours. */
  readonly expected: {
    readonly thisChoice: number;
    /** With the first runner-up in place of a chosen station; null when every station is chosen. */
    readonly nextBest: number | null;
    /** With the stations of highest score, wherever they lie; null without scores. */
    readonly byScoreAlone: number | null;
  };
}

/** The part of a station that the team has time for. */
export interface ChosenStation {
  readonly stationId: string;
  readonly name: string;
  /** Expected votes per volunteer-hour, walks included; null without scores. */
  readonly votesPerHour: number | null;
  readonly doorsPerHour: number;
  readonly doors: number;
  /** Between its doors. */
  readonly walkMinutes: number;
  readonly doorMinutes: number;
  /** From the meeting point to its doors, once per volunteer. */
  readonly approachMinutes: number;
  readonly reason: Sentence;
}

export interface RunnerUp {
  readonly stationId: string;
  readonly name: string;
  readonly votesPerHour: number | null;
  readonly doorsPerHour: number;
  /** The chosen station that it would replace at the least loss. */
  readonly insteadOf: string;
  /** Of the whole team, in the measure of the choice. */
  readonly expectedInstead: number;
  readonly reason: Sentence;
}
