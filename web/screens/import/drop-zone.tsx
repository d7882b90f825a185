import { createSignal, Show } from "solid-js";
import type { ImportLimits } from "../../../server/contract/imports.ts";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./drop-zone.module.css";

interface DropZoneProps {
  readonly limits: ImportLimits | null;
  readonly isDisabled: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Where files are dropped, or chosen with the keyboard. */
export function DropZone(props: DropZoneProps) {
  const { t, formats } = useLanguage();
  const [isOver, setIsOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (!props.isDisabled) props.onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  return (
    <section
      class={styles.zone}
      classList={{ [styles.over ?? ""]: isOver() }}
      aria-label={t("imports.dropTitle")}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p class={styles.title}>{t("imports.dropTitle")}</p>
      <p class={styles.text}>
        {t("imports.dropText")}{" "}
        <Show when={props.limits}>{(limits) => <>{formats().bytes(limits().fileBytes)}</>}</Show>.
      </p>
      <input
        ref={input}
        class={styles.input}
        type="file"
        multiple
        tabindex="-1"
        onChange={(event) => {
          props.onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = "";
        }}
      />
      <Button look="primary" disabled={props.isDisabled} onClick={() => input?.click()}>
        {t("imports.choose")}
      </Button>
      <Show when={props.limits}>
        {(limits) => <p class={styles.free}>{t("imports.free", formats().bytes(limits().freeBytes))}</p>}
      </Show>
    </section>
  );
}
