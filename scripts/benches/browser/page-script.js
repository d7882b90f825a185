// Runs in the page that is measured, before anything else does: `bench` is what the bench asks of it.
const idleTimes = [];
let frameTimes = [];
let isWatching = false;

new MutationObserver(() => {
  if (document.documentElement.dataset.mapIdle === "true") idleTimes.push(performance.now());
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-map-idle"] });

function step(time) {
  frameTimes.push(time);
  if (isWatching) requestAnimationFrame(step);
}

function timed(work) {
  const began = performance.now();
  work();
  return performance.now() - began;
}

window.bench = {
  now: () => performance.now(),
  idleTimes: () => idleTimes,
  /** Until the map has nothing left to draw, and has had 150 ms to begin something. */
  async untilIdle(since) {
    while (performance.now() < since + 150 || document.documentElement.dataset.mapIdle !== "true") {
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  },
  /** Until the map has drawn something that was asked for at `since`, to its end. */
  async untilDrawn(since) {
    while ((idleTimes.at(-1) ?? 0) < since) await new Promise((resolve) => setTimeout(resolve, 30));
  },
  startFrames() {
    frameTimes = [];
    isWatching = true;
    requestAnimationFrame(step);
  },
  stopFrames() {
    isWatching = false;
    return frameTimes;
  },
  move({ x, y, zoom }) {
    const map = document.querySelector('[data-testid="map"]').arpentMap;
    if (zoom === 0) map.panBy([x, y], { duration: 1000 });
    else map.easeTo({ zoom: map.getZoom() + zoom, duration: 1000 });
  },
  /** Chooses another measure; gives the time of the choice. */
  measure(value) {
    const now = performance.now();
    document.querySelector(`input[type="radio"][value="${value}"]`).click();
    return now;
  },
  /** Types texts into the filter of the list, one after the other; gives the milliseconds of each. */
  filter(texts) {
    const field = [...document.querySelectorAll('input[type="search"]')].at(-1);
    return texts.map((text) =>
      timed(() => {
        field.value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }),
    );
  },
  /** Puts the list in these orders; gives the milliseconds of each. */
  sort(orders) {
    const select = [...document.querySelectorAll("select")].find((one) =>
      [...one.options].some(({ value }) => value === "name"),
    );
    return orders.map((order) =>
      timed(() => {
        select.value = order;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }),
    );
  },
  megabytes: () => (performance.memory ? Math.round(performance.memory.usedJSHeapSize / 1e6) : null),
};
