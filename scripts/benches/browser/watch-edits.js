// Runs in the page whose plan is edited by hand, before anything else does: `edits` says how long after the hand let go
// a request was sent and answered, and new figures and the new path were on screen.
let letGo = 0;
let edit = null;

for (const kind of ["click", "pointerup", "keydown"]) {
  // Before the page knows of it. The browser says when it happened, also when the page was busy then.
  window.addEventListener(kind, ({ timeStamp }) => (letGo = timeStamp), true);
}

const fetchAsEver = window.fetch;
window.fetch = async (address, ...rest) => {
  const isEdit = String(address?.url ?? address).endsWith("/edits");
  if (!isEdit) return fetchAsEver(address, ...rest);
  const mine = { letGo, sent: performance.now(), answered: null, figures: null, path: null, isPathAwaited: false };
  edit = mine;
  const answer = await fetchAsEver(address, ...rest);
  mine.answered = performance.now();
  return answer;
};

/** What comes next in the page once the animation frame that is being made is painted. */
function afterThisFrame(work) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => work(performance.now());
  port2.postMessage(null);
}

// The line above the tools says that times are on their way, until they are there.
new MutationObserver(() => {
  const line = document.querySelector('[role="toolbar"]')?.parentElement?.querySelector("strong")?.parentElement;
  const mine = edit;
  if (!line || !mine?.answered || mine.isTold || line.textContent.includes("Calcul des temps")) return;
  mine.isTold = true;
  requestAnimationFrame(() => afterThisFrame((now) => (mine.figures = now)));
}).observe(document, { subtree: true, childList: true, characterData: true });

function watchPath() {
  const map = document.querySelector('[data-testid="map"]')?.arpentMap;
  const source = map?.getSource("routes");
  if (!source) {
    setTimeout(watchPath, 10);
    return;
  }
  let isCut = false;
  const setData = source.setData;
  source.setData = function (...given) {
    if (edit?.answered) [edit.isPathAwaited, isCut] = [true, false];
    return setData.apply(this, given);
  };
  map.on("sourcedata", ({ sourceId, sourceDataType }) => {
    if (sourceId === "routes" && sourceDataType === "content") isCut = true;
  });
  map.on("render", () => {
    const mine = edit;
    if (!mine?.isPathAwaited || !isCut || mine.path !== null || !map.isSourceLoaded("routes")) return;
    mine.path = 0;
    afterThisFrame((now) => (mine.path = now));
  });
}
watchPath();

window.edits = {
  /** Forgets the last. */
  begin() {
    edit = null;
  },
  /**
   * Milliseconds after the hand let go, once everything is on screen; a path that stays as it was is null. Throws when
   * that takes longer than `patience`.
   */
  async last(patience) {
    const deadline = performance.now() + patience;
    const isDone = () => edit?.figures && (!edit.isPathAwaited || edit.path);
    while (!isDone()) {
      if (performance.now() > deadline) throw new Error(`still ${JSON.stringify(edit)} after ${patience} ms`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const since = (time) => (time ? time - edit.letGo : null);
    return {
      sent: since(edit.sent),
      answered: since(edit.answered),
      figures: since(edit.figures),
      path: since(edit.path),
    };
  },
};
