import { createEffect, createMemo, For, on, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import { Disclosure } from "../../design/disclosure.tsx";
import { Slider } from "../../design/slider.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { weightText } from "../../i18n/measure-words.ts";
import { moveThreshold, STARTING_HAND, sameNumbers } from "../../workspace/hand.ts";
import { THREE_CLASSES } from "../../workspace/three-classes.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { SCORES } from "../../workspace/workspace-state.ts";
import { AssumptionsEditor } from "./assumptions-editor.tsx";
import styles from "./weighting.module.css";

const WEIGHT_LIMITS = { low: 0, high: 1, step: 0.05 };
const THRESHOLD_LIMITS = { low: 0, high: 1, step: 0.01 };

/** The organizer's hand on the scores: weights of the mix, thresholds of the three classes, field assumptions. */
export function Weighting() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  return (
    <div>
      <Disclosure
        title={t("hand.heading")}
        isQuiet
        isOpen={workspace.isWeightingOpen()}
        onToggle={workspace.setIsWeightingOpen}
      >
        {/* What follows from thousands of stations is not kept up to date while nobody sees it. */}
        <Show when={workspace.isWeightingOpen()}>
          <p class={styles.intro}>{t("hand.intro")}</p>
          <Weights />
          <Thresholds />
          <Reset />
          <AssumptionsEditor />
        </Show>
      </Disclosure>
    </div>
  );
}

function Weights() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const mix = () => workspace.hand.hand().mix;
  return (
    <fieldset class={styles.group}>
      <legend>{t("hand.weights")}</legend>
      <div class={styles.pair}>
        <For each={SCORES}>
          {(score) => (
            <Slider
              label={t(`measure.${score}`)}
              value={mix()[score]}
              limits={WEIGHT_LIMITS}
              written={`×${weightText(formats(), mix()[score])}`}
              onMove={(weight) => {
                workspace.move({ type: "measure-chosen", measure: "mix" });
                workspace.hand.move({ mix: { ...mix(), [score]: weight } });
              }}
              onSettle={workspace.hand.settle}
            />
          )}
        </For>
      </div>
      <Show when={mix().mobilisation === 0 && mix().persuasion === 0}>
        <p class={styles.intro}>{t("hand.weightsZero")}</p>
      </Show>
    </fieldset>
  );
}

function Thresholds() {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const mix = () => workspace.hand.hand().mix;
  const three = createMemo(workspace.ranking.three);
  const spoken = (threshold: "priority" | "second") =>
    t(threshold === "priority" ? "hand.priorityUntil" : "hand.secondUntil", formats().share(mix()[threshold], 0));
  return (
    <fieldset class={styles.group}>
      <legend>{t("hand.thresholds")}</legend>
      <div class={styles.pair}>
        <For each={["priority", "second"] as const}>
          {(threshold) => (
            <Slider
              label={t(`hand.thresholdOf.${threshold}`)}
              value={mix()[threshold]}
              limits={THRESHOLD_LIMITS}
              written={formats().share(mix()[threshold], 0)}
              spoken={spoken(threshold)}
              onMove={(share) => {
                workspace.move({ type: "classes-chosen", classCount: 3 });
                workspace.hand.move({ mix: moveThreshold(mix(), threshold, share) });
              }}
              onSettle={workspace.hand.settle}
            />
          )}
        </For>
      </div>
      <dl class={styles.sizes}>
        <For each={[...THREE_CLASSES].reverse()}>
          {(name) => {
            const size = () => three().classes[THREE_CLASSES.indexOf(name)];
            return (
              <div>
                <dt>{t(`measure.class.${name}`)}</dt>
                <dd>{t("stations.count", size()?.count ?? 0, formats().integer(size()?.count ?? 0))}</dd>
                <dd>{t("hand.classRegistered", formats().integer(size()?.registered ?? 0))}</dd>
              </div>
            );
          }}
        </For>
      </dl>
    </fieldset>
  );
}

function Reset() {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const isAtStart = () => sameNumbers(workspace.hand.hand().mix, STARTING_HAND.mix);
  const saving = () => {
    const state = workspace.camps.saving();
    if (state === "failed") return t("hand.saveFailed");
    return t(state === "sending" ? "hand.saving" : "hand.saved");
  };
  // A slider tells its own value: of saving, only when it stops and when it goes on.
  const [told, tell] = createTold();
  createEffect(
    on(workspace.camps.saving, (now, before) => {
      if (now === "failed") tell(t("hand.saveFailed"));
      else if (now === "saved" && before === "failed") tell(t("hand.saved"));
    }),
  );
  return (
    <div class={styles.foot}>
      <Button
        size="small"
        disabled={isAtStart()}
        onClick={() => {
          workspace.hand.move({ mix: STARTING_HAND.mix });
          workspace.hand.settle();
          tell(t("hand.wasReset"));
        }}
      >
        {t("hand.reset")}
      </Button>
      <p class={styles.intro}>{saving()}</p>
      <Announcement words={told()} />
    </div>
  );
}
