import { flatten, resolveTemplate, translator } from "@solid-primitives/i18n";
import { createContext, createMemo, type ParentProps, useContext } from "solid-js";
import type { Language } from "../../server/contract/plan.ts";
import { createChosenLanguage } from "../i18n/chosen-language.ts";
import { enField } from "../i18n/en-field.ts";
import { createFormats } from "../i18n/formats.ts";
import { type FieldDictionary, frField } from "../i18n/fr-field.ts";

const DICTIONARIES: Readonly<Record<Language, FieldDictionary>> = { fr: frField, en: enField };

/** Words of the phone page alone: it does not carry those of the organizer's application. */
export function createFieldLanguage() {
  const { language, setLanguage } = createChosenLanguage();
  const dictionary = createMemo(() => flatten(DICTIONARIES[language()]));
  const formats = createMemo(() => createFormats(language()));
  return { language, setLanguage, t: translator(dictionary, resolveTemplate), formats };
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
