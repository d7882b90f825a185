import { setWorkerUrl } from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";

// The bundler moves the worker: without its new address the built map stays blank.
setWorkerUrl(workerAddress);
