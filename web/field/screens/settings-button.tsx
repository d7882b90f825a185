import { createSignal, createUniqueId, For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useFieldLanguage } from "../field-language.tsx";
import { FIELD_THEMES, useFieldTheme } from "../field-theme.tsx";
import type { KeepAwake } from "../offline/keep-awake.ts";
import { ChoiceRow } from "./choice-row.tsx";
import styles from "./forms.module.css";
import { SheetDialog } from "./sheet-dialog.tsx";

const HELP = ["address", "others", "offline", "silent"] as const;

/** Language, display, whether the screen stays on, and what there is to know of the page. */
export function SettingsButton(props: { readonly awake?: KeepAwake }) {
  const { t, language, setLanguage } = useFieldLanguage();
  const { choice, setChoice } = useFieldTheme();
  const [isOpen, setIsOpen] = createSignal(false);
  const id = createUniqueId();
  return (
    <>
      <Button look="quiet" class={styles.square} aria-label={t("settings")} onClick={() => setIsOpen(true)}>
        <Icon name="settings" />
      </Button>
      <Show when={isOpen()}>
        <SheetDialog title={t("settings")} onClose={() => setIsOpen(false)}>
          <ChoiceRow
            label={t("language")}
            value={language()}
            options={[
              { value: "fr", label: "Français" },
              { value: "en", label: "English" },
            ]}
            onChange={setLanguage}
          />
          <ChoiceRow
            label={t("theme")}
            value={choice()}
            options={FIELD_THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
            onChange={setChoice}
          />
          <Show when={props.awake}>
            {(awake) => (
              <>
                <label class={styles.tick}>
                  <input
                    type="checkbox"
                    checked={awake().isWanted()}
                    onChange={(event) => awake().want(event.currentTarget.checked)}
                  />
                  <span>{t("awake")}</span>
                </label>
                <Show when={awake().isWanted() && awake().hasFailed()}>
                  <p role="alert">{t("awakeFailed")}</p>
                </Show>
              </>
            )}
          </Show>
          <section class={styles.text} aria-labelledby={id}>
            <h3 id={id} class={styles.heading}>
              {t("help.title")}
            </h3>
            <For each={HELP}>{(part) => <p>{t(`help.${part}`)}</p>}</For>
          </section>
        </SheetDialog>
      </Show>
    </>
  );
}
