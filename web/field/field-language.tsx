import { flatten, resolveTemplate, translator } from "@solid-primitives/i18n";
import {
  createContext,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  type ParentProps,
  useContext,
} from "solid-js";
import { onRemembered, remember, remembered } from "../design/remembered.ts";
import { enField } from "../i18n/en-field.ts";
import { createFormats } from "../i18n/formats.ts";
import { type FieldDictionary, frField } from "../i18n/fr-field.ts";

export type FieldLanguage = "fr" | "en";
const DICTIONARIES: Readonly<Record<FieldLanguage, FieldDictionary>> = { fr: frField, en: enField };

/** Words of the phone page alone: it does not carry those of the organizer's application. */
export function createFieldLanguage() {
  const [language, setLanguage] = createSignal<FieldLanguage>(startingLanguage());
  const dictionary = createMemo(() => flatten(DICTIONARIES[language()]));
  const formats = createMemo(() => createFormats(language()));
  createEffect(() => {
    document.documentElement.lang = language();
  });
  const choose = (chosen: FieldLanguage) => {
    remember("language", chosen);
    setLanguage(chosen);
  };
  onCleanup(onRemembered("language", (chosen) => setLanguage(chosen === "en" ? "en" : "fr")));
  return { language, setLanguage: choose, t: translator(dictionary, resolveTemplate), formats };
}

export type FieldLanguageTools = ReturnType<typeof createFieldLanguage>;
export type FieldTranslate = FieldLanguageTools["t"];
const FieldLanguageContext = createContext<FieldLanguageTools>();

export function FieldLanguageProvider(props: ParentProps) {
  return <FieldLanguageContext.Provider value={createFieldLanguage()}>{props.children}</FieldLanguageContext.Provider>;
}

export function useFieldLanguage(): FieldLanguageTools {
  const tools = useContext(FieldLanguageContext);
  if (tools === undefined) throw new Error("useFieldLanguage needs a FieldLanguageProvider above it");
  return tools;
}

/** The address bar wins, then the last choice on this device, then French. */
function startingLanguage(): FieldLanguage {
  const asked = new URLSearchParams(window.location.search).get("lang") ?? remembered("language");
  return asked === "en" ? "en" : "fr";
}
