import { For, Show } from "solid-js";
import type { Language, OsrmStep } from "../../../server/contract/plan.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Steps in words, which are those of the plan, with their length where the words do not tell it and it is more than a few paces. */
export function StepLines(props: { readonly steps: readonly OsrmStep[]; readonly language: Language }) {
  const { formats } = useLanguage();
  const isTold = (step: OsrmStep) => step.distance < 5 || /\d m$/.test(step.instruction);
  return (
    <For each={props.steps}>
      {(step) => (
        <li>
          <span lang={props.language}>{step.instruction}</span>
          <Show when={!isTold(step)}>
            <small>{formats().distance(step.distance)}</small>
          </Show>
        </li>
      )}
    </For>
  );
}
