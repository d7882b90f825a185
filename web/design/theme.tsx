import { createContext, type ParentProps, useContext } from "solid-js";
import { createChosenTheme } from "./chosen-theme.ts";

const THEME_CHOICES = ["auto", "light", "dark"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export function createTheme() {
  return createChosenTheme<ThemeChoice>("theme", THEME_CHOICES);
}

type ThemeTools = ReturnType<typeof createTheme>;
const ThemeContext = createContext<ThemeTools>();

export function ThemeProvider(props: ParentProps) {
  return <ThemeContext.Provider value={createTheme()}>{props.children}</ThemeContext.Provider>;
}

export function useTheme(): ThemeTools {
  const tools = useContext(ThemeContext);
  if (tools === undefined) throw new Error("useTheme needs a ThemeProvider above it");
  return tools;
}
