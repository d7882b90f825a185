import { useParams } from "@solidjs/router";
import { createEffect, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { PageHead } from "../people/page-head.tsx";
import { OutingList } from "./outing-list.tsx";
import { OutingLook } from "./outing-look.tsx";
import { OutingView } from "./outing-view.tsx";
import styles from "./outings-screen.module.css";

/** The outings of a territory, or one of them with its routes. */
export function OutingsScreen() {
  const api = useApi();
  const params = useParams<{ territory: string; outingId?: string }>();
  const { t } = useLanguage();
  const { allowed, isAsking } = useSession();
  const territoryName = () => decodeURIComponent(params.territory);
  const territory = createLoad(territoryName, (name, signal) => api.territory(name, signal));
  const title = () => territory.value()?.summary.title ?? territoryName();
  const home = () => `/t/${encodeURIComponent(territoryName())}`;
  createEffect(() => {
    document.title = `${t("outings.title")} · ${title()} · ${t("app.name")}`;
  });
  return (
    <div class={styles.page}>
      <PageHead />
      <main class={styles.main}>
        <nav class={styles.ways}>
          <LinkButton look="quiet" size="small" href={allowed().seesPlans ? `${home()}?tab=routes` : home()}>
            <Icon name="back" />
            {t("outings.toMap")}
          </LinkButton>
          <Show when={params.outingId}>
            <LinkButton look="quiet" size="small" href={`${home()}/sorties`}>
              <Icon name="list" />
              {t("outings.all")}
            </LinkButton>
          </Show>
        </nav>
        <Show
          when={params.outingId}
          keyed
          fallback={<OutingList territoryName={territoryName()} title={title()} home={home()} />}
        >
          {(id) => (
            <Show when={!isAsking()} fallback={<Skeleton lines={8} />}>
              <Show
                when={allowed().runsOutings}
                fallback={<OutingLook outingId={decodeURIComponent(id)} territoryName={territoryName()} />}
              >
                <OutingView outingId={decodeURIComponent(id)} home={home()} />
              </Show>
            </Show>
          )}
        </Show>
      </main>
    </div>
  );
}
