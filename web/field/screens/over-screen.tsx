import { Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Announcement } from "../../design/spoken.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import styles from "./forms.module.css";

/** The link is over: why, and whether everything that was said has arrived. */
export function OverScreen(props: { readonly field: Field }) {
  const { t } = useFieldLanguage();
  const over = () => {
    const view = props.field.view();
    return view.kind === "ended" ? view : null;
  };
  const title = () => (over()?.isTakenBack ? t("over.takenBack") : t("over.closed"));
  return (
    <Show when={over()}>
      {(now) => (
        <div class={styles.form}>
          {/* It takes the place of whatever somebody was in the middle of. */}
          <Announcement words={title()} isNews />
          <h1 class={styles.title}>{title()}</h1>
          <p>{now().message || (now().isTakenBack ? t("over.takenBackText") : t("over.closedText"))}</p>
          <p role="status">
            <Show when={props.field.waiting() > 0} fallback={t("over.sent")}>
              {t("over.sending", props.field.waiting())}
            </Show>
          </p>
          <Show when={props.field.waiting() > 0}>
            <Button look="primary" class={styles.big} onClick={() => props.field.wake()}>
              {t("sync.again")}
            </Button>
          </Show>
        </div>
      )}
    </Show>
  );
}
