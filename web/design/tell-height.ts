/**
 * Keeps the height of an element, in pixels, in a custom property of the page: for what stands below it and is no
 * neighbour of it. Gives the way to stop.
 */
export function tellHeight(element: HTMLElement, property: `--${string}`): () => void {
  const root = document.documentElement;
  // It is told of the height that the element has, too: nothing is laid out before its time to ask for it.
  const observer = new ResizeObserver(() => root.style.setProperty(property, `${element.offsetHeight}px`));
  observer.observe(element);
  return () => {
    observer.disconnect();
    root.style.removeProperty(property);
  };
}
