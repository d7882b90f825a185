import { For, Show } from "solid-js";
import type { OutingProgress, RouteProgress } from "../../../server/contract/progress.ts";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { routeNews } from "../../progress/route-news.ts";
import styles from "./progress-table.module.css";
import { ContactCell, DoorsCell } from "./work-cells.tsx";

interface RouteTableProps {
  readonly progress: OutingProgress;
  readonly now: Date;
}

/** Each volunteer's walk: doors, contacts, pace, and since when nothing was heard. */
export function RouteTable(props: RouteTableProps) {
  const { t } = useLanguage();
  return (
    <TableScroll label={t("progress.column.route")}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("progress.column.route")}</th>
            <th scope="col">{t("progress.column.doors")}</th>
            <th scope="col">{t("progress.column.contact")}</th>
            <th scope="col">{t("progress.column.pace")}</th>
            <th scope="col">{t("progress.column.news")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.progress.routes}>
            {(route) => (
              <tr>
                <th scope="row">
                  {t("progress.route", route.routeId)}
                  <small class={styles.soft}>{t(`outings.state.${route.state}`)}</small>
                </th>
                <DoorsCell work={route} />
                <ContactCell
                  answers={route.answers}
                  doorsTried={route.doorsTried}
                  expected={props.progress.expectedContactRate}
                />
                <PaceCell route={route} />
                <NewsCell route={route} now={props.now} />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableScroll>
  );
}

function PaceCell(props: { readonly route: RouteProgress }) {
  const { t, formats } = useLanguage();
  return (
    <td>
      <Show when={props.route.minutesPerDoor} fallback={<span class={styles.soft}>–</span>}>
        {(pace) => (
          <>
            {formats().decimal(pace())}
            <Show when={props.route.expectedMinutesPerDoor}>
              {(planned) => <small class={styles.soft}>{t("progress.planned", formats().decimal(planned()))}</small>}
            </Show>
          </>
        )}
      </Show>
    </td>
  );
}

function NewsCell(props: { readonly route: RouteProgress; readonly now: Date }) {
  const { t, formats } = useLanguage();
  const news = () => routeNews(props.route, props.now);
  const words = () => {
    const known = news();
    if (known.kind !== "heard" && known.kind !== "silent") return t(`progress.news.${known.kind}`);
    if (known.minutes < 1) return t("progress.news.now");
    return t(`progress.news.${known.kind}`, formats().duration(60 * known.minutes));
  };
  return (
    <td>
      <span class={news().kind === "silent" ? styles.silent : styles.soft}>{words()}</span>
    </td>
  );
}
