/**
 * Labels are drawn with the letters of the build (see map-letters.ts), which the last word of the first name chooses.
 * Letters that it does not have are drawn with fonts of the reader's own machine, in the weight of the same word.
 */
export const TEXT = ["Label Regular", "system-ui", "sans-serif"];
export const TEXT_BOLD = ["Label Bold", "system-ui", "sans-serif"];
export const TEXT_ITALIC = ["Label Italic", "system-ui", "sans-serif"];
