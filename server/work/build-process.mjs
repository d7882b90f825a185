// A process of its own does not inherit the loader that reads TypeScript, so its entry is plain JavaScript.
import { register } from "tsx/esm/api";

register();
await import(new URL("./answer-build-orders.ts", import.meta.url).href);
