import { createEffect, createSignal, For, on, Show, untrack } from "solid-js";
import { ASSUMPTION_PRESETS, FIELD_FIGURES } from "../../../server/contract/field-figures.ts";
import { Button } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import { Disclosure } from "../../design/disclosure.tsx";
import { NumberField } from "../../design/number-field.tsx";
import { Slider } from "../../design/slider.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import {
  ASSUMPTION_NAMES,
  type AssumptionName,
  PRESETS,
  presetOf,
  readAssumption,
  typedAssumption,
  typedLimits,
} from "../../workspace/assumption-form.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./assumptions-editor.module.css";

const PLACES = ["france", "europe", "states", "judgement"] as const;

/** What a knock is taken to yield: four numbers, each with its default, what has been published, and by whom. */
export function AssumptionsEditor() {
  const { hand, camps } = useWorkspace();
  const { t, language } = useLanguage();
  const assumptions = () => hand.hand().assumptions;
  const state = () => {
    if (camps.scores.status() === "loading") return t("hand.recomputing");
    return presetOf(assumptions()) === null ? t("hand.ownPreset") : "";
  };
  const [told, tell] = createTold();
  let areKnown = untrack(camps.scores.status) === "ready";
  createEffect(
    on(
      camps.scores.status,
      (now) => {
        if (now !== "ready") return;
        // The first scores that come are no change.
        if (areKnown) tell(t("hand.recomputed"));
        areKnown = true;
      },
      { defer: true },
    ),
  );
  createEffect(on(language, () => tell(""), { defer: true }));
  return (
    <Disclosure title={t("hand.assumptions")}>
      <p class={styles.soft}>{t("hand.assumptionsIntro")}</p>
      <fieldset class={styles.presets}>
        <legend>{t("hand.presets")}</legend>
        <For each={PRESETS}>
          {(preset) => (
            <Button
              size="small"
              aria-pressed={presetOf(assumptions()) === preset}
              onClick={() => {
                hand.move({ assumptions: ASSUMPTION_PRESETS[preset] });
                hand.settle();
              }}
            >
              {t(`hand.preset.${preset}`)}
            </Button>
          )}
        </For>
      </fieldset>
      <p class={styles.soft}>{state()}</p>
      <Announcement words={told()} />
      <For each={ASSUMPTION_NAMES}>{(name) => <AssumptionField name={name} />}</For>
    </Disclosure>
  );
}

function AssumptionField(props: { readonly name: AssumptionName }) {
  const { hand } = useWorkspace();
  const { t, formats, language } = useLanguage();
  const value = () => hand.hand().assumptions[props.name];
  const [typed, setTyped] = createSignal<string | null>(null);
  // What is being typed stays as it is typed as long as it means the value.
  createEffect(
    on(value, (now) => {
      const text = typed();
      if (text !== null && readAssumption(props.name, text) !== now) setTyped(null);
    }),
  );
  const change = (next: number) => hand.move({ assumptions: { ...hand.hand().assumptions, [props.name]: next } });
  const unit = () => t(`hand.unit.${props.name}`);
  const written = (number: number) => {
    const text = typedAssumption(props.name, number);
    return `${language() === "fr" ? text.replace(".", ",") : text}\u00a0${unit()}`;
  };
  const isUnreadable = () => {
    const text = typed();
    return text !== null && readAssumption(props.name, text) === null;
  };
  const limits = () => FIELD_FIGURES[props.name].limits;
  const published = () => {
    const range = FIELD_FIGURES[props.name].published;
    return range === null ? t("hand.notPublished") : t("hand.published", rough(range.low), written(range.high));
  };
  const rough = (number: number) => formats().decimal(Number(typedAssumption(props.name, number)), 0);
  const sources = (): Partial<Readonly<Record<(typeof PLACES)[number], string>>> => t(`hand.sources.${props.name}`);

  return (
    <fieldset class={styles.assumption}>
      <legend>{t(`hand.assumption.${props.name}`)}</legend>
      <p class={styles.soft}>{t(`hand.unitMeaning.${props.name}`)}</p>
      <div class={styles.controls}>
        <Slider
          label={t(`hand.assumption.${props.name}`)}
          isLabelHidden
          value={value()}
          limits={limits()}
          written={written(value())}
          onMove={(next) => {
            setTyped(null);
            change(next);
          }}
          onSettle={hand.settle}
        />
        <NumberField
          label={t(`hand.assumption.${props.name}`)}
          isLabelHidden
          value={typed() ?? typedAssumption(props.name, value())}
          limits={typedLimits(props.name)}
          suffix={unit()}
          problem={isUnreadable() ? t("hand.expected", written(limits().low), written(limits().high)) : undefined}
          onChange={(text) => {
            setTyped(text);
            const next = readAssumption(props.name, text);
            if (next !== null) change(next);
          }}
        />
      </div>
      <p class={styles.soft}>
        {t("hand.byDefault", written(ASSUMPTION_PRESETS.central[props.name]))} · {published()}
      </p>
      <dl class={styles.sources}>
        <For each={PLACES}>
          {(place) => (
            <Show when={sources()[place]}>
              {(text) => (
                <div>
                  <dt>{t(`hand.places.${place}`)}</dt>
                  <dd>{text()}</dd>
                </div>
              )}
            </Show>
          )}
        </For>
      </dl>
    </fieldset>
  );
}
