import { createEffect, createMemo, createSignal, onCleanup } from "solid-js";
import { onRemembered, remember, remembered } from "./remembered.ts";

/**
 * The theme that was chosen on this device among these, remembered under this key, and what it comes to: "auto" follows
 * the device, and whatever is neither "auto" nor "dark" is light. The page shows it.
 */
export function createChosenTheme<Choice extends string>(key: string, choices: readonly (Choice | "auto")[]) {
  const asChoice = (kept: string | null): Choice | "auto" => choices.find((one) => one === kept) ?? "auto";
  const query = window.matchMedia("(prefers-color-scheme: dark)");
  const [systemIsDark, setSystemIsDark] = createSignal(query.matches);
  const onSystemChange = (event: MediaQueryListEvent) => setSystemIsDark(event.matches);
  query.addEventListener("change", onSystemChange);
  onCleanup(() => query.removeEventListener("change", onSystemChange));

  const [choice, setChoice] = createSignal(asChoice(remembered(key)));
  onCleanup(onRemembered(key, (chosen) => setChoice(() => asChoice(chosen))));
  const theme = createMemo((): "light" | "dark" => {
    const chosen = choice();
    if (chosen === "auto") return systemIsDark() ? "dark" : "light";
    return chosen === "dark" ? "dark" : "light";
  });
  createEffect(() => {
    document.documentElement.dataset.theme = theme();
  });
  const choose = (chosen: Choice | "auto") => {
    remember(key, chosen);
    setChoice(() => chosen);
  };
  return { choice, theme, setChoice: choose };
}
