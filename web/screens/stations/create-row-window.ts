import { type Accessor, createMemo, createSignal, onCleanup } from "solid-js";

/** Every row is made, laid out and painted anew when the order changes, in the same frame as the map's colours. */
const FIRST_ROWS = 16;
/** How far above and below what is in sight rows are drawn, in pixels. */
const AHEAD = 300;

/** One row that is drawn. */
export interface WindowRow<Row> {
  readonly row: Row;
  /** In the whole list. */
  readonly place: number;
  /** Rows between it and the one drawn before it, whose room is kept. */
  readonly gap: number;
}

/**
 * The part of a long list that is in sight, and the rows that somebody has in hand wherever they are: drawing 66,000
 * lines would take minutes. All rows are taken to be as high as the first that is drawn.
 */
export function createRowWindow<Row>(rows: Accessor<readonly Row[]>, kept: Accessor<readonly number[]>) {
  const [range, setRange] = createSignal<readonly [from: number, to: number]>([0, FIRST_ROWS], {
    equals: (a, b) => a[0] === b[0] && a[1] === b[1],
  });
  const [rowHeight, setRowHeight] = createSignal(50);
  const drawn = createMemo((): readonly WindowRow<Row>[] => rowsInWindow(rows(), range(), kept()));
  const after = () => rows().length - 1 - (drawn().at(-1)?.place ?? -1);

  /** Follows the scrolling of whatever holds the list. */
  function follow(list: HTMLElement): void {
    let asked = 0;
    const look = () => {
      asked = 0;
      const { top } = list.getBoundingClientRect();
      const count = rows().length;
      const line = list.firstElementChild;
      if (line instanceof HTMLElement && line.offsetHeight > 0) setRowHeight(line.offsetHeight);
      const from = Math.floor((-top - AHEAD) / rowHeight());
      const to = Math.ceil((window.innerHeight - top + AHEAD) / rowHeight());
      const first = Math.max(0, Math.min(from, count - FIRST_ROWS));
      setRange([first, Math.max(first + FIRST_ROWS, to)]);
    };
    const lookSoon = () => {
      if (asked === 0) asked = requestAnimationFrame(look);
    };
    // Scrolling does not bubble, and it is a panel or the page that scrolls.
    document.addEventListener("scroll", lookSoon, { capture: true, passive: true });
    window.addEventListener("resize", lookSoon);
    lookSoon();
    onCleanup(() => {
      cancelAnimationFrame(asked);
      document.removeEventListener("scroll", lookSoon, { capture: true });
      window.removeEventListener("resize", lookSoon);
    });
  }

  return { drawn, after, rowHeight, follow };
}

/** The rows of a range, and the kept ones outside it, in order, each with the gap before it. */
export function rowsInWindow<Row>(
  rows: readonly Row[],
  [from, to]: readonly [number, number],
  kept: readonly number[],
): readonly WindowRow<Row>[] {
  const outside = kept.filter((place) => place >= 0 && place < rows.length && (place < from || place >= to));
  const inside = Array.from({ length: Math.max(0, Math.min(to, rows.length) - from) }, (_, step) => from + step);
  let next = 0;
  return [...new Set([...outside, ...inside])]
    .sort((a, b) => a - b)
    .flatMap((place) => {
      const row = rows[place];
      if (row === undefined) return [];
      const gap = place - next;
      next = place + 1;
      return [{ row, place, gap }];
    });
}
