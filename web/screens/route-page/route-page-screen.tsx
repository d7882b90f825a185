import { useParams } from "@solidjs/router";
import { createEffect, Match, Show, Switch } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Spoken } from "../../design/spoken.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { RouteGuide } from "./route-guide.tsx";
import styles from "./route-page-screen.module.css";

/** What a volunteer opens on the phone: one route, no account, nothing else of the campaign. */
export function RoutePageScreen() {
  const params = useParams<{ token: string }>();
  const api = useApi();
  const { t } = useLanguage();
  const page = createLoad(
    () => decodeURIComponent(params.token),
    (token, signal) => api.routePage(token, signal),
  );
  createEffect(() => {
    const id = page.value()?.route.id;
    document.title = id === undefined ? t("app.name") : `${t("page.title", id)} · ${t("app.name")}`;
  });
  return (
    <div class={styles.page}>
      <header class={styles.head}>
        <Wordmark />
        <DisplaySettings />
      </header>
      <main class={styles.main}>
        <Show when={page.value() === null}>
          <h1>
            <Spoken>{t("app.name")}</Spoken>
          </h1>
        </Show>
        <Switch>
          <Match when={page.value()}>{(known) => <RouteGuide page={known()} />}</Match>
          <Match when={page.problem()?.code === "nothing-found"}>
            <Notice kind="warning">
              <strong>{t("page.gone")}</strong>
              <p>{t("page.goneText")}</p>
            </Notice>
          </Match>
          <Match when={page.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={page.retry} />}</Match>
          <Match when={true}>
            <Skeleton lines={5} />
          </Match>
        </Switch>
      </main>
    </div>
  );
}
