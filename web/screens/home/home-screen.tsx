import { A } from "@solidjs/router";
import { createEffect, For, Match, Show, Switch } from "solid-js";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { BuildCommands } from "./build-commands.tsx";
import styles from "./home-screen.module.css";

export function HomeScreen() {
  const api = useApi();
  const { t } = useLanguage();
  const territories = createLoad(
    () => "all",
    (_, signal) => api.territories(signal),
  );
  createEffect(() => {
    document.title = `${t("app.name")} · ${t("home.title")}`;
  });
  return (
    <div class={styles.page}>
      <header class={styles.head}>
        <Wordmark />
        <DisplaySettings />
      </header>
      <main class={styles.main}>
        <p class={styles.tagline}>{t("app.tagline")}</p>
        <Switch>
          <Match when={territories.problem()}>
            {(problem) => <ProblemNotice problem={problem()} onRetry={territories.retry} />}
          </Match>
          <Match when={territories.value()?.length === 0}>
            <section class={styles.empty} aria-labelledby="empty-title">
              <h1 id="empty-title">{t("home.emptyTitle")}</h1>
              <BuildCommands />
            </section>
          </Match>
          <Match when={territories.value()}>
            {(list) => (
              <>
                <h1 class={styles.title}>{t("home.title")}</h1>
                <p class={styles.intro}>{t("home.intro")}</p>
                <ul class={styles.cards}>
                  <For each={list()}>{(territory) => <TerritoryCard territory={territory} />}</For>
                </ul>
                <details class={styles.more}>
                  <summary>{t("home.buildMore")}</summary>
                  <BuildCommands />
                </details>
              </>
            )}
          </Match>
          <Match when={territories.status() === "loading"}>
            <Skeleton lines={3} />
          </Match>
        </Switch>
      </main>
    </div>
  );
}

function TerritoryCard(props: { readonly territory: TerritorySummary }) {
  const { t, formats } = useLanguage();
  const counts = () => props.territory.counts;
  const figures = () => [
    { value: counts().stations, word: t("home.stations", counts().stations) },
    { value: counts().addresses, word: t("home.addresses", counts().addresses) },
    { value: counts().doors, word: t("home.doors", counts().doors) },
    { value: counts().elections, word: t("home.elections", counts().elections) },
  ];
  return (
    <li class={styles.card}>
      <h2>
        <A href={`/t/${encodeURIComponent(props.territory.name)}`} class={styles.open}>
          {props.territory.title}
        </A>
      </h2>
      <dl class={styles.figures}>
        <For each={figures()}>
          {(figure) => (
            <div>
              <dt>{figure.word}</dt>
              <dd>{formats().integer(figure.value)}</dd>
            </div>
          )}
        </For>
      </dl>
      <p class={styles.foot}>
        <Show when={props.territory.isInvented}>
          <span class={styles.badge}>{t("home.invented")}</span>
        </Show>
        <Show when={!props.territory.hasElevation}>
          <span class={styles.badge}>{t("home.noElevation")}</span>
        </Show>
        <span>{t("home.builtAt", formats().date(props.territory.builtAt))}</span>
      </p>
    </li>
  );
}
