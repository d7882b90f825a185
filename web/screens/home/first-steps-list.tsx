import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import { FIRST_STEPS, type FirstStep, type FirstSteps } from "../../../server/contract/first-steps.ts";
import { Button, LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./first-steps-list.module.css";

interface FirstStepsListProps {
  readonly steps: FirstSteps;
  readonly onDemo: () => void;
  readonly onDismiss: () => void;
}

/** Five steps from nothing to a first sheet; what is done is told by what exists. */
export function FirstStepsList(props: FirstStepsListProps) {
  const { t, formats } = useLanguage();
  const isSkipped = (step: FirstStep) => props.steps.skipped.includes(step);
  const next = () => FIRST_STEPS.find((step) => !props.steps.done[step] && !isSkipped(step)) ?? null;
  const fact = (step: FirstStep): string => {
    const { counts, territory } = props.steps;
    if (step === "territory") return territory?.title ?? "";
    const count = { camps: counts.ours, stations: counts.stations, plan: counts.plans, sheet: counts.sheets }[step];
    return count === 0 ? "" : t(`firstSteps.${step}.fact`, count, formats().integer(count));
  };
  const address = (step: FirstStep): string => {
    const name = props.steps.territory?.name;
    if (step === "territory" || name === undefined) return "/importer";
    const tab = { camps: "camps", stations: "stations", plan: "routes", sheet: "routes" }[step];
    const { planId } = props.steps;
    const plan = step === "sheet" && planId !== null ? `&plan=${encodeURIComponent(planId)}` : "";
    return `/t/${encodeURIComponent(name)}?tab=${tab}${plan}`;
  };
  return (
    <section class={styles.steps} aria-labelledby="first-steps-title">
      <div class={styles.head}>
        <div>
          <h2 id="first-steps-title">{t("firstSteps.heading")}</h2>
          <p>{t("firstSteps.intro")}</p>
        </div>
        <Show when={props.steps.done.territory}>
          <Button size="small" look="quiet" onClick={() => props.onDismiss()}>
            {t("firstSteps.dismiss")}
          </Button>
        </Show>
      </div>
      <ol>
        <For each={FIRST_STEPS}>
          {(step, place) => (
            <li data-done={props.steps.done[step] ? "" : undefined} data-next={step === next() ? "" : undefined}>
              <span class={styles.mark} aria-hidden="true">
                {props.steps.done[step] ? <Icon name="check" /> : place() + 1}
              </span>
              <div class={styles.body}>
                <strong>
                  {t(`firstSteps.${step}.title`)}
                  <Show when={props.steps.done[step]}>
                    <small> {[t("firstSteps.done"), fact(step)].filter((part) => part !== "").join(" · ")}</small>
                  </Show>
                  <Show when={isSkipped(step)}>
                    <small> {t("firstSteps.skipped")}</small>
                  </Show>
                </strong>
                <Show when={step === next()}>
                  <p>{t(`firstSteps.${step}.text`)}</p>
                  <div class={styles.buttons}>
                    <LinkButton look="primary" href={address(step)}>
                      {t(`firstSteps.${step}.action`)}
                    </LinkButton>
                    <Show when={step === "territory"}>
                      <Button onClick={() => props.onDemo()}>{t("firstSteps.demo")}</Button>
                      <small>{t("firstSteps.demoHint")}</small>
                    </Show>
                  </div>
                </Show>
                <Show when={props.steps.done[step] && step !== "territory"}>
                  <A href={address(step)}>{t(`firstSteps.${step}.action`)}</A>
                </Show>
              </div>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
