import type { CDPSession, Locator, Page } from "playwright-core";
import { expect } from "vitest";

export type Pixel = readonly [number, number];

/** A phone that is touched, not pointed at. */
export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

/**
 * Fingers on the glass, as the browser itself is told of them: it may take a stroke for its own, to scroll or to leave the
 * page, which events made in the page never show.
 */
export async function fingersOn(page: Page) {
  const session: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", places: readonly Pixel[]) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: places.map(([x, y], id) => ({ x, y, id })),
    });
  /** Puts a finger down and moves it along, in small steps, without lifting it. */
  const press = async (from: Pixel, ...way: readonly Pixel[]) => {
    await send("touchStart", [from]);
    return drag(from, ...way);
  };
  /** Moves a finger along that is down already. */
  const drag = async (from: Pixel, ...way: readonly Pixel[]) => {
    let last = from;
    for (const next of way) {
      for (let step = 1; step <= STEPS; step++) {
        const along = (axis: 0 | 1) => last[axis] + ((next[axis] - last[axis]) * step) / STEPS;
        await send("touchMove", [[along(0), along(1)]]);
      }
      last = next;
    }
    return last;
  };
  const lift = () => send("touchEnd", []);
  /**
   * Down and up at once, as a finger does. Playwright lifts it when the page has seen it come down: of a page that is
   * drawing that is a long press, which presses nothing.
   */
  const tap = async (target: Locator) => {
    await target.scrollIntoViewIfNeeded();
    const box = await target.boundingBox();
    if (box === null) throw new Error(`nothing to touch: ${target}`);
    await Promise.all([send("touchStart", [[box.x + box.width / 2, box.y + box.height / 2]]), lift()]);
  };
  return {
    press,
    drag,
    lift,
    tap,
    /** Of a tap within half a second of a stroke the browser now and then makes no click, as after a fling. */
    tapUntil: async (target: Locator, isDone: () => Promise<boolean>) => {
      await expect
        .poll(
          async () => {
            if (await isDone()) return true;
            await tap(target);
            return isDone();
          },
          { timeout: 30_000, interval: 3000 },
        )
        .toBe(true);
    },
    draw: async (from: Pixel, ...way: readonly Pixel[]) => {
      await press(from, ...way);
      await lift();
    },
    /** A second finger beside the first, then both lifted. */
    second: async (first: Pixel, beside: Pixel) => {
      await send("touchStart", [first, beside]);
      await lift();
    },
    /** Two fingers moved side by side. */
    slide: async (from: readonly [Pixel, Pixel], [right, down]: Pixel) => {
      await send("touchStart", [from[0]]);
      await send("touchStart", from);
      for (let step = 1; step <= STEPS; step++) {
        const moved = ([x, y]: Pixel): Pixel => [x + (right * step) / STEPS, y + (down * step) / STEPS];
        await send("touchMove", [moved(from[0]), moved(from[1])]);
      }
      await lift();
    },
  };
}

const STEPS = 6;
