/** Whether whoever looks asked for less movement. Asked each time: it may be changed while the page is open. */
export function prefersStillness(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
