import { cleanupOutdatedCaches, matchPrecache, precache } from "workbox-precaching";
import { MAP_CACHE, TILE_PATH } from "./map-cache.ts";

/**
 * Serves the phone page from the phone: its own files, as they were when this worker was installed, and the tiles that
 * the volunteer kept. Everything else, the organizer's application and every other request, goes to the network as if
 * there were no worker. A newer worker waits until the page says that it may take over.
 */

interface WorkerScope {
  readonly __WB_MANIFEST: Parameters<typeof precache>[0];
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(kind: "activate", heard: (event: ExtendableEvent) => void): void;
  addEventListener(kind: "message", heard: (event: MessageEvent<unknown>) => void): void;
  addEventListener(kind: "fetch", heard: (event: FetchEvent) => void): void;
}
interface ExtendableEvent {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: WorkerScope;

precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", ({ data }) => {
  if (data === "take-over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const { pathname, origin } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (pathname.startsWith("/w/")) event.respondWith(fromPrecache("/field.html", request));
  } else if (TILE_PATH.test(pathname)) {
    event.respondWith(fromMapCache(request));
  } else if (!pathname.startsWith("/api/")) {
    event.respondWith(fromPrecache(request, request));
  }
});

async function fromPrecache(what: Request | string, request: Request): Promise<Response> {
  return (await matchPrecache(what)) ?? fetch(request);
}

async function fromMapCache(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: MAP_CACHE, ignoreVary: true });
  return kept ?? fetch(request);
}
