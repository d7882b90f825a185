import { A } from "@solidjs/router";
import { For, Match, Show, Switch } from "solid-js";
import type { OutingSummary } from "../../../server/contract/outings.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { LinkButton } from "../../design/button.tsx";
import { EmptyNote } from "../../design/empty-note.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { middleOf } from "./outing-form.ts";
import styles from "./outing-list.module.css";

/** Every outing of a territory, the latest day first. */
export function OutingList(props: { readonly territoryName: string; readonly title: string; readonly home: string }) {
  const api = useApi();
  const { t } = useLanguage();
  const { allowed } = useSession();
  const outings = createLoad(
    () => props.territoryName,
    (name, signal) => api.outings(name, signal),
  );
  return (
    <>
      <div>
        <Guided screen="outings">
          <h1 class={styles.title}>{t("outings.title")}</h1>
        </Guided>
        <p class={styles.soft}>{props.title}</p>
      </div>
      <p class={styles.soft}>{t("outings.intro")}</p>
      <Show when={allowed().seesPlans}>
        <div>
          <LinkButton size="small" href={`${props.home}/deja-fait`}>
            {t("progress.coverage.title")}
          </LinkButton>
        </div>
      </Show>
      <Switch>
        <Match when={outings.problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={outings.retry} />}
        </Match>
        <Match when={outings.value()?.length === 0}>
          <Show
            when={allowed().organizes}
            fallback={
              <EmptyNote action={t("empty.toMap")} href={props.home}>
                <p>{t("empty.outings")}</p>
              </EmptyNote>
            }
          >
            <EmptyNote action={t("outings.emptyAction")} href={`${props.home}?tab=routes`}>
              <p>{t("outings.empty")}</p>
            </EmptyNote>
          </Show>
        </Match>
        <Match when={outings.value()}>
          {(known) => (
            <ul class={styles.list}>
              <For each={known()}>{(outing) => <OutingLine outing={outing} home={props.home} />}</For>
            </ul>
          )}
        </Match>
        <Match when={true}>
          <Skeleton lines={4} />
        </Match>
      </Switch>
    </>
  );
}

function OutingLine(props: { readonly outing: OutingSummary; readonly home: string }) {
  const { t, formats } = useLanguage();
  const count = (words: "stopsCount" | "doorsCount", number: number) =>
    t(`outings.${words}`, number, formats().integer(number));
  const state = () => {
    if (props.outing.endedAt !== null) return t("outings.isClosed");
    return new Date(props.outing.closesAt) < new Date() ? t("outings.isOver") : t("outings.isOpen");
  };
  return (
    <li>
      <A class={styles.line} href={`${props.home}/sorties/${encodeURIComponent(props.outing.id)}`}>
        <strong>{props.outing.name}</strong>
        <span class={styles.state}>{state()}</span>
        <span class={styles.facts}>
          {t("outings.when", formats().date(middleOf(props.outing.day)), props.outing.startsAt)}
        </span>
        <span class={styles.facts}>
          {[
            t("outings.routesCount", props.outing.routes),
            count("stopsCount", props.outing.stops),
            count("doorsCount", props.outing.doors),
            ...(props.outing.doorsTried > 0
              ? [t("outings.tried", props.outing.doorsTried, formats().integer(props.outing.doorsTried))]
              : []),
          ].join(" · ")}
        </span>
      </A>
    </li>
  );
}
