import { createContext, createSignal, For, type ParentProps, Show, useContext } from "solid-js";
import { IconButton } from "../../design/icon-button.tsx";
import { Modal } from "../../design/modal.tsx";
import type { frGuide } from "../../i18n/fr-guide.ts";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./screen-guide.module.css";

/** Screens and tabs that have a page of help: all that its words are written for. */
export type GuideScreen = {
  [Name in keyof typeof frGuide]: (typeof frGuide)[Name] extends { readonly shows: string } ? Name : never;
}[keyof typeof frGuide];

const PARTS = ["shows", "read", "silent"] as const;

/** For parts whose controls are all still, this one with them: their help stands above them. */
export const GuideAbove = createContext(false);

/** A "?" beside the title: what this screen shows, how to read it, and what it does not say. */
export function ScreenGuide(props: { readonly screen: GuideScreen }) {
  const { t } = useLanguage();
  const isAbove = useContext(GuideAbove);
  const [isOpen, setIsOpen] = createSignal(false);
  return (
    <Show when={!isAbove}>
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
    </Show>
  );
}

/** A title with its help beside it. */
export function Guided(props: ParentProps<{ readonly screen: GuideScreen }>) {
  return (
    <div class={styles.guided}>
      {props.children}
      <ScreenGuide screen={props.screen} />
    </div>
  );
}
