import { For, Show } from "solid-js";
import { Spoken } from "../../design/spoken.tsx";
import table from "../../design/table.module.css";
import { useLanguage } from "../../i18n/language.tsx";
import type { JudgedCut } from "../../zones/judge-cut.ts";
import styles from "./cut-view.module.css";

interface ScoreRow {
  readonly name: string;
  /** What is compared; the smaller is the better. */
  readonly value: (judged: JudgedCut) => number | null;
  readonly written: (judged: JudgedCut) => string;
  readonly detail?: (judged: JudgedCut) => string;
}

/** A cut beside the zones that are there, over the same doors. What is better says so. */
export function CutScores(props: { readonly cut: JudgedCut; readonly hand: JudgedCut | null }) {
  const { t, formats } = useLanguage();
  const more = (share: number) => `${formats().points(share - 1, 0)}\u00a0%`;
  const rows = (): readonly ScoreRow[] => [
    {
      name: t("cut.rows.metres"),
      value: ({ score }) => score.metresPerDoor,
      written: ({ score }) => t("cut.metres", formats().decimal(score.metresPerDoor)),
    },
    {
      name: t("cut.rows.worst"),
      value: ({ score }) => score.worst.metresPerDoor,
      written: ({ score }) => t("cut.metres", formats().decimal(score.worst.metresPerDoor)),
      detail: ({ score }) => score.worst.name,
    },
    {
      name: t("cut.rows.heaviest"),
      value: ({ score }) => score.heaviest.share,
      written: ({ score }) => more(score.heaviest.share),
      detail: ({ score }) => score.heaviest.name,
    },
    {
      name: t("cut.rows.lightest"),
      value: ({ score }) => -score.lightest.share,
      written: ({ score }) => more(score.lightest.share),
      detail: ({ score }) => score.lightest.name,
    },
    {
      name: t("cut.rows.roads"),
      value: ({ score }) => score.roads,
      written: ({ score }) => formats().integer(score.roads),
    },
    {
      name: t("cut.rows.bridges"),
      value: ({ score }) => score.bridges,
      written: ({ score }) => formats().integer(score.bridges),
    },
    {
      name: t("cut.rows.shared"),
      value: ({ sharedPieces }) => sharedPieces,
      written: ({ sharedPieces }) => formats().integer(sharedPieces),
    },
    {
      name: t("cut.rows.compactness"),
      value: ({ compactness }) => (compactness === null ? null : -compactness),
      written: ({ compactness }) => (compactness === null ? "–" : formats().share(compactness, 0)),
    },
  ];
  /** By what is written: of two that read alike none is better. */
  const isBetter = (row: ScoreRow, one: JudgedCut, other: JudgedCut | null) => {
    if (other === null || row.written(one) === row.written(other)) return false;
    const [own, others] = [row.value(one), row.value(other)];
    return own !== null && others !== null && own < others;
  };
  const cell = (row: ScoreRow, one: JudgedCut, other: JudgedCut | null) => (
    <td>
      <Show when={isBetter(row, one, other)} fallback={row.written(one)}>
        <strong>{row.written(one)}</strong>
        <small class={styles.better}>{t("cut.better")}</small>
      </Show>
      <Show when={row.detail}>{(detail) => <small>{detail()(one)}</small>}</Show>
    </td>
  );
  const covered = ({ score, doors }: JudgedCut) =>
    t("cut.covered", score.zones, formats().integer(score.zones), doors, formats().integer(doors));
  return (
    <>
      <table class={`${table.table} ${styles.scores}`}>
        <caption>
          <Spoken>{t("cut.scores")}</Spoken>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("cut.measure")}</th>
            <Show when={props.hand}>
              {(hand) => (
                <th scope="col">
                  {t("cut.hand")}
                  <small>{covered(hand())}</small>
                </th>
              )}
            </Show>
            <th scope="col">
              {t("cut.proposed")}
              <small>{covered(props.cut)}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <Show when={props.hand}>{(hand) => cell(row, hand(), props.cut)}</Show>
                {cell(row, props.cut, props.hand)}
              </tr>
            )}
          </For>
        </tbody>
      </table>
      <Show when={props.hand === null}>
        <p class={styles.small}>{t("cut.noHand")}</p>
      </Show>
      <p class={styles.small}>{t("cut.method")}</p>
    </>
  );
}
