import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./home-screen.module.css";
import { TerritoryUpkeep } from "./territory-upkeep.tsx";

interface TerritoryCardProps {
  readonly territory: TerritorySummary;
  /** Renamed or deleted. */
  readonly onChanged: () => void;
}

export function TerritoryCard(props: TerritoryCardProps) {
  const { t, formats } = useLanguage();
  const [isManaged, setIsManaged] = createSignal(false);
  const counts = () => props.territory.counts;
  const figures = () => [
    { value: counts().stations, word: t("home.stations", counts().stations) },
    { value: counts().addresses, word: t("home.addresses", counts().addresses) },
    { value: counts().doors, word: t("home.doors", counts().doors) },
    { value: counts().elections, word: t("home.elections", counts().elections) },
  ];
  return (
    <li class={styles.card}>
      <div class={styles.cardHead}>
        <h3>
          <A href={`/t/${encodeURIComponent(props.territory.name)}`} class={styles.open}>
            {props.territory.title}
          </A>
        </h3>
        <span class={styles.manage}>
          <IconButton
            icon="settings"
            label={t("firstSteps.menu", props.territory.title)}
            side="left"
            onClick={() => setIsManaged(true)}
          />
        </span>
      </div>
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
      <TerritoryUpkeep
        name={props.territory.name}
        title={props.territory.title}
        isOpen={isManaged()}
        onClose={() => setIsManaged(false)}
        onChanged={() => {
          setIsManaged(false);
          props.onChanged();
        }}
      />
    </li>
  );
}
