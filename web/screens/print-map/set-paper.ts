import { MARGIN_MILLIMETRES, type Orientation } from "./page-sizes.ts";

/**
 * Lays the paper out for as long as a page stands open, over what other pages ask for, and gives back how to take it
 * away. A rule of the page cannot follow a choice in any other way.
 */
export function setPaper(orientation: Orientation): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: A4 ${orientation}; margin: ${MARGIN_MILLIMETRES}mm; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
