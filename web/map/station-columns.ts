import type { ExpressionSpecification } from "maplibre-gl";

export interface StationMarks {
  /** Class of each station by index; null has no colour. */
  readonly classes: ReadonlyMap<number, number | null>;
  /** Without a value, for a reason that is known. */
  readonly missing: ReadonlySet<number>;
  /** With a value that is little sure. */
  readonly faded: ReadonlySet<number>;
  /** Behind those that the legend holds up. */
  readonly behind: ReadonlySet<number>;
  readonly selected: ReadonlySet<number>;
  readonly opened: number | null;
  readonly hovered: number | null;
}

/**
 * Marks of all stations in index order, one letter each, in lines of LINE letters. They are written into the style and
 * read from there by the workers that lay out tiles, so that no tile that comes into view, and no change of all colours,
 * costs the page anything by station. Feature-state would: MapLibre goes through every state for every tile.
 * Lines, because every tile brings the style's values back to the page: a thousand texts are, 66,000 numbers are not
 * for nothing.
 */
export type StationColumn = readonly string[];
export interface StationColumns {
  /** "a" has no class, "b" is the first. */
  readonly classes: StationColumn;
  /** FLAGS added up, from "a" for none. */
  readonly flags: StationColumn;
  /** "b" for who is selected. */
  readonly selected: StationColumn;
}

export const FLAGS = { missing: 1, faded: 2, behind: 4 } as const;
const LINE = 64;
const FIRST_LETTER = "a".charCodeAt(0);

export const NO_COLUMNS: StationColumns = { classes: [""], flags: [""], selected: [""] };

/** The columns of these marks; those of `before` where nothing has changed. */
export function stationColumns(
  marks: StationMarks | null,
  before: { readonly marks: StationMarks | null; readonly columns: StationColumns } | null = null,
): StationColumns {
  if (marks === null) return NO_COLUMNS;
  const { classes, missing, faded, behind, selected } = marks;
  const count = classes.size;
  const known = before?.marks ?? null;
  const isSame = (...names: readonly (keyof StationMarks)[]) =>
    known !== null && known.classes.size === count && names.every((name) => known[name] === marks[name]);
  const kept = (name: keyof StationColumns, made: () => StationColumn) => {
    const old = before?.columns[name];
    if (old === undefined) return made();
    const column = made();
    return column.length === old.length && column.every((line, place) => line === old[place]) ? old : column;
  };
  const columns = before?.columns ?? NO_COLUMNS;
  return {
    classes: isSame("classes")
      ? columns.classes
      : kept("classes", () => column(count, (index) => 1 + (classes.get(index) ?? -1))),
    flags: isSame("missing", "faded", "behind")
      ? columns.flags
      : kept("flags", () =>
          column(
            count,
            (index) =>
              (missing.has(index) ? FLAGS.missing : 0) +
              (faded.has(index) ? FLAGS.faded : 0) +
              (behind.has(index) ? FLAGS.behind : 0),
          ),
        ),
    selected: isSame("selected")
      ? columns.selected
      : kept("selected", () => column(count, (index) => (selected.has(index) ? 1 : 0))),
  };
}

function column(count: number, codeOf: (index: number) => number): StationColumn {
  const lines: string[] = [];
  for (let from = 0; from < count; from += LINE) {
    const length = Math.min(LINE, count - from);
    lines.push(String.fromCharCode(...Array.from({ length }, (_, place) => FIRST_LETTER + codeOf(from + place))));
  }
  return lines.length === 0 ? [""] : lines;
}

/** The letter of a feature, whose id is its index; "" for a station that the column does not have. */
export function letterOf(column: StationColumn): ExpressionSpecification {
  const line = ["min", ["floor", ["/", ["id"], LINE]], column.length - 1];
  const place = ["%", ["id"], LINE];
  const text = ["at", line, ["literal", [...column]]];
  return ["slice", text, place, ["+", place, 1]] as unknown as ExpressionSpecification;
}

export function letter(code: number): string {
  return String.fromCharCode(FIRST_LETTER + code);
}

/** The letters of all flags that hold one and not the other. */
export function lettersWith(flag: number, without = 0): string[] {
  return Array.from({ length: 8 }, (_, code) => code)
    .filter((code) => (code & flag) !== 0 && (code & without) === 0)
    .map(letter);
}
