import { createMemo, For, Show } from "solid-js";
import { groupStops, type StopGroup } from "../../../server/contract/group-stops.ts";
import type { Language, PlanRoute, PlanStop } from "../../../server/contract/plan.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Mark } from "../../workspace/stop-marks.ts";
import { GroupStreet } from "./group-street.tsx";
import { MarkButtons } from "./mark-buttons.tsx";
import { StepLines } from "./step-lines.tsx";
import { StopDoors } from "./stop-doors.tsx";
import styles from "./stop-groups.module.css";
import type { StopMarking } from "./stop-marking.ts";

interface StopGroupsProps {
  readonly route: Pick<PlanRoute, "stops" | "osrm">;
  /** That its directions are told in. */
  readonly language: Language;
  readonly hoveredStopId: string | null;
  readonly onHover: (stopId: string | null) => void;
  /** When given, a stop can be chosen. */
  readonly onChoose?: (stopIndex: number) => void;
  readonly chosenIndex?: number;
  /** When given, stops and groups can be marked. */
  readonly marking?: StopMarking;
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
  const { t } = useLanguage();
  const steps = () => props.group.approach.filter((step) => step.maneuver.type !== "arrive");
  return (
    <li class={styles.group}>
      <Show when={steps().length > 0}>
        <ul class={styles.steps} aria-label={t("routes.directions")}>
          <StepLines steps={steps()} language={props.parent.language} />
        </ul>
      </Show>
      <GroupStreet group={props.group} marking={props.parent.marking} />
      <ol>
        <For each={props.group.stops}>
          {(stop, place) => <Stop stop={stop} index={props.group.firstIndex + place()} parent={props.parent} />}
        </For>
      </ol>
    </li>
  );
}

function Stop(props: { readonly stop: PlanStop; readonly index: number; readonly parent: StopGroupsProps }) {
  const { t } = useLanguage();
  const mark = () => props.parent.marking?.marks.get(props.stop.id) ?? null;
  return (
    <li
      class={styles.stop}
      classList={{
        [styles.hovered ?? ""]: props.parent.hoveredStopId === props.stop.id,
        [styles.chosen ?? ""]: props.parent.chosenIndex === props.index,
        [styles.markable ?? ""]: props.parent.marking !== undefined,
      }}
      data-marked={mark()}
      onPointerEnter={() => props.parent.onHover(props.stop.id)}
      onPointerLeave={() => props.parent.onHover(null)}
    >
      <Show
        when={props.parent.onChoose}
        fallback={<StopWords stop={props.stop} number={props.index + 1} mark={mark()} />}
      >
        {(choose) => (
          <button
            type="button"
            aria-current={props.parent.chosenIndex === props.index ? "step" : undefined}
            onClick={() => choose()(props.index)}
          >
            <StopWords stop={props.stop} number={props.index + 1} mark={null} />
          </button>
        )}
      </Show>
      <Show when={props.parent.marking}>
        {(marking) => (
          <MarkButtons
            name={t("change.markStops", props.stop.address)}
            mark={mark()}
            nameOf={(one) => t("change.markStop", props.stop.address, t(`change.mark.${one}`))}
            onMark={(one) => marking().onMark([props.stop.id], one)}
          />
        )}
      </Show>
    </li>
  );
}

function StopWords(props: { readonly stop: PlanStop; readonly number: number; readonly mark: Mark | null }) {
  const { t, formats } = useLanguage();
  return (
    <>
      <span class={styles.number}>{props.number}</span>
      <span class={styles.name}>
        <strong>{props.stop.number || props.stop.address}</strong>
        <Show when={props.mark}>{(mark) => <em class={styles.marked}>{t(`change.marked.${mark()}`)}</em>}</Show>
      </span>
      <small>
        <StopDoors stop={props.stop} />
      </small>
      <small class={styles.time}>{formats().duration(props.stop.arrivalSeconds)}</small>
    </>
  );
}
