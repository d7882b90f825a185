import { Show } from "solid-js";
import { Icon } from "../../design/icon.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { CopiedLink, ShareLink } from "./create-share-link.ts";
import styles from "./link-note.module.css";

/** Says that the link was copied, what it does not hold, and gives it to be copied by hand where the browser would not. */
export function LinkNote(props: { readonly link: ShareLink }) {
  return (
    <div role="status" class={styles.place}>
      <Show when={props.link.outcome()}>{(outcome) => <Outcome outcome={outcome()} onClose={props.link.close} />}</Show>
    </div>
  );
}

function Outcome(props: { readonly outcome: CopiedLink; readonly onClose: () => void }) {
  const { t, formats } = useLanguage();
  return (
    <div class={styles.note}>
      <Icon name={props.outcome.isCopied ? "check" : "link"} />
      <div class={styles.words}>
        <p>{props.outcome.isCopied ? t("search.link.copied") : t("search.link.failed")}</p>
        <Show when={props.outcome.stationsLeftOut > 0}>
          <p>{t("search.link.areaLeftOut", formats().integer(props.outcome.stationsLeftOut))}</p>
        </Show>
        <Show when={!props.outcome.isCopied}>
          <input
            class={styles.address}
            type="text"
            readonly
            aria-label={t("search.link.address")}
            value={props.outcome.address}
            onFocus={(event) => event.currentTarget.select()}
          />
        </Show>
      </div>
      <IconButton icon="close" label={t("app.close")} side="top" onClick={() => props.onClose()} />
    </div>
  );
}
