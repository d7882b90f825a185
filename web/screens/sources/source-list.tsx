import { For, Show } from "solid-js";
import { exampleIn } from "../../../server/contract/example.ts";
import type { Source } from "../../../server/contract/territories.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { rejectReason } from "../../i18n/reject-reasons.ts";
import styles from "./source-list.module.css";

/** One card per file: what it is, under which licence, how much of it was used and what was not. */
export function SourceList(props: { readonly sources: readonly Source[] }) {
  const { t, formats, language } = useLanguage();
  const figures = (source: Source) =>
    [
      { value: source.read, word: t("sources.read") },
      { value: source.accepted, word: t("sources.accepted") },
      { value: source.rejected, word: t("sources.rejected") },
      { value: source.outside, word: t("sources.outside") },
    ].filter((one, place) => place < 2 || one.value > 0);
  return (
    <ul class={styles.list}>
      <For each={props.sources}>
        {(source) => (
          <li>
            <p class={styles.head}>
              <strong>{t(`sources.roles.${source.role}`)}</strong>
              <small>
                {source.file}
                {source.vintage === null ? "" : `, ${t("sources.vintage", String(source.vintage))}`} ·{" "}
                {formats().bytes(source.bytes)}
              </small>
            </p>
            <p>
              {figures(source)
                .map((one) => `${formats().integer(one.value)} ${one.word}`)
                .join(" · ")}
            </p>
            <p class={styles.licence}>
              {source.attribution} · {t("sources.licence", source.licence)}
            </p>
            <Show when={source.rejects.length > 0}>
              <details class={styles.rejects}>
                <summary>{t("sources.rejects")}</summary>
                <ul>
                  <For each={source.rejects}>
                    {(reject) => (
                      <li>
                        <strong>{formats().integer(reject.count)}</strong> {rejectReason(reject.reason, language())}
                        <For each={reject.examples}>{(example) => <small>{exampleIn(language(), example)}</small>}</For>
                      </li>
                    )}
                  </For>
                </ul>
              </details>
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}
