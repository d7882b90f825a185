import { type Accessor, createMemo, createSignal, onCleanup } from "solid-js";

const FIRST_ROWS = 60;
const MORE_ROWS = 120;
/** How far below what is in sight the next rows are drawn. */
const AHEAD = "600px";

/**
 * The beginning of a long list, as far as it has been scrolled: drawing all of 900 stations again would take longer than
 * a slider may. At the top of the list it is short again.
 */
export function createDrawnRows<Row>(rows: Accessor<readonly Row[]>) {
  const [count, setCount] = createSignal(FIRST_ROWS);
  return {
    rows: createMemo(() => rows().slice(0, count())),
    /** Draws at least as far as this place. */
    reach: (place: number) => setCount((before) => Math.max(before, place + 1)),
    /**
     * @param start what stands before the list; @param end what stands after it
     * @param isKept while true, nothing that is drawn is taken away
     */
    follow: (start: Element, end: Element, isKept: () => boolean) => {
      const observer = new IntersectionObserver(
        (entries) => {
          // Only the newest entry of each says how it is now.
          const isInSight = (target: Element) => entries.findLast((entry) => entry.target === target)?.isIntersecting;
          if (isInSight(end)) setCount((before) => before + MORE_ROWS);
          else if (isInSight(start) && !isKept()) setCount(FIRST_ROWS);
        },
        { rootMargin: `0px 0px ${AHEAD} 0px` },
      );
      observer.observe(start);
      observer.observe(end);
      onCleanup(() => observer.disconnect());
    },
  };
}
