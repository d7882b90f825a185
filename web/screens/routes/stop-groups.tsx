import { createMemo, For, Show } from "solid-js";
import { groupStops, numberRange, type StopGroup } from "../../../server/contract/group-stops.ts";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { StepLines } from "./step-lines.tsx";
import styles from "./stop-groups.module.css";

interface StopGroupsProps {
  readonly route: Pick<PlanRoute, "stops" | "osrm">;
  readonly hoveredStopId: string | null;
  readonly onHover: (stopId: string | null) => void;
  /** When given, a stop can be chosen. */
  readonly onChoose?: (stopIndex: number) => void;
  readonly chosenIndex?: number;
}

/** Stops in walking order, by street and side, with the way from one street to the next. */
export function StopGroups(props: StopGroupsProps) {
  const groups = createMemo(() => groupStops(props.route));
  return (
    <ol class={styles.groups}>
      <For each={groups()}>{(group) => <Group group={group} parent={props} />}</For>
    </ol>
  );
}

function Group(props: { readonly group: StopGroup; readonly parent: StopGroupsProps }) {
  const { t, formats } = useLanguage();
  const side = () => {
    if (props.group.side === null) return "";
    return props.group.side === "even" ? t("routes.even") : t("routes.odd");
  };
  const steps = () => props.group.approach.filter((step) => step.maneuver.type !== "arrive");
  return (
    <li class={styles.group}>
      <Show when={steps().length > 0}>
        <ul class={styles.steps} aria-label={t("routes.directions")}>
          <StepLines steps={steps()} />
        </ul>
      </Show>
      <p class={styles.street}>
        <span>
          {props.group.street === "" ? t("routes.noStreet") : props.group.street}
          <Show when={side() !== ""}>
            <small>
              {side()}
              <Show when={numberRange(props.group) !== ""}>, {numberRange(props.group)}</Show>
            </small>
          </Show>
        </span>
        <small>{t("routes.doors", props.group.doors, formats().integer(props.group.doors))}</small>
      </p>
      <ol class={styles.stops}>
        <For each={props.group.stops}>
          {(stop, place) => {
            const index = () => props.group.firstIndex + place();
            return (
              <li
                class={styles.stop}
                classList={{
                  [styles.hovered ?? ""]: props.parent.hoveredStopId === stop.id,
                  [styles.chosen ?? ""]: props.parent.chosenIndex === index(),
                }}
                onPointerEnter={() => props.parent.onHover(stop.id)}
                onPointerLeave={() => props.parent.onHover(null)}
              >
                <Show
                  when={props.parent.onChoose}
                  fallback={
                    <StopWords
                      number={index() + 1}
                      name={stop.number || stop.address}
                      doors={stop.doors}
                      at={stop.arrivalSeconds}
                    />
                  }
                >
                  {(choose) => (
                    <button
                      type="button"
                      aria-current={props.parent.chosenIndex === index() ? "step" : undefined}
                      onClick={() => choose()(index())}
                    >
                      <StopWords
                        number={index() + 1}
                        name={stop.number || stop.address}
                        doors={stop.doors}
                        at={stop.arrivalSeconds}
                      />
                    </button>
                  )}
                </Show>
              </li>
            );
          }}
        </For>
      </ol>
    </li>
  );
}

function StopWords(props: {
  readonly number: number;
  readonly name: string;
  readonly doors: number;
  readonly at: number;
}) {
  const { t, formats } = useLanguage();
  return (
    <>
      <span class={styles.number}>{props.number}</span>
      <strong>{props.name}</strong>
      <small>{t("page.doors", props.doors)}</small>
      <small>{formats().duration(props.at)}</small>
    </>
  );
}
