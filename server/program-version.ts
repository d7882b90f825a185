import { readFileSync } from "node:fs";

/** e.g. "0.5.0", as package.json says. */
export function programVersion(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { readonly version: string }).version;
}
