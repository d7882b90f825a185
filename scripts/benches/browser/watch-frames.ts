import type { Browser, Page } from "playwright-core";

export interface Frames {
  readonly frames: number;
  /** Between two frames, as the page sees it: by the clock, so that other programs of the machine stretch them. */
  readonly frameMs: Spread & { readonly over50: number };
  /**
   * Work of the page's main thread, task by task, those of a millisecond or more: its own processor time, slowed down
   * as asked, without waiting for the drawing or for other programs.
   */
  readonly taskMs: Spread & { readonly over50: number };
}

export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly worst: number;
}

/**
 * Does something in the page twice: watches its frames the first time and its main thread the second, since a browser
 * that writes down what it does takes half as long again.
 */
export async function watchFrames(browser: Browser, page: Page, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate("bench.startFrames()");
  await work();
  const times: readonly number[] = await page.evaluate("bench.stopFrames()");
  const tasks = await mainThreadDuring(browser, page, work);
  const frames = times.slice(1).map((time, place) => time - (times[place] ?? time));
  return {
    frames: times.length,
    frameMs: { ...spread(frames), over50: frames.filter(isLong).length },
    taskMs: { ...spread(tasks.filter((ms) => ms >= 1)), over50: tasks.filter(isLong).length },
  };
}

function isLong(ms: number): boolean {
  return Math.round(ms) > 50;
}

/** Milliseconds of processor time of each task of the page's main thread while something is done. */
export async function mainThreadDuring(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<readonly number[]> {
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await work();
  const trace = await browser.stopTracing();
  return mainThreadTasks(trace.toString("utf8"));
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
  return { median: at(0.5), p95: at(0.95), worst: at(1) };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

interface TraceEvent {
  readonly name?: string;
  readonly ph?: string;
  readonly pid?: number;
  readonly tid?: number;
  /** Microseconds of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds of each task of the renderer's main thread. Of several renderers, the one that worked most. */
function mainThreadTasks(trace: string): readonly number[] {
  const events: readonly TraceEvent[] = JSON.parse(trace).traceEvents;
  const mains = new Set(
    events.flatMap(({ name, args, pid, tid }) =>
      name === "thread_name" && args?.name === "CrRendererMain" ? [`${pid}/${tid}`] : [],
    ),
  );
  const tasks = new Map<string, number[]>();
  for (const { name, ph, pid, tid, tdur } of events) {
    const thread = `${pid}/${tid}`;
    if (ph !== "X" || tdur === undefined || !mains.has(thread)) continue;
    // The same task is written twice, as the browser's and as the developer tools'.
    if (name !== "ThreadControllerImpl::RunTask") continue;
    const own = tasks.get(thread) ?? [];
    own.push(tdur / 1000);
    tasks.set(thread, own);
  }
  const sum = (list: readonly number[]) => list.reduce((total, ms) => total + ms, 0);
  return [...tasks.values()].sort((a, b) => sum(b) - sum(a))[0] ?? [];
}
