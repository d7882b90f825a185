import { flatten, resolveTemplate, translator } from "@solid-primitives/i18n";
import { type Accessor, createContext, createMemo, type ParentProps, useContext } from "solid-js";
import type { Language } from "../../server/contract/plan.ts";
import { createChosenLanguage } from "./chosen-language.ts";
import { en } from "./en.ts";
import { createFormats, type Formats } from "./formats.ts";
import { type Dictionary, fr } from "./fr.ts";

const DICTIONARIES: Readonly<Record<Language, Dictionary>> = { fr, en };

export function createLanguage() {
  const { language, setLanguage } = createChosenLanguage();
  const dictionary = createMemo(() => flatten(DICTIONARIES[language()]));
  const formats: Accessor<Formats> = createMemo(() => createFormats(language()));
  return { language, setLanguage, t: translator(dictionary, resolveTemplate), formats };
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
