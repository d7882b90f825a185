import { askAhead } from "./api/ask-ahead.ts";
import { startingLanguage } from "./i18n/starting-language.ts";

/** Imported before everything else: what the server is asked needs nothing that is still to be read. */
export const asked = askAhead(window.location.pathname, startingLanguage());
