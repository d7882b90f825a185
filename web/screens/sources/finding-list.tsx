import { For, Show } from "solid-js";
import type { Finding } from "../../../server/contract/territories.ts";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./finding-list.module.css";
import { tellExample } from "./tell-example.ts";

/** What the import found: warnings first. */
export function FindingList(props: { readonly findings: readonly Finding[] }) {
  const { t, language } = useLanguage();
  const ordered = () => props.findings.toSorted((a, b) => (a.level === b.level ? 0 : a.level === "warning" ? -1 : 1));
  return (
    <Show when={props.findings.length > 0} fallback={<p>{t("sources.findingsNone")}</p>}>
      <ul class={styles.list}>
        <For each={ordered()}>
          {(finding) => (
            <li>
              <Notice kind={finding.level === "warning" ? "warning" : "info"}>
                <p>{finding.text[language()]}</p>
                <Examples examples={finding.examples.map((example) => tellExample(t, language(), example))} />
              </Notice>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}

/** Of a few letters they are read off; sentences each need their line. */
const SHORT = 30;

function Examples(props: { readonly examples: readonly string[] }) {
  const areShort = () => props.examples.every(({ length }) => length <= SHORT);
  return (
    <Show
      when={areShort()}
      fallback={
        <ul class={styles.examples}>
          <For each={props.examples}>{(example) => <li>{example}</li>}</For>
        </ul>
      }
    >
      <Show when={props.examples.length > 0}>
        <p class={styles.examples}>{props.examples.join(", ")}</p>
      </Show>
    </Show>
  );
}
