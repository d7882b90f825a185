import type { Context } from "hono";
import { accepts } from "hono/accepts";
import type { Language } from "../contract/plan.ts";

/** The reader's language: `lang` in the address, else what the browser prefers, else French. */
export function requestLanguage(context: Context): Language {
  const asked = context.req.query("lang");
  if (asked === "fr" || asked === "en") return asked;
  const preferred = accepts(context, { header: "Accept-Language", supports: ["fr", "en"], default: "fr", match });
  return preferred === "en" ? "en" : "fr";
}

interface AcceptedLanguage {
  readonly type: string;
  readonly q: number;
}

/** "en-GB" is English. The first of the best weights wins, as browsers list languages in order of preference. */
function match(accepted: readonly AcceptedLanguage[], options: { readonly default: string }): string {
  const known = accepted
    .map(({ type, q }) => ({ language: type.split("-")[0]?.toLowerCase() ?? "", q }))
    .filter(({ language, q }) => q > 0 && (language === "fr" || language === "en"))
    .sort((a, b) => b.q - a.q);
  return known[0]?.language ?? options.default;
}
