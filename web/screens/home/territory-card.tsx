import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import styles from "./home-screen.module.css";
import { TerritoryCounts } from "./territory-counts.tsx";
import { TerritoryUpkeep } from "./territory-upkeep.tsx";

interface TerritoryCardProps {
  readonly territory: TerritorySummary;
  /** Renamed or deleted, as the words say. */
  readonly onChanged: (told: string) => void;
}

export function TerritoryCard(props: TerritoryCardProps) {
  const { t, formats } = useLanguage();
  const { allowed } = useSession();
  const [isManaged, setIsManaged] = createSignal(false);
  return (
    <li class={styles.card}>
      <div class={styles.cardHead}>
        <h3>
          <A href={`/t/${encodeURIComponent(props.territory.name)}`} class={styles.open}>
            {props.territory.title}
          </A>
        </h3>
        <Show when={allowed().organizesEverywhere}>
          <span class={styles.manage}>
            <IconButton
              icon="settings"
              label={t("firstSteps.menu", props.territory.title)}
              side="left"
              onClick={() => setIsManaged(true)}
            />
          </span>
        </Show>
      </div>
      <TerritoryCounts counts={props.territory.counts} />
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
        onChanged={(told) => {
          setIsManaged(false);
          props.onChanged(told);
        }}
      />
    </li>
  );
}
