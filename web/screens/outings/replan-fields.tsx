import { For, Show } from "solid-js";
import type { Outing } from "../../../server/contract/outings.ts";
import { NumberField } from "../../design/number-field.tsx";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./dialog.module.css";
import { MINUTES_LIMITS, NEWCOMERS_LIMITS, type ReplanForm, type ReplanReading, readMinutes } from "./replan-form.ts";

/** Who is there, who is new, and how long everybody has. */
export function ReplanFields(props: {
  readonly outing: Outing;
  readonly form: ReplanForm;
  readonly reading: ReplanReading;
  readonly onChange: (part: Partial<ReplanForm>) => void;
}) {
  const { t } = useLanguage();
  const alive = () => props.outing.outingRoutes.filter(({ state }) => state !== "taken-back");
  const isThere = (id: string) => props.form.present.has(id);
  const toggle = (id: string) => {
    const others = [...props.form.present].filter((one) => one !== id);
    props.onChange({ present: new Set(isThere(id) ? others : [...others, id]) });
  };
  const problemOf = (typed: string) => (readMinutes(typed) === "unreadable" ? t("outings.minutesInvalid") : undefined);
  return (
    <>
      <fieldset>
        <legend class={styles.legend}>{t("outings.whoIsThere")}</legend>
        <ul class={styles.list}>
          <For each={alive().map(({ id }) => id)}>
            {(id) => (
              <Show when={alive().find((route) => route.id === id)}>
                {(route) => (
                  <li class={styles.walker}>
                    <label class={styles.tick}>
                      <input
                        type="checkbox"
                        checked={isThere(id)}
                        aria-label={t("outings.isThere", route().routeId)}
                        onChange={() => toggle(id)}
                      />
                      <span>
                        {t("outings.toRoute", route().routeId, route().firstName ?? t("outings.noOne"))}
                        <br />
                        <small>{t(`outings.state.${route().state}`)}</small>
                      </span>
                    </label>
                    <Show when={isThere(id)}>
                      <NumberField
                        label={t("outings.minutesOf", route().routeId)}
                        isLabelHidden
                        suffix={t("outings.minutesSuffix")}
                        whenEmpty={{ words: t("outings.minutesFree"), value: 60 }}
                        value={props.form.minutesByRoute[id] ?? ""}
                        limits={MINUTES_LIMITS}
                        problem={problemOf(props.form.minutesByRoute[id] ?? "")}
                        onChange={(minutes) =>
                          props.onChange({ minutesByRoute: { ...props.form.minutesByRoute, [id]: minutes } })
                        }
                      />
                    </Show>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </fieldset>
      <Show when={!props.reading.ok && props.reading.reason === "nobody"}>
        <p class={styles.soft} role="status">
          {t("outings.nobodyThere")}
        </p>
      </Show>
      <div class={styles.two}>
        <NumberField
          label={t("outings.newcomers")}
          value={props.form.newcomers}
          limits={NEWCOMERS_LIMITS}
          problem={
            !props.reading.ok && props.reading.reason === "newcomers" ? t("outings.newcomersInvalid") : undefined
          }
          onChange={(newcomers) => props.onChange({ newcomers })}
        />
        <NumberField
          label={t("outings.minutesAll")}
          suffix={t("outings.minutesSuffix")}
          hint={t("outings.minutesAllHint")}
          whenEmpty={{ words: t("outings.minutesFree"), value: 60 }}
          value={props.form.minutes}
          limits={MINUTES_LIMITS}
          problem={problemOf(props.form.minutes)}
          onChange={(minutes) => props.onChange({ minutes })}
        />
      </div>
      <Toggle
        label={t("outings.takesBegun")}
        hint={t("outings.takesBegunHint")}
        isOn={props.form.movesBegun}
        onChange={(movesBegun) => props.onChange({ movesBegun })}
      />
    </>
  );
}
