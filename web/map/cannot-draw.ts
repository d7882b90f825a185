import { GPUInitializationError } from "maplibre-gl";

/**
 * Whether a map could not be made because the browser has no WebGL 2, or has all of it in use. Whatever else it was is a
 * fault of the program, and goes on to whoever looks for those.
 */
export function cannotDraw(failure: unknown): boolean {
  return failure instanceof GPUInitializationError;
}
