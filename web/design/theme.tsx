import {
  createContext,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  type ParentProps,
  useContext,
} from "solid-js";
import { onRemembered, remember, remembered } from "./remembered.ts";

const THEME_CHOICES = ["auto", "light", "dark"] as const;
export type ThemeChoice = (typeof THEME_CHOICES)[number];

export function createTheme() {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const [systemIsDark, setSystemIsDark] = createSignal(query.matches);
  const onSystemChange = (event: MediaQueryListEvent) => setSystemIsDark(event.matches);
  query.addEventListener("change", onSystemChange);
  onCleanup(() => query.removeEventListener("change", onSystemChange));

  const [choice, setChoice] = createSignal<ThemeChoice>(asChoice(remembered("theme")));
  const theme = createMemo((): "light" | "dark" => {
    const chosen = choice();
    return chosen === "auto" ? (systemIsDark() ? "dark" : "light") : chosen;
  });
  onCleanup(onRemembered("theme", (chosen) => setChoice(asChoice(chosen))));
  createEffect(() => {
    document.documentElement.dataset.theme = theme();
  });
  const choose = (chosen: ThemeChoice) => {
    remember("theme", chosen);
    setChoice(chosen);
  };
  return { choice, theme, setChoice: choose };
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

function asChoice(kept: string | null): ThemeChoice {
  return THEME_CHOICES.find((choice) => choice === kept) ?? "auto";
}
