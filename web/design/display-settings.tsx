import { Popover } from "@kobalte/core/popover";
import { useLanguage } from "../i18n/language.tsx";
import styles from "./display-settings.module.css";
import { Icon } from "./icon.tsx";
import { Segmented } from "./segmented.tsx";
import { useTheme } from "./theme.tsx";

/** Language and theme. */
export function DisplaySettings() {
  const { t, language, setLanguage } = useLanguage();
  const { choice, setChoice } = useTheme();
  return (
    <Popover placement="bottom-end" gutter={6}>
      <Popover.Trigger
        class={styles.trigger}
        aria-label={`${language().toUpperCase()}, ${t("app.settings")}`}
        title={t("app.settings")}
      >
        <span aria-hidden="true">{language() === "fr" ? "FR" : "EN"}</span>
        <Icon name="settings" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content class={styles.sheet}>
          <Popover.Title class={styles.title}>{t("app.settings")}</Popover.Title>
          <Segmented
            label={t("app.language")}
            value={language()}
            options={[
              { value: "fr", label: "Français" },
              { value: "en", label: "English" },
            ]}
            onChange={setLanguage}
          />
          <Segmented
            label={t("app.theme")}
            value={choice()}
            options={[
              { value: "auto", label: t("app.themeAuto") },
              { value: "light", label: t("app.themeLight") },
              { value: "dark", label: t("app.themeDark") },
            ]}
            onChange={setChoice}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover>
  );
}
