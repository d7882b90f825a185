import styles from "./icon.module.css";

/** Outlines drawn for Arpent on a 20 × 20 grid. */
const PATHS = {
  plus: "M10 4v12M4 10h12",
  minus: "M4 10h12",
  close: "M5 5l10 10M15 5L5 15",
  back: "M12 4l-6 6 6 6",
  forward: "M8 4l6 6-6 6",
  search: "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM13 13l4 4",
  undo: "M8 4L4 8l4 4M4 8h7a5 5 0 0 1 0 10H9",
  redo: "M12 4l4 4-4 4M16 8H9a5 5 0 0 0 0 10h2",
  fit: "M3 7V3h4M17 7V3h-4M3 13v4h4M17 13v4h-4M7.5 7.5h5v5h-5z",
  selection: "M3 6.5V3h3.5M17 6.5V3h-3.5M3 13.5V17h3.5M17 13.5V17h-3.5M7 10l2.2 2.2L13.4 8",
  hand: "M5 3l10 6-4.5 1.2L8 15z",
  pick: "M4 4.5h12v11H4zM7 10l2.2 2.2L13.4 8",
  polygon:
    "M4 7l7-3.5 5.5 6L13 16.5 5 15zM4 7a1 1 0 1 0 0-.01M11 3.5a1 1 0 1 0 0-.01M16.5 9.5a1 1 0 1 0 0-.01M13 16.5a1 1 0 1 0 0-.01M5 15a1 1 0 1 0 0-.01",
  help: "M7.5 7.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M10 14.6v.1",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
  locate: "M10 5.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10 2v3.5M10 14.5V18M2 10h3.5M14.5 10H18",
  warning: "M10 3l7.5 13.5h-15zM10 8v4M10 14.2v.1",
  check: "M4 10.5l4 4 8-9",
  person: "M10 3.2a3.3 3.3 0 1 1 0 6.6 3.3 3.3 0 0 1 0-6.6zM3.5 17c.4-3.6 3-5.4 6.5-5.4s6.1 1.8 6.5 5.4",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9M10 12.2v1.8",
  download: "M10 3v9M6 8.5l4 4 4-4M4 16.5h12",
  trash: "M4 5.5h12M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11",
  walk: "M11 3.2v.1M8 18l1.6-5 -1-3.5 2.4-2.5 1.5 3 2.5 1M9.6 13l3 5M8.6 9.5L6 11",
  door: "M5.5 17V3h9v14M3.5 17h13M12 10v.1",
  climb: "M3 15.5l4.5-7 3 4 2.5-3.5 4 6.5z",
  clock: "M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4l2.8 1.8",
  talk: "M3.5 4.5h13v9h-7l-4 3v-3h-2z",
  link: "M8.5 11.5l3-3M7 8.5L4.8 10.7a3 3 0 0 0 4.3 4.3L11.3 12.8M13 11.5l2.2-2.2A3 3 0 0 0 10.9 5L8.7 7.2",
  compare: "M4 16.5v-8h3.5v8zM12.5 16.5v-13H16v13zM2.5 16.5h15",
  print: "M6 7V3h8v4M6 13.5H3.5V7h13v6.5H14M6 11.5h8v5.5H6z",
  grip: "M7.5 5v.1M12.5 5v.1M7.5 10v.1M12.5 10v.1M7.5 15v.1M12.5 15v.1",
  unlock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 5.6-1.5M10 12.2v1.8",
  reverse: "M6 4v12M3 13l3 3 3-3M14 16V4M11 7l3-3 3 3",
  repair: "M12.5 3.5a4 4 0 0 0-3.6 5.6L3.5 14.5l2 2 5.4-5.4a4 4 0 0 0 5.4-4.8l-2.6 2.6-2.6-.6-.6-2.6z",
  dots: "M5 9.2a.8.8 0 1 0 .1 0M10 9.2a.8.8 0 1 0 .1 0M15 9.2a.8.8 0 1 0 .1 0",
  list: "M4 5h12M4 10h12M4 15h12",
  brush: "M14.8 3l2.2 2.2-7.5 7.5-2.2-2.2zM7.3 10.5c-3 .2-1.8 3.4-4.3 5 2.8 1.2 6.3.2 6.5-2.8",
  lasso: "M10 3.5c4 0 7 1.9 7 4.4s-3 4.4-7 4.4-7-1.9-7-4.4 3-4.4 7-4.4zM6 11.8a1.6 1.6 0 1 0 .2 3.1c1.2.3 1 1.9-.7 2.4",
  eraser: "M7.5 16.5h9M3.5 12.2l7.7-7.7 5 5-7 7H7.2zM7.4 8.4l5 5",
  split: "M8 4.5H3.5v11H8M12 4.5h4.5v11H12M10 2v3M10 8.5v3M10 15v3",
  merge: "M3.5 4.5h13v11h-13zM6 10h3M14 10h-3M7.5 8.5L9 10l-1.5 1.5M12.5 8.5L11 10l1.5 1.5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon(props: { readonly name: IconName }) {
  return (
    <svg class={styles.icon} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[props.name]} />
    </svg>
  );
}
