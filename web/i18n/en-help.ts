import type { frHelp } from "./fr-help.ts";

/** Words of the list of keyboard shortcuts. */
export const enHelp: typeof frHelp = {
  title: "Keyboard shortcuts",
  keys: {
    search: "Search",
    palette: "Search and command, from anywhere",
    tabs: "Change step",
    list: "Move through the list",
    choose: "Choose the station",
    openStation: "Open the station",
    moveStop: "Pick up and move an address by its handle",
    draw: "Draw a zone",
    finish: "Close the zone",
    cancel: "Abandon the drawing, close the panel",
    undo: "Undo / redo a choice",
    help: "This help",
  },
  letters: "Single keys work",
  lettersHint: "Untick to make lone letters, digits and signs do nothing. Ctrl K and Escape still work.",
  key: {
    arrows: "↑ ↓",
    space: "Space",
    enter: "Enter",
    escape: "Esc",
    control: "Ctrl",
  },
};
