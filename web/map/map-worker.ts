import { prewarm, setWorkerUrl } from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";

// The bundler moves the worker: without its new address the built map stays blank.
setWorkerUrl(workerAddress);
// The workers read their program while the page asks what to show.
if (typeof Worker !== "undefined") prewarm();
