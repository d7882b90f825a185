import { createSignal, For, Match, Show, Switch } from "solid-js";
import { exampleIn } from "../../../server/contract/example.ts";
import { canBeMapped, roleOfFile } from "../../../server/contract/import-readiness.ts";
import type { ImportFile, SaidOfFile } from "../../../server/contract/imports.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { ColumnForm } from "./column-form.tsx";
import type { Upload } from "./create-uploads.ts";
import { ElectionFields } from "./election-fields.tsx";
import styles from "./file-card.module.css";
import { fileWords, foreignWords, sendingWords } from "./file-words.ts";
import { SampleTable } from "./sample-table.tsx";

interface FileCardProps {
  readonly file: ImportFile;
  /** As this page is sending it; null when it is not. */
  readonly upload: Upload | null;
  readonly isLocked: boolean;
  readonly onSay: (said: SaidOfFile) => void;
  readonly onRemove: () => void;
}

/** One file: what it was recognised as, or why not and what to do. */
export function FileCard(props: FileCardProps) {
  const { t, formats, language } = useLanguage();
  const [isMapping, setIsMapping] = createSignal(false);
  const role = () => roleOfFile(props.file);
  const description = () => props.file.description;
  const isKnown = () => props.file.status === "ready" && role() !== null;
  const unreadable = () => (description()?.rejects ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <li class={styles.card} data-status={isKnown() ? "known" : props.file.status}>
      <div class={styles.head}>
        <div class={styles.names}>
          <Switch>
            <Match when={props.file.status === "uploading"}>
              <SendingLine file={props.file} upload={props.upload} />
            </Match>
            <Match when={props.file.status === "reading"}>
              <strong>{t("imports.reading")}</strong>
            </Match>
            <Match when={props.file.status === "unusable"}>
              <strong class={styles.bad}>
                <Icon name="warning" /> {t("imports.notUsable")}
              </strong>
            </Match>
            <Match when={isKnown()}>
              <strong class={styles.good}>
                <Icon name="check" /> {fileWords(t, formats(), props.file)}
              </strong>
            </Match>
            <Match when={true}>
              <strong class={styles.bad}>
                <Icon name="warning" /> {t("imports.notRecognised")}
              </strong>
            </Match>
          </Switch>
          <small>
            {props.file.name} · {formats().bytes(props.file.bytes)}
          </small>
        </div>
        <IconButton
          icon={props.file.status === "uploading" ? "close" : "trash"}
          label={t(props.file.status === "uploading" ? "imports.stop" : "imports.remove", props.file.name)}
          side="left"
          disabled={props.isLocked}
          onClick={() => props.onRemove()}
        />
      </div>
      <Show when={props.file.fault}>{(fault) => <p>{fault()}</p>}</Show>
      <Show when={props.file.status === "ready" && role() === null}>
        <p>{foreignWords(t, props.file)}</p>
      </Show>
      <Show when={isKnown() && role() === "stations" && description()?.format !== "geojson-communes"}>
        <label class={styles.field}>
          <span>{t("imports.vintage")}</span>
          <input
            type="text"
            inputmode="numeric"
            size="6"
            disabled={props.isLocked}
            placeholder={String(description()?.vintage ?? t("imports.vintageAuto"))}
            value={props.file.said.vintage ?? ""}
            onChange={(event) => {
              const written = event.currentTarget.value.trim();
              const year = /^(19|20)\d\d$/.test(written) ? Number(written) : null;
              event.currentTarget.value = year === null ? "" : String(year);
              props.onSay({ ...props.file.said, vintage: year });
            }}
          />
        </label>
      </Show>
      <Show when={description()?.needsElection || props.file.said.electionId !== null}>
        <ElectionFields
          electionId={props.file.said.electionId}
          isDisabled={props.isLocked}
          onChange={(electionId) => props.onSay({ ...props.file.said, electionId })}
        />
      </Show>
      <Show when={unreadable() > 0}>
        <details class={styles.more}>
          <summary>{t("imports.rejects", unreadable(), formats().integer(unreadable()))}</summary>
          <For each={description()?.rejects}>
            {(reject) => (
              <For each={reject.examples}>{(example) => <small>{exampleIn(language(), example)}</small>}</For>
            )}
          </For>
        </details>
      </Show>
      <Show when={props.file.status === "ready" && description()?.sample.length}>
        <details class={styles.more}>
          <summary>{t("imports.sample")}</summary>
          <SampleTable columns={description()?.columns ?? []} rows={description()?.sample ?? []} />
        </details>
      </Show>
      <Show
        when={
          canBeMapped(props.file) &&
          !props.isLocked &&
          (role() === null || props.file.said.columns !== null || isMapping())
        }
      >
        <Show
          when={isMapping()}
          fallback={
            <div>
              <Button size="small" look={role() === null ? "primary" : "plain"} onClick={() => setIsMapping(true)}>
                {t(role() === null ? "imports.mapping.open" : "imports.mapping.change")}
              </Button>
            </div>
          }
        >
          <ColumnForm
            file={props.file}
            onSave={(said) => {
              setIsMapping(false);
              props.onSay(said);
            }}
            onCancel={() => setIsMapping(false)}
          />
        </Show>
      </Show>
    </li>
  );
}

function SendingLine(props: { readonly file: ImportFile; readonly upload: Upload | null }) {
  const { t, formats } = useLanguage();
  const sent = () => Math.max(props.file.receivedBytes, props.upload?.sentBytes ?? 0);
  return (
    <>
      <strong>
        <Switch fallback={t("imports.sending", formats().bytes(sent()), formats().bytes(props.file.bytes))}>
          <Match when={props.upload === null}>
            {t("imports.resume", formats().share(sent() / props.file.bytes, 0))}
          </Match>
          <Match when={props.upload?.problem}>{(problem) => <>{sendingWords(t, problem())}</>}</Match>
          <Match when={props.upload?.isWaiting}>{t("imports.retrying")}</Match>
        </Switch>
      </strong>
      <progress max={props.file.bytes} value={sent()} aria-label={props.file.name} />
    </>
  );
}
