import { createResource, createSignal, For, onMount, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { createFieldClient, FieldProblem } from "../field-client.ts";
import { useFieldLanguage } from "../field-language.tsx";
import { openStore } from "../open-field.ts";
import styles from "./forms.module.css";
import { Frame } from "./frame.tsx";
import { SettingsButton } from "./settings-button.tsx";

/** Where somebody types the code of a route, and finds again the routes kept on this phone. */
export function CodeScreen() {
  const { t, language, formats } = useFieldLanguage();
  const [code, setCode] = createSignal("");
  const [wrong, setWrong] = createSignal("");
  const [isLooking, setIsLooking] = createSignal(false);
  const [kept] = createResource(async () => (await openStore(() => undefined)).keptSheets());
  onMount(() => {
    document.title = `${t("code.title")} · ${t("name")}`;
  });
  const open = async (event: SubmitEvent) => {
    event.preventDefault();
    // Spaces, hyphens and small letters are forgiven by the server too.
    if (code().replace(/[^a-z0-9]/gi, "").length !== 8) return setWrong(t("code.unreadable"));
    setIsLooking(true);
    setWrong("");
    try {
      const token = await createFieldClient(language, async () => "").tokenOf(code());
      window.location.assign(`/w/${encodeURIComponent(token)}`);
    } catch (failure) {
      if (!(failure instanceof FieldProblem)) throw failure;
      setWrong(failure.message || t("code.offline"));
      setIsLooking(false);
    }
  };
  return (
    <Frame head={<SettingsButton />}>
      <form class={styles.form} onSubmit={open}>
        <h1 class={styles.title}>{t("code.title")}</h1>
        <p class={styles.soft} id="code-text">
          {t("code.text")}
        </p>
        <label class={styles.field}>
          <span>{t("code.label")}</span>
          <input
            class={styles.code}
            value={code()}
            onInput={(event) => setCode(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={16}
            placeholder="ABCD-2345"
            aria-describedby="code-text code-wrong"
            aria-invalid={wrong() !== ""}
          />
        </label>
        <p id="code-wrong" class={styles.wrong} role="alert">
          {wrong()}
        </p>
        <Button type="submit" look="primary" class={styles.big} isBusy={isLooking()}>
          {isLooking() ? t("code.looking") : t("code.open")}
        </Button>
      </form>
      <Show when={(kept() ?? []).length > 0}>
        <section class={styles.links}>
          <h2 class={styles.heading}>{t("code.kept")}</h2>
          <For each={kept()}>
            {({ token, sheet }) => (
              <a href={`/w/${encodeURIComponent(token)}`}>
                {sheet.outing.name}, {formats().date(sheet.outing.day)}
              </a>
            )}
          </For>
        </section>
      </Show>
    </Frame>
  );
}
