import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { ImportList } from "../../../server/contract/imports.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import { Modal } from "../../design/modal.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./earlier-imports.module.css";

type Listed = ImportList["imports"][number];

/** Imports that were begun or kept: go on with them, or make room. */
export function EarlierImports(props: { readonly imports: readonly Listed[]; readonly onChanged: () => void }) {
  const api = useApi();
  const { t, formats } = useLanguage();
  const [told, tell] = createTold();
  const [doomed, setDoomed] = createSignal<Listed | null>(null);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const listed = () =>
    props.imports.filter(({ kind, files, status }) => kind === "files" && (files > 0 || status !== "draft"));
  const titleOf = (one: Listed) => one.title || t("imports.untitled");
  const remove = async (one: Listed) => {
    setDoomed(null);
    try {
      await api.removeImport(one.id);
      props.onChanged();
      tell(t("imports.importRemoved", titleOf(one)));
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  return (
    <>
      <Announcement words={told()} />
      <Show when={listed().length > 0}>
        <section class={styles.earlier} aria-labelledby="earlier-title">
          <h2 id="earlier-title">{t("imports.earlier")}</h2>
          <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
          <ul>
            <For each={listed()}>
              {(one) => (
                <li>
                  <div>
                    <A href={`/importer/${encodeURIComponent(one.id)}`}>{titleOf(one)}</A>
                    <small>
                      {t(`imports.status.${one.status}`)} ·{" "}
                      {t("imports.earlierFiles", one.files, formats().integer(one.files), formats().bytes(one.bytes))} ·{" "}
                      {formats().date(one.createdAt)}
                    </small>
                  </div>
                  <Button size="small" look="quiet" onClick={() => setDoomed(one)}>
                    {t("imports.removeImport")}
                  </Button>
                </li>
              )}
            </For>
          </ul>
          <Modal title={t("imports.removeImport")} isOpen={doomed() !== null} onClose={() => setDoomed(null)}>
            <Show when={doomed()}>
              {(one) => (
                <div class={styles.confirm}>
                  <p>{t("imports.removeImportConfirm", titleOf(one()), formats().integer(one().files))}</p>
                  <div class={styles.buttons}>
                    <Button look="danger" onClick={() => remove(one())}>
                      {t("imports.removeImport")}
                    </Button>
                    <Button onClick={() => setDoomed(null)}>{t("app.cancel")}</Button>
                  </div>
                </div>
              )}
            </Show>
          </Modal>
        </section>
      </Show>
    </>
  );
}
