import { createMemo, For, Show } from "solid-js";
import { importChecklist, type PartState } from "../../../server/contract/import-readiness.ts";
import type { ImportFile } from "../../../server/contract/imports.ts";
import { Icon } from "../../design/icon.tsx";
import { DATA_PAGES } from "../../i18n/import-links.ts";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./checklist.module.css";

/** What is there and what is missing, what is lost without it, and where to find it. */
export function Checklist(props: { readonly files: readonly ImportFile[] }) {
  const { t } = useLanguage();
  const parts = createMemo(() => importChecklist(props.files));
  return (
    <section class={styles.checklist} aria-labelledby="checklist-title">
      <h2 id="checklist-title">{t("imports.checklist.heading")}</h2>
      <ul>
        <For each={parts()}>{(part) => <Part part={part} />}</For>
      </ul>
    </section>
  );
}

function Part(props: { readonly part: PartState }) {
  const { t } = useLanguage();
  const name = () => props.part.part;
  const isThere = () => props.part.state === "there";
  const half = () => {
    const part = name();
    return part === "results" || part === "census" ? t(`imports.checklist.otherHalf.${part}`) : "";
  };
  return (
    <li data-state={props.part.state}>
      <span class={styles.mark}>
        <Icon name={isThere() ? "check" : props.part.state === "half" ? "warning" : "plus"} />
      </span>
      <div>
        <strong>{t(`imports.checklist.part.${name()}`)}</strong>{" "}
        <small>
          {t(`imports.checklist.${props.part.state}`)}
          <Show when={!isThere()}>
            {" · "}
            {t(props.part.isRequired ? "imports.checklist.required" : "imports.checklist.optional")}
          </Show>
        </small>
        <Show when={!isThere()}>
          <p>{props.part.state === "half" ? half() : t(`imports.checklist.without.${name()}`)}</p>
          <details>
            <summary>{t("imports.checklist.where")}</summary>
            <p>{t(`imports.checklist.source.${name()}`)}</p>
            <For each={DATA_PAGES[name()]}>
              {(address) => (
                <a href={address} target="_blank" rel="noreferrer">
                  {new URL(address).hostname}
                </a>
              )}
            </For>
          </details>
        </Show>
      </div>
    </li>
  );
}
