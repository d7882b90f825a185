import { createUniqueId, onMount, type ParentProps } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useFieldLanguage } from "../field-language.tsx";
import styles from "./forms.module.css";

/** A dialog that rises from below, for a thumb. The browser keeps the focus in it and gives it back. */
export function SheetDialog(props: ParentProps<{ readonly title: string; readonly onClose: () => void }>) {
  const { t } = useFieldLanguage();
  const id = createUniqueId();
  let dialog: HTMLDialogElement | undefined;
  onMount(() => dialog?.showModal());
  return (
    <dialog ref={dialog} class={styles.dialog} aria-labelledby={id} onClose={() => props.onClose()}>
      <div class={styles.form}>
        <div class={styles.dialogHead}>
          <h2 id={id} class={styles.title}>
            {props.title}
          </h2>
          <Button look="quiet" class={styles.square} aria-label={t("close")} onClick={() => dialog?.close()}>
            <Icon name="close" />
          </Button>
        </div>
        {props.children}
      </div>
    </dialog>
  );
}
