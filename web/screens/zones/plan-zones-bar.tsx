import { createMemo, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import type { OpenZoning } from "../../zones/create-zoning.ts";
import styles from "./zones-tab.module.css";

/** From zones to routes: those that are ticked, or else the open one. */
export function PlanZonesBar(props: { readonly zones: Zones; readonly zoning: OpenZoning }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const zoneIds = createMemo(() => {
    const filled = props.zones.zones().filter(({ id }) => (props.zones.members().get(id)?.length ?? 0) > 0);
    const picked = filled.filter(({ id }) => props.zones.picked().has(id));
    return (picked.length > 0 ? picked : filled.filter(({ id }) => id === props.zones.openedId())).map(({ id }) => id);
  });
  const plan = () => {
    workspace.changeArea({ kind: "zones", zoningId: props.zoning.zoningId, zoneIds: zoneIds() });
    workspace.move({ type: "plan-closed" });
    workspace.move({ type: "tab-chosen", tab: "routes" });
  };
  return (
    <Show when={props.zones.zones().length > 0 && !props.zoning.isGone()}>
      <section class={styles.planBar} aria-label={t("plan.heading")}>
        <Show when={zoneIds().length > 0} fallback={<p class={styles.small}>{t("zones.planNone")}</p>}>
          <Button look="primary" onClick={plan}>
            {t("zones.plan", zoneIds().length, formats().integer(zoneIds().length))}
          </Button>
        </Show>
      </section>
    </Show>
  );
}
