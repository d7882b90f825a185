import { Cancelled } from "../readers/source-rows.ts";
import { BUILD_STAGES, type BuildProgress, type BuildReport, type BuildStage } from "./build-options.ts";

/** Usual part of each stage in a build: only steers the progress bar, which need not be exact. */
const USUAL_PART: Readonly<Record<BuildStage, number>> = {
  contours: 0.04,
  osm: 0.18,
  elevation: 0.06,
  results: 0.14,
  addresses: 0.12,
  census: 0.03,
  joining: 0.1,
  streets: 0.08,
  doors: 0.03,
  "base map": 0.12,
  "station map": 0.02,
  writing: 0.08,
};
/** Below this share, a guess of the remaining time says nothing. */
const ENOUGH_TO_JUDGE = 0.05;

export interface StageClock {
  /**
   * Runs one stage. Throws Cancelled before it begins when the signal is aborted, never after it: what the last stage
   * has put in place is not called cancelled.
   */
  run<Result>(stage: BuildStage, work: (onShare: ShareOfStage) => Promise<Result> | Result): Promise<Result>;
  /** Lets signals and other work through during a long stage; throws Cancelled when the signal is aborted. */
  breathe(): Promise<void>;
  report(): Pick<BuildReport, "stages" | "seconds" | "peakMegabytes">;
}

/** @param bytesRead bytes of input read so far in this stage, for the rate */
export type ShareOfStage = (share: number, bytesRead?: number) => void;

/** Times the stages of a build and says how far it is. `nowMs` is a monotonic clock. */
export function createStageClock(
  signal: AbortSignal | undefined,
  onProgress: ((progress: BuildProgress) => void) | undefined,
  nowMs: () => number,
): StageClock {
  const startedAt = nowMs();
  // Station areas from the roll are joined before the rest is read: the bar waits there rather than go back.
  let furthest = 0;
  const stages = new Map<BuildStage, { seconds: number; peakMegabytes: number }>();

  async function breathe(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) throw new Cancelled();
  }

  return {
    breathe,
    async run(stage, work) {
      const stageStartedAt = nowMs();
      const before = shareBefore(stage);
      const announce: ShareOfStage = (shareOfStage, bytesRead) => {
        furthest = Math.max(furthest, before + USUAL_PART[stage] * Math.min(1, Math.max(0, shareOfStage)));
        const share = furthest;
        const elapsedSeconds = (nowMs() - startedAt) / 1000;
        const stageSeconds = (nowMs() - stageStartedAt) / 1000;
        onProgress?.({
          stage,
          share,
          megabytesPerSecond: bytesRead === undefined || stageSeconds === 0 ? null : bytesRead / 1e6 / stageSeconds,
          remainingSeconds: share < ENOUGH_TO_JUDGE ? null : (elapsedSeconds * (1 - share)) / share,
        });
      };
      announce(0);
      await breathe();
      const result = await work(announce);
      const known = stages.get(stage);
      stages.set(stage, {
        seconds: (known?.seconds ?? 0) + (nowMs() - stageStartedAt) / 1000,
        peakMegabytes: peakMegabytes(),
      });
      return result;
    },
    report: () => ({
      stages: [...stages].map(([stage, figures]) => ({ stage, ...figures })),
      seconds: (nowMs() - startedAt) / 1000,
      peakMegabytes: peakMegabytes(),
    }),
  };
}

function shareBefore(stage: BuildStage): number {
  return BUILD_STAGES.slice(0, BUILD_STAGES.indexOf(stage)).reduce((sum, earlier) => sum + USUAL_PART[earlier], 0);
}

/** Largest resident set of the process; Node gives it in kilobytes on every platform. */
function peakMegabytes(): number {
  return process.resourceUsage().maxRSS / 1024;
}
