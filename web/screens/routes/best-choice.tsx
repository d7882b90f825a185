import { For, Show } from "solid-js";
import type { BestChoice as Choice, ChosenStation } from "../../../server/contract/best-choice.ts";
import { Disclosure } from "../../design/disclosure.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./best-choice.module.css";

/** Why the plan goes to these stations, and what the others would have given. */
export function BestChoice(props: { readonly choice: Choice }) {
  const { t, formats } = useLanguage();
  return (
    <Disclosure title={t("choice.heading")}>
      <p class={styles.note}>{t(`choice.rule.${props.choice.measure}`)}</p>
      <StationTable choice={props.choice} />
      <Show when={props.choice.reserve.length > 0}>
        <p class={styles.note}>{t("choice.reserve", formats().list(props.choice.reserve.map(({ name }) => name)))}</p>
      </Show>
      <Alternatives choice={props.choice} />
    </Disclosure>
  );
}

function StationTable(props: { readonly choice: Choice }) {
  const { t, formats, language } = useLanguage();
  const isVotes = () => props.choice.measure === "votes";
  const perHour = ({ votesPerHour, doorsPerHour }: ChosenStation) =>
    isVotes() && votesPerHour !== null ? formats().decimal(votesPerHour, 2) : formats().decimal(doorsPerHour, 0);
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("choice.station")}</th>
          <th scope="col">{isVotes() ? t("choice.votesPerHour") : t("choice.doorsPerHour")}</th>
          <th scope="col">{t("choice.doors")}</th>
          <th scope="col">{t("choice.walk")}</th>
        </tr>
      </thead>
      <For each={props.choice.stations}>
        {(station) => (
          <tbody>
            <tr>
              <th scope="row">{station.name}</th>
              <td>{perHour(station)}</td>
              <td>{formats().integer(station.doors)}</td>
              <td>{formats().duration(station.walkMinutes * 60)}</td>
            </tr>
            <tr>
              <td class={styles.reason} colspan="4">
                {station.reason[language()]}
              </td>
            </tr>
          </tbody>
        )}
      </For>
    </table>
  );
}

function Alternatives(props: { readonly choice: Choice }) {
  const { t, formats, language } = useLanguage();
  const amount = (value: number) => formats().decimal(value, props.choice.measure === "votes" ? 2 : 0);
  return (
    <table class={styles.table}>
      <caption>{t("choice.alternatives")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("choice.alternative")}</th>
          <th scope="col">{t(`choice.expected.${props.choice.measure}`)}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <strong>{t("choice.thisChoice")}</strong>
          </th>
          <td>{amount(props.choice.expected.thisChoice)}</td>
        </tr>
        <For each={props.choice.runnersUp}>
          {(other) => (
            <tr>
              <th scope="row">
                {t("choice.instead", other.name, other.insteadOf)}
                <small>{other.reason[language()]}</small>
              </th>
              <td>{amount(other.expectedInstead)}</td>
            </tr>
          )}
        </For>
        <Show when={props.choice.expected.byScoreAlone !== null}>
          <tr>
            <th scope="row">{t("choice.byScoreAlone")}</th>
            <td>{amount(props.choice.expected.byScoreAlone ?? 0)}</td>
          </tr>
        </Show>
      </tbody>
    </table>
  );
}
