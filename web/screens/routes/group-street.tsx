import { Show } from "solid-js";
import { numberRange, type StopGroup } from "../../../server/contract/group-stops.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { sharedMark } from "../../workspace/stop-marks.ts";
import { MarkButtons } from "./mark-buttons.tsx";
import styles from "./stop-groups.module.css";
import type { StopMarking } from "./stop-marking.ts";

/** The heading of a group: street, side, numbers, doors; and the marks of all its stops at once when it has several. */
export function GroupStreet(props: { readonly group: StopGroup; readonly marking: StopMarking | undefined }) {
  const { t, formats } = useLanguage();
  const side = () => {
    if (props.group.side === null) return "";
    return props.group.side === "even" ? t("routes.even") : t("routes.odd");
  };
  const street = () => (props.group.street === "" ? t("routes.noStreet") : props.group.street);
  const spoken = () => [street(), side()].filter(Boolean).join(", ");
  const stopIds = () => props.group.stops.map(({ id }) => id);
  return (
    <div class={styles.heading}>
      <p class={styles.street}>
        <span>
          {street()}
          <Show when={side() !== ""}>
            <small>
              {side()}
              <Show when={numberRange(props.group) !== ""}>, {numberRange(props.group)}</Show>
            </small>
          </Show>
        </span>
        <small>{t("routes.doors", props.group.doors, formats().integer(props.group.doors))}</small>
      </p>
      <Show when={props.group.stops.length > 1 && props.marking}>
        {(marking) => (
          <MarkButtons
            name={t("change.markStops", spoken())}
            mark={sharedMark(marking().marks, stopIds())}
            nameOf={(mark) => t("change.markGroup", spoken(), t(`change.mark.${mark}`))}
            onMark={(mark) => marking().onMark(stopIds(), mark)}
          />
        )}
      </Show>
    </div>
  );
}
