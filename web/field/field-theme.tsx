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
import "./sun.css";

export const FIELD_THEMES = ["auto", "light", "dark", "sun"] as const;
export type FieldThemeChoice = (typeof FIELD_THEMES)[number];

/** Light, dark, or full sun: black on white, with nothing said by a pale colour. */
export function createFieldTheme() {
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const [systemIsDark, setSystemIsDark] = createSignal(query.matches);
  const hear = (event: MediaQueryListEvent) => setSystemIsDark(event.matches);
  query.addEventListener("change", hear);
  onCleanup(() => query.removeEventListener("change", hear));

  const [choice, setChoice] = createSignal<FieldThemeChoice>(asChoice(remembered("field-theme")));
  onCleanup(onRemembered("field-theme", (chosen) => setChoice(asChoice(chosen))));
  const theme = createMemo((): "light" | "dark" => {
    const chosen = choice();
    if (chosen === "auto") return systemIsDark() ? "dark" : "light";
    return chosen === "dark" ? "dark" : "light";
  });
  createEffect(() => {
    document.documentElement.dataset.theme = theme();
    document.documentElement.toggleAttribute("data-sun", choice() === "sun");
  });
  const choose = (chosen: FieldThemeChoice) => {
    remember("field-theme", chosen);
    setChoice(chosen);
  };
  return { choice, theme, setChoice: choose };
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

function asChoice(kept: string | null): FieldThemeChoice {
  return FIELD_THEMES.find((one) => one === kept) ?? "auto";
}
