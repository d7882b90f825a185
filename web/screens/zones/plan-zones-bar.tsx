import { createMemo, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import type { OpenZoning } from "../../zones/create-zoning.ts";
import { CompareButton } from "../compare/compare-button.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import styles from "./zones-tab.module.css";

/** From zones to routes: those that are ticked, or else the open one. And to the comparison: those, or all. */
export function PlanZonesBar(props: {
  readonly zones: Zones;
  readonly zoning: OpenZoning;
  readonly layout: Pick<Layout, "isNarrow" | "height">;
}) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const filledIds = createMemo(() =>
    props.zones.zones().flatMap(({ id }) => ((props.zones.members().get(id)?.length ?? 0) > 0 ? [id] : [])),
  );
  const pickedIds = createMemo(() => filledIds().filter((id) => props.zones.picked().has(id)));
  const zoneIds = () =>
    pickedIds().length > 0 ? pickedIds() : filledIds().filter((id) => id === props.zones.openedId());
  /** Told over the map, which a sheet that is drawn up covers. */
  const told = () => (props.layout.isNarrow() && props.layout.height() === "high" ? props.zones.told() : "");
  const plan = () => {
    workspace.changeArea({ kind: "zones", zoningId: props.zoning.zoningId, zoneIds: zoneIds() });
    workspace.move({ type: "plan-closed" });
    workspace.move({ type: "tab-chosen", tab: "routes" });
  };
  return (
    <Show when={props.zones.zones().length > 0 && !props.zoning.isGone()}>
      <section class={styles.planBar} aria-label={t("plan.heading")}>
        <Show when={told()}>{(words) => <p class={styles.told}>{words()}</p>}</Show>
        <Show when={zoneIds().length > 0} fallback={<p class={styles.small}>{t("zones.planNone")}</p>}>
          <Button look="primary" onClick={plan}>
            {t("zones.plan", zoneIds().length, formats().integer(zoneIds().length))}
          </Button>
        </Show>
        <Show when={filledIds().length > 0}>
          <div class={styles.buttons}>
            <Show when={pickedIds().length > 0}>
              <CompareButton
                subject={{ kind: "zones", zoningId: props.zoning.zoningId, zoneIds: pickedIds() }}
                add={t("compare.addZones", pickedIds().length, formats().integer(pickedIds().length))}
                remove={t("compare.remove")}
              />
            </Show>
            <CompareButton
              subject={{ kind: "zones", zoningId: props.zoning.zoningId, zoneIds: null }}
              add={t("compare.addZoning")}
              remove={t("compare.removeZoning")}
            />
          </div>
        </Show>
      </section>
    </Show>
  );
}
