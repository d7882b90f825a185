// Runs in the page that is measured, before anything else does: `bench` is what the bench asks of it.
const idleTimes = [];
let frameTimes = [];
let isWatching = false;

new MutationObserver(() => {
  if (document.documentElement.dataset.mapIdle === "true") idleTimes.push(performance.now());
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-map-idle"] });

let mapFrames = 0;
let isWholeDrawn = false;
let wholeMap = null;

// A frame of the map begins by wiping what is seen of it; what is drawn for later goes to other buffers.
const clear = WebGL2RenderingContext.prototype.clear;
WebGL2RenderingContext.prototype.clear = function (...what) {
  const isSeen = this.getParameter(this.FRAMEBUFFER_BINDING) === null;
  if (isSeen && what[0] & this.COLOR_BUFFER_BIT) mapFrames++;
  return clear.apply(this, what);
};

/** Waits for the map, and for the first frame of it in which all tiles and the colours of the stations are on screen. */
function awaitWholeMap() {
  const map = document.querySelector('[data-testid="map"]')?.arpentMap;
  if (map === undefined) {
    setTimeout(awaitWholeMap, 10);
    return;
  }
  map.on("render", () => {
    const isSharp = map.getPixelRatio() === devicePixelRatio;
    if (isWholeDrawn || !isSharp || !hasColours(map) || !map.areTilesLoaded()) return;
    isWholeDrawn = true;
    const frames = mapFrames;
    // The map draws in an animation frame: what comes next in the page comes once that frame is painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (wholeMap = { ms: performance.now(), mapFrames: frames });
    port2.postMessage(null);
  });
}
awaitWholeMap();

/** Whether the letters of the stations' classes are in the style. */
function hasColours(map) {
  const colour = map.getLayer("station-fill") && map.getPaintProperty("station-fill", "fill-color");
  return /"literal",\["[a-z]/.test(JSON.stringify(colour ?? null));
}

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
  /** Of the frame that showed the whole map; null before. */
  wholeMap: () => wholeMap,
  mapFrames: () => mapFrames,
  /** Milliseconds in which at least one answer was waited for, of the page's own requests. */
  requestMs() {
    const waits = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .map(({ startTime, responseEnd }) => [startTime, responseEnd])
      .sort((a, b) => a[0] - b[0]);
    let [sum, until] = [0, 0];
    for (const [from, to] of waits) {
      sum += Math.max(0, to - Math.max(from, until));
      until = Math.max(until, to);
    }
    return sum;
  },
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
  /** Puts the list in these orders; gives the milliseconds of each, to the end of the task in which it is sorted. */
  async sort(orders) {
    const select = [...document.querySelectorAll("select")].find((one) =>
      [...one.options].some(({ value }) => value === "name"),
    );
    const times = [];
    for (const order of orders) {
      const began = performance.now();
      select.value = order;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve));
      times.push(performance.now() - began);
    }
    return times;
  },
  megabytes: () => (performance.memory ? Math.round(performance.memory.usedJSHeapSize / 1e6) : null),
};
