import type { Language } from "../../server/contract/plan.ts";
import { remembered } from "../design/remembered.ts";

/** The address bar wins, then the last choice on this device, then French. */
export function startingLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get("lang") ?? remembered("language");
  return asked === "en" ? "en" : "fr";
}
