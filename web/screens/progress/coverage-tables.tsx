import { createMemo, For } from "solid-js";
import type { Coverage } from "../../../server/contract/progress.ts";
import type { StationItem } from "../../../server/contract/territories.ts";
import { LinkButton } from "../../design/button.tsx";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./coverage-screen.module.css";
import totals from "./outing-progress.module.css";
import table from "./progress-table.module.css";
import { ContactCell } from "./work-cells.tsx";

interface CoverageTablesProps {
  readonly coverage: Coverage;
  readonly stations: readonly StationItem[];
  readonly csvAddress: string;
}

/** What was done in figures: all together, by station and by day. */
export function CoverageTables(props: CoverageTablesProps) {
  const { t, formats } = useLanguage();
  const doors = createMemo(() => props.stations.reduce((sum, station) => sum + station.doors, 0));
  const byStation = createMemo(() => {
    const known = new Map(props.stations.map((station) => [station.stationId, station]));
    return props.coverage.stations
      .map((covered) => {
        const station = covered.stationId === null ? undefined : known.get(covered.stationId);
        const all = station?.doors ?? covered.doors;
        const name = station?.name ?? covered.stationId ?? t("progress.noStation");
        return { ...covered, name, doorsThere: all, share: all === 0 ? 0 : covered.doorsReached / all };
      })
      .sort((one, other) => other.share - one.share || formats().compare(one.name, other.name));
  });
  const left = () => props.stations.length - props.coverage.stations.filter((one) => one.stationId !== null).length;
  const day = (text: string) => formats().date(`${text}T12:00:00`);
  return (
    <div class={styles.tables}>
      <dl class={totals.totals}>
        <div>
          <dt>{t("progress.coverage.reached")}</dt>
          <dd>
            {formats().integer(props.coverage.total.doorsReached)}
            <small>
              {t(
                "progress.coverage.ofTerritory",
                formats().share(doors() === 0 ? 0 : props.coverage.total.doorsReached / doors()),
              )}
            </small>
          </dd>
        </div>
        <div>
          <dt>{t("progress.coverage.tried")}</dt>
          <dd>
            {formats().integer(props.coverage.total.doorsTried)}
            <small>{t("progress.coverage.twice")}</small>
          </dd>
        </div>
        <div>
          <dt>{t("progress.addresses")}</dt>
          <dd>
            {t(
              "progress.ofDoors",
              formats().integer(props.coverage.total.addressesDone),
              formats().integer(props.coverage.total.addresses),
            )}
          </dd>
        </div>
      </dl>
      <section aria-labelledby="coverage-stations">
        <div class={styles.sectionHead}>
          <h2 id="coverage-stations">{t("progress.coverage.stations")}</h2>
          <LinkButton size="small" href={props.csvAddress} download="">
            {t("progress.coverage.csv")}
          </LinkButton>
        </div>
        <TableScroll label={t("progress.coverage.stations")}>
          <table class={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("progress.column.station")}</th>
                <th scope="col">{t("progress.column.doors")}</th>
                <th scope="col">{t("progress.column.contact")}</th>
                <th scope="col">{t("progress.column.last")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={byStation()}>
                {(station) => (
                  <tr>
                    <th scope="row">{station.name}</th>
                    <td>
                      {t(
                        "progress.ofDoors",
                        formats().integer(station.doorsReached),
                        formats().integer(station.doorsThere),
                      )}
                      <span class={table.bar} aria-hidden="true">
                        <span style={{ width: `${Math.round(100 * Math.min(1, station.share))}%` }} />
                      </span>
                    </td>
                    <ContactCell answers={station.answers} doorsTried={station.doorsTried} />
                    <td>{station.lastDay === null ? "–" : day(station.lastDay)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableScroll>
        <p class={styles.small}>{t("progress.coverage.left", left(), formats().integer(left()))}</p>
      </section>
      <section aria-labelledby="coverage-days">
        <div class={styles.sectionHead}>
          <h2 id="coverage-days">{t("progress.coverage.days")}</h2>
        </div>
        <TableScroll label={t("progress.coverage.days")}>
          <table class={table.table}>
            <thead>
              <tr>
                <th scope="col">{t("progress.column.day")}</th>
                <th scope="col">{t("progress.column.outings")}</th>
                <th scope="col">{t("progress.doors")}</th>
                <th scope="col">{t("progress.column.contact")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={props.coverage.days}>
                {(one) => (
                  <tr>
                    <th scope="row">{day(one.day)}</th>
                    <td>{formats().integer(one.outings)}</td>
                    <td>{formats().integer(one.doorsTried)}</td>
                    <ContactCell answers={one.answers} doorsTried={one.doorsTried} />
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </TableScroll>
        <p class={styles.small}>{t("progress.whyFew")}</p>
      </section>
    </div>
  );
}
