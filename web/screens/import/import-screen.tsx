import { A, useNavigate, useParams, useSearchParams } from "@solidjs/router";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import type { ImportOptions } from "../../../server/contract/imports.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { Disconnected, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { AccountMenu } from "../people/account-menu.tsx";
import { BuildPanel } from "./build-panel.tsx";
import { BuildReportView } from "./build-report.tsx";
import { Checklist } from "./checklist.tsx";
import { createFileNews } from "./create-file-news.ts";
import { createImport } from "./create-import.ts";
import { createImportActions } from "./create-import-actions.ts";
import { createUploads } from "./create-uploads.ts";
import { DropZone } from "./drop-zone.tsx";
import { EarlierImports } from "./earlier-imports.tsx";
import { FileCard } from "./file-card.tsx";
import styles from "./import-screen.module.css";
import { OptionsForm } from "./options-form.tsx";
import { UnsentFile } from "./unsent-file.tsx";

const NO_OPTIONS: ImportOptions = { title: "", name: "", communes: [], box: null };

/** From files to a territory: what each is, what is missing, how far the build is, what became of it. */
export function ImportScreen() {
  const api = useApi();
  const params = useParams<{ importId?: string }>();
  const [query] = useSearchParams<{ nom?: string; titre?: string }>();
  const navigate = useNavigate();
  const { t, formats } = useLanguage();
  const importId = () => params.importId ?? null;
  const importing = createImport(api, importId);
  const actions = createImportActions(api, importing);
  const [begun, setBegun] = createSignal<ImportOptions>({
    ...NO_OPTIONS,
    title: query.titre ?? "",
    name: query.nom ?? "",
  });
  const known = createLoad(
    () => importId() ?? "none",
    (_, signal) => api.imports(signal),
  );
  const territories = createLoad(
    () => "all",
    (_, signal) => api.territories(signal),
  );
  let beginning: Promise<string> | null = null;
  let isBegunHere = false;
  const ensureImport = async (): Promise<string> => {
    const id = importId();
    if (id !== null) return id;
    beginning ??= api.beginImport(begun()).finally(() => {
      beginning = null;
    });
    const made = await beginning;
    isBegunHere = true;
    navigate(`/importer/${encodeURIComponent(made)}`, { replace: true });
    return made;
  };
  const uploads = createUploads({
    api,
    limits: () => known.value()?.limits ?? null,
    importId: ensureImport,
    known: () => importing.state()?.files ?? [],
  });
  const files = () => importing.state()?.files ?? [];
  const status = () => importing.state()?.build?.status ?? null;
  const isDemo = () => importing.state()?.kind === "demo";
  const isLocked = () => status() === "waiting" || status() === "running";
  const report = createLoad(
    () => {
      const build = importing.state()?.build;
      return build?.status === "done" && importId() !== null ? `${importId()} ${build.endedAt}` : null;
    },
    (_, signal) => api.importReport(importId() ?? "", signal),
  );
  const unsent = () => uploads.uploads().filter(({ fileId }) => !files().some(({ id }) => id === fileId));
  const news = createFileNews(importing.state, () => isBegunHere, { t, formats });
  createEffect(() => {
    document.title = `${t("imports.title")} · ${t("app.name")}`;
  });

  return (
    <div class={styles.page}>
      <header class={styles.head}>
        <A href="/" class={styles.home} aria-label={`${t("app.name")}, ${t("home.title")}`}>
          <Wordmark />
        </A>
        <AccountMenu />
        <DisplaySettings />
      </header>
      <main class={styles.main}>
        <div class={styles.headline}>
          <h1>{t(isDemo() ? "imports.demo" : "imports.title")}</h1>
          <ScreenGuide screen="import" />
        </div>
        <Show when={!isDemo()}>
          <p class={styles.intro}>{t("imports.intro")}</p>
        </Show>
        <Show when={actions.problem()}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
        <Disconnected when={!importing.isConnected()} />
        <Switch>
          <Match when={known.problem()}>
            {(problem) => <ProblemNotice problem={problem()} onRetry={known.retry} />}
          </Match>
          <Match when={importing.problem()}>
            {(problem) => <ProblemNotice problem={problem()} onRetry={importing.retry} />}
          </Match>
          <Match when={importId() !== null && importing.state() === null}>
            <Skeleton lines={6} />
          </Match>
          <Match when={true}>
            <Show when={report.value()}>
              {(made) => (
                <BuildReportView report={made()} downloadAddress={api.importReportAddress(importId() ?? "")} />
              )}
            </Show>
            <Show
              when={!isDemo()}
              fallback={
                <Show when={status() !== "done" && importing.state()}>
                  {(state) => (
                    <BuildPanel
                      state={state()}
                      progress={importing.progress()}
                      isConnected={importing.isConnected()}
                      asked={actions.asked()}
                      problem={actions.buildProblem()}
                      onBuild={actions.build}
                      onCancel={actions.cancel}
                    />
                  )}
                </Show>
              }
            >
              <div class={styles.columns}>
                <div class={styles.files}>
                  <DropZone limits={known.value()?.limits ?? null} isDisabled={isLocked()} onFiles={uploads.add} />
                  <h2>{t("imports.files")}</h2>
                  <Show
                    when={files().length + unsent().length > 0}
                    fallback={<p class={styles.soft}>{t("imports.filesNone")}</p>}
                  >
                    <ul class={styles.list}>
                      <For each={files().map(({ id }) => id)}>
                        {(id) => (
                          <Show when={files().find((file) => file.id === id)}>
                            {(file) => (
                              <FileCard
                                file={file()}
                                upload={uploads.of(id)}
                                isLocked={isLocked()}
                                onSay={(said) => actions.say(id, said)}
                                onRemove={() => {
                                  uploads.stop(id);
                                  actions.remove(id);
                                }}
                              />
                            )}
                          </Show>
                        )}
                      </For>
                      <For each={unsent()}>
                        {(upload) => (
                          <UnsentFile
                            upload={upload}
                            limits={known.value()?.limits ?? null}
                            onRemove={() => uploads.forget(upload.key)}
                          />
                        )}
                      </For>
                    </ul>
                  </Show>
                  <Announcement words={news()} />
                </div>
                <div class={styles.side}>
                  <Checklist files={files()} />
                  <OptionsForm
                    options={importing.state()?.options ?? begun()}
                    files={files()}
                    territories={territories.value() ?? []}
                    isDisabled={isLocked()}
                    onChange={(options) => (importId() === null ? setBegun(options) : actions.setOptions(options))}
                  />
                  <Show when={importing.state()}>
                    {(state) => (
                      <BuildPanel
                        state={state()}
                        progress={importing.progress()}
                        isConnected={importing.isConnected()}
                        asked={actions.asked()}
                        problem={actions.buildProblem()}
                        onBuild={actions.build}
                        onCancel={actions.cancel}
                      />
                    )}
                  </Show>
                </div>
              </div>
            </Show>
            <Show when={importId() === null && known.value()}>
              {(list) => <EarlierImports imports={list().imports} onChanged={known.retry} />}
            </Show>
          </Match>
        </Switch>
      </main>
    </div>
  );
}
