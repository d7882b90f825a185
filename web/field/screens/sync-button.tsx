import { createMemo, createSignal, For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Announcement } from "../../design/spoken.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import forms from "./forms.module.css";
import { SheetDialog } from "./sheet-dialog.tsx";
import styles from "./sync-button.module.css";

/** How far what was said is from headquarters, in words; behind it, what was refused and why. */
export function SyncButton(props: { readonly field: Field; readonly isPromised: boolean }) {
  const { t } = useFieldLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  const sync = () => props.field.sync();
  const words = () => {
    const now = sync();
    switch (now.kind) {
      case "up-to-date":
        return t("sync.upToDate");
      case "sending":
        return t("sync.sending", now.count);
      case "offline":
        return now.count > 0 ? t("sync.offlineSending", now.count) : t("sync.offline");
      case "refused":
        return t("sync.refusedShort");
    }
  };
  /** Every report is told by itself: of sending, only when it stops and when it goes on. */
  const spoken = createMemo<string>((before) => {
    const { kind } = sync();
    if (kind === "refused") return t("sync.refusedShort");
    if (kind === "offline") return t("sync.offline");
    return before === "" || kind === "sending" ? before : t("sync.isBack");
  }, "");
  const refusal = () => {
    const now = sync();
    return now.kind === "refused" ? now.message : null;
  };
  return (
    <>
      <button type="button" class={styles.sync} data-state={sync().kind} onClick={() => setIsOpen(true)}>
        <i aria-hidden="true" />
        <span>{words()}</span>
      </button>
      <Announcement words={spoken()} />
      <Show when={isOpen()}>
        <SheetDialog title={words()} onClose={() => setIsOpen(false)}>
          <Show when={refusal()}>{(message) => <p class={forms.wrong}>{t("sync.refused", message())}</p>}</Show>
          <For each={props.field.refused()}>
            {(one) => (
              <Button class={forms.wide} onClick={() => void props.field.dropRefused(one.id)}>
                {t("sync.understood")}
              </Button>
            )}
          </For>
          <Show when={props.field.waiting() > 0 && !props.isPromised}>
            <p>{t("storage.notPromised")}</p>
          </Show>
          <Show when={props.field.waiting() > 0}>
            <Button look="primary" class={forms.big} onClick={() => props.field.wake()}>
              {t("sync.again")}
            </Button>
          </Show>
          <Show when={props.field.sheet()}>
            {(sheet) => <p class={forms.soft}>{sheet().territory.attributions.join(" · ")}</p>}
          </Show>
        </SheetDialog>
      </Show>
    </>
  );
}
