import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, For, Match, Show, Switch } from "solid-js";
import { FIRST_STEPS } from "../../../server/contract/first-steps.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem, createLoad } from "../../api/create-load.ts";
import { Button, LinkButton } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import { DisplaySettings } from "../../design/display-settings.tsx";
import { EmptyNote } from "../../design/empty-note.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { remember, remembered } from "../../design/remembered.ts";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { Wordmark } from "../../design/wordmark.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import { AccountMenu } from "../people/account-menu.tsx";
import { BuildCommands } from "./build-commands.tsx";
import { FirstStepsList } from "./first-steps-list.tsx";
import styles from "./home-screen.module.css";
import { TerritoryCard } from "./territory-card.tsx";

const HIDDEN = "first-steps-hidden";

export function HomeScreen() {
  const api = useApi();
  const { t } = useLanguage();
  const territories = createLoad(
    () => "all",
    (_, signal) => api.territories(signal),
  );
  const steps = createLoad(
    () => "all",
    (_, signal) => api.firstSteps(signal),
  );
  const navigate = useNavigate();
  const { allowed, isAsking } = useSession();
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [isHidden, setIsHidden] = createSignal(remembered(HIDDEN) === "yes");
  const hide = (hidden: boolean) => {
    remember(HIDDEN, hidden ? "yes" : "no");
    setIsHidden(hidden);
  };
  const isNew = () => {
    const known = steps.value();
    return known !== null && FIRST_STEPS.some((step) => !known.done[step] && !known.skipped.includes(step));
  };
  const isEmpty = () => territories.value()?.length === 0;
  const makeDemo = async () => {
    try {
      navigate(`/importer/${encodeURIComponent(await api.startDemo())}`);
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  const [told, tell] = createTold();
  const reload = (words: string) => {
    tell(words);
    territories.retry();
    steps.retry();
  };
  createEffect(() => {
    document.title = `${t("app.name")} · ${t("home.title")}`;
  });
  return (
    <div class={styles.page}>
      <header class={styles.head}>
        <Wordmark />
        <AccountMenu />
        <ScreenGuide screen="home" />
        <DisplaySettings />
      </header>
      <main class={styles.main}>
        <h1 class={styles.tagline}>{t("app.tagline")}</h1>
        <Announcement words={told()} />
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <Show when={steps.problem()}>{(known) => <ProblemNotice problem={known()} onRetry={steps.retry} />}</Show>
        <Show when={allowed().organizesEverywhere && isNew() && (!isHidden() || isEmpty()) && steps.value()}>
          {(known) => <FirstStepsList steps={known()} onDemo={makeDemo} onDismiss={() => hide(true)} />}
        </Show>
        <Switch>
          <Match when={territories.problem()}>
            {(problem) => <ProblemNotice problem={problem()} onRetry={territories.retry} />}
          </Match>
          <Match when={isEmpty()}>
            <Show
              when={allowed().organizesEverywhere}
              fallback={
                <Show when={!isAsking()}>
                  <EmptyNote action={t("empty.reload")} onAction={() => reload("")}>
                    <p>{t("empty.territories")}</p>
                  </EmptyNote>
                </Show>
              }
            >
              <details class={styles.more}>
                <summary>{t("home.commandLine")}</summary>
                <BuildCommands />
              </details>
            </Show>
          </Match>
          <Match when={territories.value()}>
            {(list) => (
              <>
                <div class={styles.titleLine}>
                  <h2 class={styles.title}>{t("home.title")}</h2>
                  <Show when={allowed().organizesEverywhere}>
                    <LinkButton href="/importer">{t("firstSteps.newTerritory")}</LinkButton>
                  </Show>
                </div>
                <p class={styles.intro}>{t("home.intro")}</p>
                <ul class={styles.cards}>
                  <For each={list()}>{(territory) => <TerritoryCard territory={territory} onChanged={reload} />}</For>
                </ul>
                <Show when={allowed().organizesEverywhere && isNew() && isHidden()}>
                  <div>
                    <Button size="small" look="quiet" onClick={() => hide(false)}>
                      {t("firstSteps.show")}
                    </Button>
                  </div>
                </Show>
                <Show when={allowed().organizesEverywhere}>
                  <details class={styles.more}>
                    <summary>{t("home.commandLine")}</summary>
                    <BuildCommands />
                  </details>
                </Show>
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
