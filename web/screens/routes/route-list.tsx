import { createEffect, For, on, Show } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { reportOf } from "../../../server/contract/route-report.ts";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, routeColour } from "../../map/palette.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./route-list.module.css";

/** One line per route, in the map's colours; pointing at one shows it on the map and the other way round. */
export function RouteList(props: {
  readonly routes: readonly PlanRoute[];
  /** Ids of those that are walked as in the plan before. */
  readonly unchanged: ReadonlySet<string>;
}) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  let list: HTMLUListElement | undefined;
  createEffect(
    on(workspace.hoveredRoute, (routeId) => {
      // A pointer in the panel is on something that must not move away under it.
      if (routeId === null || list === undefined || list.closest("main")?.matches(":hover")) return;
      document.getElementById(`route-line-${routeId}`)?.scrollIntoView({ block: "nearest" });
    }),
  );
  return (
    <ul
      class={styles.list}
      aria-label={t("routes.list")}
      ref={list}
      onPointerLeave={() => workspace.setHoveredRoute(null)}
    >
      <For each={props.routes}>
        {(route, place) => <RouteLine route={route} place={place()} isUnchanged={props.unchanged.has(route.id)} />}
      </For>
    </ul>
  );
}

function RouteLine(props: { readonly route: PlanRoute; readonly place: number; readonly isUnchanged: boolean }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const doors = () => props.route.stops.reduce((sum, stop) => sum + stop.doors, 0);
  const edited = () => workspace.plan.plan()?.plan?.edited;
  const isLocked = () => edited()?.lockedRoutes.includes(props.route.id) ?? false;
  const extraMinutes = () => {
    const long = edited()?.warnings.find(({ kind, routeId }) => kind === "too-long" && routeId === props.route.id);
    return long?.kind === "too-long" ? Math.ceil(long.extraSeconds / 60) : 0;
  };
  return (
    <li>
      <button
        type="button"
        id={`route-line-${props.route.id}`}
        class={styles.line}
        classList={{ [styles.hovered ?? ""]: workspace.hoveredRoute() === props.route.id }}
        onPointerEnter={() => workspace.setHoveredRoute(props.route.id)}
        onFocus={() => workspace.setHoveredRoute(props.route.id)}
        onBlur={() => workspace.setHoveredRoute(null)}
        onClick={() => {
          workspace.setHoveredRoute(null);
          workspace.move({ type: "route-opened", routeId: props.route.id });
        }}
      >
        <span class={styles.number} style={{ "border-color": routeColour(paletteOf(theme()), props.place) }}>
          {props.route.id}
        </span>
        <span class={styles.words}>
          <strong>
            {t("routes.stops", props.route.stops.length, formats().integer(props.route.stops.length))} ·{" "}
            {t("routes.doors", doors(), formats().integer(doors()))}
          </strong>
          <small>
            {formats().distance(props.route.distanceMetres)}
            <Show when={props.route.profile !== null}>
              {" "}
              · {t("routes.climb", formats().height(props.route.ascentMetres))}
            </Show>
            {" · "}
            {t("routes.perDoorShort", formats().distance(reportOf(props.route).metresPerDoor))}
          </small>
        </span>
        <span class={styles.time}>
          {formats().duration(props.route.durationSeconds)}
          <Show when={extraMinutes() > 0}>
            <small class={styles.over}>{t("edit.over", extraMinutes())}</small>
          </Show>
          <Show when={isLocked()}>
            <small>{t("edit.routeLocked")}</small>
          </Show>
          <Show when={props.isUnchanged}>
            <small>{t("change.unchanged")}</small>
          </Show>
        </span>
      </button>
    </li>
  );
}
