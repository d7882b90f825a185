/**
 * Labels are drawn with fonts of the reader's own machine: the style names no glyph server, so MapLibre draws each
 * letter itself. It reads the weight from the first name of the stack, a name that need not exist.
 */
export const TEXT = ["Label Regular", "system-ui", "sans-serif"];
export const TEXT_MEDIUM = ["Label Medium", "system-ui", "sans-serif"];
export const TEXT_BOLD = ["Label Bold", "system-ui", "sans-serif"];
export const TEXT_ITALIC = ["Label Italic", "system-ui", "sans-serif"];
