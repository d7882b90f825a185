import { createEffect, createSignal, on, Show, untrack } from "solid-js";
import { NumberField } from "../../design/number-field.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { BalanceTarget } from "../../workspace/balance-target.ts";
import { LIMITS } from "../../workspace/plan-form.ts";
import { readWithin } from "../../workspace/team-form.ts";
import styles from "./zones-tab.module.css";

interface BalanceChoiceProps {
  readonly target: BalanceTarget;
  readonly seconds: number | null;
  readonly onChange: (target: BalanceTarget) => void;
}

/** What every zone is held against. */
export function BalanceChoice(props: BalanceChoiceProps) {
  const { t, formats } = useLanguage();
  const known = untrack(() => (props.target.kind === "team" ? props.target : { volunteers: 4, minutes: 120 }));
  const [volunteers, setVolunteers] = createSignal(String(known.volunteers));
  const [minutes, setMinutes] = createSignal(String(known.minutes));
  // Going back to another moment, and not what is being typed.
  createEffect(
    on(
      () => props.target,
      (target) => {
        if (target.kind !== "team") return;
        if (readWithin(volunteers(), LIMITS.volunteers) !== target.volunteers) setVolunteers(String(target.volunteers));
        if (readWithin(minutes(), LIMITS.minutes) !== target.minutes) setMinutes(String(target.minutes));
      },
      { defer: true },
    ),
  );
  const invalid = (text: string, field: "volunteers" | "minutes") =>
    readWithin(text, LIMITS[field]) === null
      ? t("plan.invalid", formats().integer(LIMITS[field].low), formats().integer(LIMITS[field].high))
      : undefined;
  const change = () => {
    const [people, time] = [readWithin(volunteers(), LIMITS.volunteers), readWithin(minutes(), LIMITS.minutes)];
    if (people !== null && time !== null) props.onChange({ kind: "team", volunteers: people, minutes: time });
  };
  return (
    <section class={styles.balance} aria-label={t("zones.target")}>
      <Segmented
        label={t("zones.target")}
        size="small"
        value={props.target.kind}
        options={[
          { value: "share", label: t("zones.targets.share") },
          { value: "team", label: t("zones.targets.team") },
        ]}
        onChange={(kind) => (kind === "share" ? props.onChange({ kind }) : change())}
      />
      <Show when={props.target.kind === "team"}>
        <div class={styles.pair}>
          <NumberField
            label={t("zones.volunteers")}
            value={volunteers()}
            limits={LIMITS.volunteers}
            problem={invalid(volunteers(), "volunteers")}
            onChange={(value) => {
              setVolunteers(value);
              change();
            }}
          />
          <NumberField
            label={t("zones.minutes")}
            suffix={t("zones.minutesSuffix")}
            value={minutes()}
            limits={LIMITS.minutes}
            problem={invalid(minutes(), "minutes")}
            onChange={(value) => {
              setMinutes(value);
              change();
            }}
          />
        </div>
      </Show>
      <p class={styles.small}>
        <Show when={props.seconds} fallback={t("zones.noTarget")}>
          {(seconds) => <>{t("zones.targetOf", formats().duration(seconds()))}</>}
        </Show>
      </p>
    </section>
  );
}
