import { useParams } from "@solidjs/router";
import { createEffect, Match, Switch } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { LinkButton } from "../../design/button.tsx";
import { EmptyNote } from "../../design/empty-note.tsx";
import { Icon } from "../../design/icon.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { PageHead } from "../people/page-head.tsx";
import styles from "./coverage-screen.module.css";
import { CoverageTables } from "./coverage-tables.tsx";
import { ProgressMap } from "./progress-map.tsx";

/** What was done on a territory over all its outings. */
export function CoverageScreen() {
  const params = useParams<{ territory: string }>();
  const api = useApi();
  const { t, formats } = useLanguage();
  const name = () => decodeURIComponent(params.territory);
  const territory = createLoad(name, (asked, signal) => api.territory(asked, signal));
  const coverage = createLoad(name, (asked, signal) => api.coverage(asked, signal));
  const stations = createLoad(name, (asked, signal) => api.stations(asked, signal));
  const title = () => t("progress.coverage.heading", territory.value()?.summary.title ?? name());
  createEffect(() => {
    document.title = `${title()} · ${t("app.name")}`;
  });
  const problem = () => coverage.problem() ?? territory.problem() ?? stations.problem();
  const retry = () => {
    for (const load of [coverage, territory, stations]) load.retry();
  };
  const known = () => {
    const [covered, items] = [coverage.value(), stations.value()];
    return covered && items ? { covered, items } : null;
  };
  return (
    <div class={styles.page}>
      <PageHead />
      <main class={styles.main}>
        <nav class={styles.ways}>
          <LinkButton look="quiet" size="small" href={`/t/${encodeURIComponent(name())}`}>
            <Icon name="back" />
            {t("outings.toMap")}
          </LinkButton>
          <LinkButton look="quiet" size="small" href={`/t/${encodeURIComponent(name())}/sorties`}>
            <Icon name="list" />
            {t("outings.all")}
          </LinkButton>
        </nav>
        <div class={styles.titleLine}>
          <Guided screen="coverage">
            <h1>{title()}</h1>
          </Guided>
        </div>
        <Switch>
          <Match when={problem()}>{(told) => <ProblemNotice problem={told()} onRetry={retry} />}</Match>
          <Match when={coverage.value()?.addresses.length === 0}>
            <EmptyNote action={t("empty.toOutings")} href={`/t/${encodeURIComponent(name())}/sorties`}>
              <p>{t("empty.coverage")}</p>
            </EmptyNote>
          </Match>
          <Match when={known()}>
            {(both) => (
              <>
                <p class={styles.intro}>
                  {t("progress.coverage.intro", both().covered.outings, formats().integer(both().covered.outings))}
                </p>
                <ProgressMap territoryName={name()} stops={both().covered.addresses} states={["done", "begun"]} />
                <CoverageTables
                  coverage={both().covered}
                  stations={both().items}
                  csvAddress={api.coverageCsvAddress(name())}
                />
              </>
            )}
          </Match>
          <Match when={true}>
            <Skeleton lines={6} />
          </Match>
        </Switch>
      </main>
    </div>
  );
}
