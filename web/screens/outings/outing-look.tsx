import { Show } from "solid-js";
import type { OutingSummary } from "../../../server/contract/outings.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createOutingProgress } from "../../progress/create-outing-progress.ts";
import { Guided } from "../guide/screen-guide.tsx";
import { OutingProgress } from "../progress/outing-progress.tsx";
import { middleOf } from "./outing-form.ts";
import styles from "./outing-view.module.css";

/** One outing for who only looks on: when it is and how far, without its routes, links and volunteers. */
export function OutingLook(props: { readonly outingId: string; readonly territoryName: string }) {
  const api = useApi();
  const live = createOutingProgress(() => props.outingId);
  const outings = createLoad(
    () => props.territoryName,
    (name, signal) => api.outings(name, signal),
  );
  const outing = () => outings.value()?.find(({ id }) => id === props.outingId);
  return (
    <>
      <Show when={outings.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={outings.retry} />}</Show>
      <Show when={outing()}>{(known) => <Head outing={known()} />}</Show>
      <OutingProgress live={live} territoryName={props.territoryName} />
    </>
  );
}

function Head(props: { readonly outing: OutingSummary }) {
  const { t, formats } = useLanguage();
  const figures = () => {
    const { routes, stops, doors } = props.outing;
    return [
      t("outings.routesCount", routes),
      t("outings.stopsCount", stops, formats().integer(stops)),
      t("outings.doorsCount", doors, formats().integer(doors)),
    ].join(" · ");
  };
  return (
    <header class={styles.head}>
      <Guided screen="outing">
        <h1>{props.outing.name}</h1>
      </Guided>
      <p>{t("outings.when", formats().date(middleOf(props.outing.day)), props.outing.startsAt)}</p>
      <p class={styles.soft}>{figures()}</p>
      <p class={styles.soft}>{t("outings.lookOnly")}</p>
    </header>
  );
}
