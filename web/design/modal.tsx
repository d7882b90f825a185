import { Dialog } from "@kobalte/core/dialog";
import { createRenderEffect, type ParentProps } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import { Icon } from "./icon.tsx";
import styles from "./modal.module.css";

interface ModalProps extends ParentProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** What has the focus at first, by its id; else the first control. */
  readonly focusId?: string;
}

export function Modal(props: ModalProps) {
  const { t } = useLanguage();
  let opener: Element | null = null;
  createRenderEffect(() => {
    if (props.isOpen) opener = document.activeElement;
  });
  /** Back to where it was asked for, unless what was done in the dialog has moved the focus on. */
  const giveBack = (event: Event) => {
    if (!(opener instanceof HTMLElement) || !opener.isConnected) return;
    event.preventDefault();
    if (document.activeElement === document.body) opener.focus({ preventScroll: true });
  };
  return (
    <Dialog open={props.isOpen} onOpenChange={(isOpen) => (isOpen ? undefined : props.onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay class={styles.veil} />
        <Dialog.Content
          class={styles.dialog}
          onCloseAutoFocus={giveBack}
          onOpenAutoFocus={(event) => {
            const wanted = props.focusId === undefined ? null : document.getElementById(props.focusId);
            if (wanted === null) return;
            event.preventDefault();
            wanted.focus();
          }}
        >
          <div class={styles.head}>
            <Dialog.Title class={styles.title}>{props.title}</Dialog.Title>
            <Dialog.CloseButton class={styles.close} aria-label={t("app.close")}>
              <Icon name="close" />
            </Dialog.CloseButton>
          </div>
          {props.children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog>
  );
}
