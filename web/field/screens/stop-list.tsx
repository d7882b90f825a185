import { createMemo, For, Show } from "solid-js";
import { groupStops, numberRange } from "../../../server/contract/group-stops.ts";
import { Icon } from "../../design/icon.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import type { StopProgress } from "../walk/walk-progress.ts";
import forms from "./forms.module.css";
import styles from "./stop-list.module.css";

/** The whole route in walking order, by street and side, with what is done of each address. */
export function StopList(props: { readonly field: Field; readonly onChoose: (stopId: string) => void }) {
  const { t } = useFieldLanguage();
  const groups = createMemo(() => {
    const sheet = props.field.sheet();
    return sheet === null ? [] : groupStops(sheet.route);
  });
  const known = createMemo(() => new Map(props.field.progress().map((one) => [one.stop.id, one])));
  const chosen = () => props.field.progress()[props.field.current()]?.stop.id;
  const stateWords = (one: StopProgress) =>
    one.state === "begun" ? t("list.begun", one.doorsLeft) : t(`list.${one.state}`);
  const doors = () => props.field.doors();
  return (
    <div class={forms.form}>
      <div>
        <h1 class={forms.title}>{t("list.title")}</h1>
        <p class={forms.soft}>{t("stop.total", doors().tried, doors().left)}</p>
      </div>
      <For each={groups()}>
        {(group) => (
          <section class={styles.group}>
            <h2 class={forms.heading}>
              {group.street} <small>{numberRange(group)}</small>
              <Show when={group.side}>{(side) => <small> · {t(`list.${side()}`)}</small>}</Show>
            </h2>
            <ul>
              <For each={group.stops}>
                {(stop) => (
                  <Show when={known().get(stop.id)}>
                    {(one) => (
                      <li>
                        <button
                          type="button"
                          data-state={one().state}
                          aria-current={chosen() === stop.id ? "step" : undefined}
                          onClick={() => props.onChoose(stop.id)}
                        >
                          <strong>{stop.number || stop.address}</strong>
                          <span>{t("stop.doors", stop.doors)}</span>
                          <em>
                            <Show when={one().state === "done"}>
                              <Icon name="check" />
                            </Show>
                            {stateWords(one())}
                          </em>
                        </button>
                      </li>
                    )}
                  </Show>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </div>
  );
}
