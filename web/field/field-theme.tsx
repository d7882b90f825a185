import { createContext, createEffect, type ParentProps, useContext } from "solid-js";
import { createChosenTheme } from "../design/chosen-theme.ts";
import "./sun.css";

export const FIELD_THEMES = ["auto", "light", "dark", "sun"] as const;
export type FieldThemeChoice = (typeof FIELD_THEMES)[number];

/** Light, dark, or full sun: black on white, with nothing said by a pale colour. */
export function createFieldTheme() {
  const tools = createChosenTheme<FieldThemeChoice>("field-theme", FIELD_THEMES);
  createEffect(() => {
    document.documentElement.toggleAttribute("data-sun", tools.choice() === "sun");
  });
  return tools;
}

type FieldThemeTools = ReturnType<typeof createFieldTheme>;
const FieldThemeContext = createContext<FieldThemeTools>();

export function FieldThemeProvider(props: ParentProps) {
  return <FieldThemeContext.Provider value={createFieldTheme()}>{props.children}</FieldThemeContext.Provider>;
}

export function useFieldTheme(): FieldThemeTools {
  const tools = useContext(FieldThemeContext);
  if (tools === undefined) throw new Error("useFieldTheme needs a FieldThemeProvider above it");
  return tools;
}
