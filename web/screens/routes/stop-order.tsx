import { For, Show } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { Icon } from "../../design/icon.tsx";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { MARKS } from "../../workspace/stop-marks.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { MARK_ICONS } from "./mark-buttons.tsx";
import { StopGroups } from "./stop-groups.tsx";
import styles from "./stop-order.module.css";

/** The stops of a route in order, to read and to mark. */
export function StopOrder(props: { readonly route: PlanRoute }) {
  const workspace = useWorkspace();
  const { t, language } = useLanguage();
  const told = () => workspace.plan.plan()?.plan?.request.language ?? language();
  const marks = () => workspace.changes().form.marks;
  return (
    <Section title={t("routes.order")}>
      <Show when={told() !== language()}>
        <p class={styles.told}>{t("routes.toldIn", t(`routes.languages.${told()}`))}</p>
      </Show>
      <div class={styles.legend}>
        <p>{t("change.markHint")}</p>
        <ul>
          <For each={MARKS}>
            {(mark) => (
              <li>
                <Icon name={MARK_ICONS[mark]} />
                {t(`change.mark.${mark}`)}
              </li>
            )}
          </For>
        </ul>
      </div>
      <StopGroups
        route={props.route}
        language={told()}
        hoveredStopId={workspace.hoveredStop()}
        onHover={(stopId) => workspace.setHoveredStop(stopId)}
        marking={{
          marks: marks(),
          onMark: (stopIds, mark) => workspace.editChanges({ type: "stops-marked", stopIds, mark }),
        }}
      />
    </Section>
  );
}
