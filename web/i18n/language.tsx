import { flatten, resolveTemplate, translator } from "@solid-primitives/i18n";
import {
  type Accessor,
  createContext,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  type ParentProps,
  useContext,
} from "solid-js";
import type { Language } from "../../server/contract/plan.ts";
import { onRemembered, remember } from "../design/remembered.ts";
import { en } from "./en.ts";
import { createFormats, type Formats } from "./formats.ts";
import { type Dictionary, fr } from "./fr.ts";
import { startingLanguage } from "./starting-language.ts";

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { fr, en };

export function createLanguage() {
  const [language, setLanguage] = createSignal<Language>(startingLanguage());
  const dictionary = createMemo(() => flatten(DICTIONARIES[language()]));
  const formats: Accessor<Formats> = createMemo(() => createFormats(language()));
  const t = translator(dictionary, resolveTemplate);
  createEffect(() => {
    document.documentElement.lang = language();
  });
  const choose = (chosen: Language) => {
    remember("language", chosen);
    setLanguage(chosen);
  };
  // All windows of one device speak one language.
  onCleanup(onRemembered("language", (chosen) => setLanguage(chosen === "en" ? "en" : "fr")));
  return { language, setLanguage: choose, t, formats };
}

type LanguageTools = ReturnType<typeof createLanguage>;
export type Translate = LanguageTools["t"];

const LanguageContext = createContext<LanguageTools>();

export function LanguageProvider(props: ParentProps) {
  return <LanguageContext.Provider value={createLanguage()}>{props.children}</LanguageContext.Provider>;
}

export function useLanguage(): LanguageTools {
  const tools = useContext(LanguageContext);
  if (tools === undefined) throw new Error("useLanguage needs a LanguageProvider above it");
  return tools;
}
