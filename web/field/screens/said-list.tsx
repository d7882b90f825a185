import { For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useFieldLanguage } from "../field-language.tsx";
import type { Walk } from "../walk/create-walk.ts";
import { wordsOf } from "../walk/say-words.ts";
import forms from "./forms.module.css";
import styles from "./said-list.module.css";

/** What was said, newest first. Any of it can be taken back, also long after it was sent. */
export function SaidList(props: { readonly walk: Walk }) {
  const { t } = useFieldLanguage();
  return (
    <div class={forms.form}>
      <h1 class={forms.title}>{t("said.title")}</h1>
      <Show when={props.walk.lines().length > 0} fallback={<p class={forms.soft}>{t("said.empty")}</p>}>
        <ul class={styles.lines}>
          <For each={props.walk.lines()}>
            {(line) => {
              const words = () => wordsOf(line.said.event, t);
              return (
                <li data-undone={line.isUndone ? "" : undefined}>
                  <span class={styles.what}>
                    <strong>{words()}</strong>
                    <Show when={line.address}>{(address) => <span>{address()}</span>}</Show>
                    <small>
                      {line.isUndone ? `${t("said.undone")} · ` : ""}
                      {t(`said.${line.said.state}`)}
                    </small>
                  </span>
                  <Show when={!line.isUndone && line.said.state !== "refused"}>
                    <Button
                      class={forms.wide}
                      aria-label={t("said.undoOf", words(), line.address ?? "")}
                      onClick={() => void props.walk.undo(line.said.id)}
                    >
                      <Icon name="undo" />
                      {t("said.undo")}
                    </Button>
                  </Show>
                </li>
              );
            }}
          </For>
        </ul>
      </Show>
    </div>
  );
}
