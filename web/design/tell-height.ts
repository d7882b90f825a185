/**
 * Keeps the height of an element, in pixels, in a custom property of the page: for what stands below it and is no
 * neighbour of it. Gives the way to stop.
 */
export function tellHeight(element: HTMLElement, property: `--${string}`): () => void {
  const root = document.documentElement;
  const tell = () => root.style.setProperty(property, `${element.offsetHeight}px`);
  const observer = new ResizeObserver(tell);
  observer.observe(element);
  tell();
  return () => {
    observer.disconnect();
    root.style.removeProperty(property);
  };
}
