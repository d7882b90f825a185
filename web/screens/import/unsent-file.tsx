import { Match, Switch } from "solid-js";
import type { ImportLimits } from "../../../server/contract/imports.ts";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { Upload } from "./create-uploads.ts";
import styles from "./file-card.module.css";
import { sendingWords } from "./file-words.ts";

interface UnsentFileProps {
  readonly upload: Upload;
  readonly limits: ImportLimits | null;
  readonly onRemove: () => void;
}

/** A chosen file that the server does not know yet: it waits its turn, or was refused. */
export function UnsentFile(props: UnsentFileProps) {
  const { t, formats } = useLanguage();
  return (
    <li class={styles.card} data-status={props.upload.problem === null ? "uploading" : "unusable"}>
      <div class={styles.head}>
        <div class={styles.names}>
          <strong>
            <Switch fallback={t("imports.waitingToSend")}>
              <Match when={props.upload.problem?.code === "file-too-large"}>
                {t(
                  "imports.tooLarge",
                  formats().bytes(props.upload.bytes),
                  formats().bytes(props.limits?.fileBytes ?? 0),
                )}
              </Match>
              <Match when={props.upload.problem}>{(problem) => <>{sendingWords(t, problem())}</>}</Match>
              <Match when={props.upload.isWaiting}>{t("imports.retrying")}</Match>
            </Switch>
          </strong>
          <small>
            {props.upload.name} · {formats().bytes(props.upload.bytes)}
          </small>
        </div>
        <IconButton
          icon="close"
          label={t("imports.remove", props.upload.name)}
          side="left"
          onClick={() => props.onRemove()}
        />
      </div>
    </li>
  );
}
