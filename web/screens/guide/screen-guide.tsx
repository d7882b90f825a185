import { createSignal, For } from "solid-js";
import { IconButton } from "../../design/icon-button.tsx";
import { Modal } from "../../design/modal.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./screen-guide.module.css";

/** Screens and tabs that have a page of help. */
export type GuideScreen = "home" | "import" | "stations" | "camps" | "routes" | "reliability" | "sources" | "compare";

const PARTS = ["shows", "read", "silent"] as const;

/** A "?" beside the title: what this screen shows, how to read it, and what it does not say. */
export function ScreenGuide(props: { readonly screen: GuideScreen }) {
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  return (
    <span class={styles.guide}>
      <IconButton
        icon="help"
        label={t("guide.open", t(`guide.${props.screen}.name`))}
        side="bottom"
        onClick={() => setIsOpen(true)}
      />
      <Modal title={t(`guide.${props.screen}.name`)} isOpen={isOpen()} onClose={() => setIsOpen(false)}>
        <div class={styles.text}>
          <For each={PARTS}>
            {(part) => (
              <section>
                <h3>{t(`guide.${part}`)}</h3>
                <p>{t(`guide.${props.screen}.${part}`)}</p>
              </section>
            )}
          </For>
        </div>
      </Modal>
    </span>
  );
}
