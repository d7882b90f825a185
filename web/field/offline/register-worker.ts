/** Only under a page that came by https, or from this machine, and never in some private windows. */
export function hasWorker(): boolean {
  return "serviceWorker" in navigator && "caches" in window;
}

/** Keeps the page's own files. Answers once they are all on the phone. */
export async function installWorker(): Promise<void> {
  const registration = await navigator.serviceWorker.register("/field-worker.js", { scope: "/w/" });
  if (registration.active !== null) return;
  const coming = registration.installing ?? registration.waiting;
  if (coming === null) throw new Error("the service worker was not installed");
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (coming.state === "activated") resolve();
      if (coming.state === "redundant") reject(new Error("the service worker was not installed"));
    };
    coming.addEventListener("statechange", look);
    look();
  });
}

/**
 * Tells when a newer version of the page lies ready on the phone. It takes over when `takeOver` is called, and the page
 * is loaded again: nothing is lost by that, since what was said is on the disk before the screen says so.
 */
export async function watchForUpdate(onReady: (takeOver: () => void) => void): Promise<void> {
  if (!hasWorker()) return;
  const registration = await navigator.serviceWorker.getRegistration("/w/");
  if (registration === undefined) return;
  const offer = () => {
    const { waiting } = registration;
    if (waiting === null || registration.active === null) return;
    onReady(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      waiting.postMessage("take-over");
    });
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  // Without network there is nothing newer to be had.
  await registration.update().catch(() => undefined);
}
