import { For, onMount, Show } from "solid-js";
import type { ImportReport } from "../../../server/contract/imports.ts";
import { LinkButton } from "../../design/button.tsx";
import { Disclosure } from "../../design/disclosure.tsx";
import { Icon } from "../../design/icon.tsx";
import table from "../../design/table.module.css";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { TerritoryCounts } from "../home/territory-counts.tsx";
import { FindingList } from "../sources/finding-list.tsx";
import { SourceList } from "../sources/source-list.tsx";
import styles from "./build-report.module.css";
import { roundName } from "./round-name.ts";

interface BuildReportProps {
  readonly report: ImportReport;
  readonly downloadAddress: string;
}

/** What became of the files: counts, results joined by round, what was left out and why, findings, durations. */
export function BuildReportView(props: BuildReportProps) {
  const { t, formats } = useLanguage();
  let heading: HTMLHeadingElement | undefined;
  // The build was watched at the foot of the page: what came of it stands at its head.
  onMount(() => {
    heading?.scrollIntoView({ block: "nearest" });
    heading?.focus({ preventScroll: true });
  });
  return (
    <section class={styles.report} aria-labelledby="report-title">
      <h2 id="report-title" tabindex="-1" ref={heading}>
        {t("imports.report.heading")}
      </h2>
      <TerritoryCounts counts={props.report.territory.counts} />
      <div class={styles.buttons}>
        <LinkButton look="primary" href={`/t/${encodeURIComponent(props.report.territory.name)}`}>
          {t("imports.report.open")}
        </LinkButton>
        <LinkButton href={props.downloadAddress} rel="external" download="rapport-import.json">
          <Icon name="download" />
          {t("imports.report.download")}
        </LinkButton>
      </div>
      <Disclosure title={t("imports.report.findings")} isOpen isQuiet>
        <FindingList findings={props.report.findings} />
      </Disclosure>
      <Show when={props.report.elections.length > 0}>
        <Disclosure title={t("imports.report.joins")}>
          <TableScroll label={t("imports.report.joins")}>
            <table class={table.table}>
              <thead>
                <tr>
                  <th scope="col">{t("imports.report.round")}</th>
                  <th scope="col">{t("imports.report.contours")}</th>
                  <th scope="col">{t("imports.report.matched")}</th>
                  <th scope="col">{t("imports.report.rate")}</th>
                </tr>
              </thead>
              <tbody>
                <For each={props.report.elections}>
                  {(election) => (
                    <tr>
                      <th scope="row">{roundName(t, election.id)}</th>
                      <td>{election.contoursVintage ?? "—"}</td>
                      <td>
                        {formats().integer(election.matched)} / {formats().integer(election.rows)}
                      </td>
                      <td>{formats().share(election.joinRate, election.joinRate === 1 ? 0 : 1)}</td>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </TableScroll>
        </Disclosure>
      </Show>
      <Disclosure title={t("imports.report.files")}>
        <p class={styles.soft}>{t("imports.report.examplesNote")}</p>
        <SourceList sources={props.report.sources} />
      </Disclosure>
      <Disclosure title={t("imports.report.stages")}>
        <TableScroll label={t("imports.report.stages")}>
          <table class={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("imports.report.stageName")}</th>
                <th scope="col">{t("imports.report.duration")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.report.stages}>
                {({ stage, seconds }) => (
                  <tr>
                    <th scope="row">{t(`imports.stage.${stage}`)}</th>
                    <td>{formats().decimal(seconds, 1)} s</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableScroll>
        <p class={styles.soft}>
          {t(
            "imports.report.total",
            `${formats().decimal(props.report.seconds, 1)} s`,
            formats().bytes(props.report.peakMegabytes * 1e6),
          )}
        </p>
      </Disclosure>
      <p class={styles.soft}>{t("imports.report.kept")}</p>
    </section>
  );
}
