import { For, Show } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, routeColour } from "../../map/palette.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./absent-routes.module.css";

/** A chip for each route, pressed when its volunteer does not come. */
export function AbsentRoutes(props: { readonly routes: readonly PlanRoute[] }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { theme } = useTheme();
  const isAbsent = (routeId: string) => workspace.changes().form.removedRoutes.has(routeId);
  return (
    <fieldset>
      <legend class={styles.legend}>{t("change.absent")}</legend>
      <div class={styles.chips}>
        <For each={props.routes}>
          {(route, place) => (
            <button
              type="button"
              class={styles.chip}
              aria-pressed={isAbsent(route.id)}
              aria-label={t("change.absentRoute", route.id)}
              onPointerEnter={() => workspace.setHoveredRoute(route.id)}
              onPointerLeave={() => workspace.setHoveredRoute(null)}
              onClick={() => workspace.editChanges({ type: "route-toggled", routeId: route.id })}
            >
              <i aria-hidden="true" style={{ "background-color": routeColour(paletteOf(theme()), place()) }} />
              <span class={styles.number}>{route.id}</span>{" "}
              <Show when={isAbsent(route.id)}>
                <span>{t("change.absentWord")}</span>
              </Show>
            </button>
          )}
        </For>
      </div>
    </fieldset>
  );
}
