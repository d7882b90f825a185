import { Show } from "solid-js";
import { FieldLanguageProvider } from "./field-language.tsx";
import { FieldThemeProvider } from "./field-theme.tsx";
import { CodeScreen } from "./screens/code-screen.tsx";
import { LinkPage } from "./screens/link-page.tsx";

/** The phone page: the route of a link, or where to type a code. It is one address, so it needs no router. */
export function FieldApp() {
  const token = /^\/w\/([^/]+)/.exec(window.location.pathname)?.[1];
  return (
    <FieldLanguageProvider>
      <FieldThemeProvider>
        <Show when={token} fallback={<CodeScreen />}>
          {(found) => <LinkPage token={decodeURIComponent(found())} />}
        </Show>
      </FieldThemeProvider>
    </FieldLanguageProvider>
  );
}
