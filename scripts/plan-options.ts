import * as v from "valibot";
import {
  END_WORDS,
  type PlanRequest,
  PlanRequestSchema,
  type RouteLimits,
  type Selection,
  START_WORDS,
} from "../server/contract/plan.ts";
import { PLAN_BOUNDS } from "../server/contract/plan-bounds.ts";
import { readArea } from "./area-options.ts";
import { UsageError } from "./command.ts";
import type { NumberRange, Options } from "./command-options.ts";
import { readTeam } from "./team-file.ts";

/** The request that the options of `arpent plan` spell out, defaults filled. Throws UsageError on what cannot be. */
export async function readPlanRequest(options: Options): Promise<PlanRequest> {
  const given = {
    selection: await readSelection(options),
    volunteers: options.number("volunteers", { ...range("volunteers"), isWhole: true }),
    minutes: options.number("minutes", range("minutes")),
    pairs: options.flag("pairs"),
    team: await readTeamOption(options),
    start: readPlace(options, "start", START_WORDS),
    end: readPlace(options, "end", END_WORDS),
    goal: options.oneOf("goal", ["cover", "value"]),
    minutesPerDoor: options.number("minutes-per-door", range("minutesPerDoor")),
    speed: options.number("speed", range("speed")),
    seed: options.number("seed", { min: 0, max: Number.MAX_SAFE_INTEGER, isWhole: true }),
    seconds: options.number("seconds", range("seconds")),
    language: options.oneOf("lang", ["fr", "en"]),
    ...(options.flag("leave-out-done")
      ? { leaveOutDone: { day: options.text("day"), startsAt: options.text("starts-at") } }
      : {}),
  };
  if (given.volunteers === undefined) throw new UsageError("--volunteers is missing: expected e.g. --volunteers 15.");
  if (given.minutes === undefined) throw new UsageError("--minutes is missing: expected e.g. --minutes 120.");
  const parsed = v.safeParse(PlanRequestSchema, JSON.parse(JSON.stringify(given)));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new UsageError(`${v.getDotPath(issue) ?? "the request"}: ${issue.message}`);
}

function range(name: keyof typeof PLAN_BOUNDS): NumberRange {
  return { min: PLAN_BOUNDS[name].low, max: PLAN_BOUNDS[name].high };
}

async function readTeamOption(options: Options): Promise<readonly RouteLimits[] | undefined> {
  const path = options.text("team");
  return path === undefined ? undefined : readTeam(path);
}

async function readSelection(options: Options): Promise<Selection> {
  const area = await readArea(options);
  if (area !== null && options.flag("best")) throw whereOnce();
  if (area !== null) return area;
  if (options.flag("best")) return { kind: "best" };
  throw whereOnce();
}

function whereOnce(): UsageError {
  return new UsageError("Say where, once: --stations A,B (or all), --zone FILE.geojson, or --best.");
}

/** One of the words, or a place given as longitude,latitude. */
function readPlace<Word extends string>(options: Options, name: string, words: readonly Word[]) {
  const value = options.text(name);
  if (value === undefined) return undefined;
  const word = words.find((candidate) => candidate === value);
  if (word !== undefined) return word;
  const [longitude, latitude, ...rest] = value.split(",").map(Number);
  if (longitude !== undefined && latitude !== undefined && rest.length === 0 && isOnEarth(longitude, latitude)) {
    return { position: [longitude, latitude] as [number, number] };
  }
  throw new UsageError(`--${name} is "${value}": expected ${words.join(", ")} or LON,LAT such as 2.3635,48.8675.`);
}

function isOnEarth(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
