import { For, Show } from "solid-js";
import { floorsToTell } from "../../../server/contract/floors-to-tell.ts";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import type { StopProgress } from "../walk/walk-progress.ts";
import styles from "./stop-head.module.css";

/** Which address, how far, what kind of building, how much of it is done, and how to get there. */
export function StopHead(props: { readonly now: StopProgress; readonly field: Field }) {
  const { t, formats } = useFieldLanguage();
  const stop = () => props.now.stop;
  const leg = () => props.field.sheet()?.route.osrm.legs[props.field.current()];
  const steps = () => (leg()?.steps ?? []).filter(({ maneuver }) => maneuver.type !== "arrive");
  const facts = () => {
    const floors = floorsToTell(stop());
    const { side, neverAskedDoors } = stop();
    return [
      t("stop.doors", stop().doors),
      ...(floors === null ? [] : [t("stop.floors", floors)]),
      ...(neverAskedDoors ? [t("stop.neverAsked", neverAskedDoors)] : []),
      ...(side === null ? [] : [t(`stop.${side}`)]),
    ].join(" · ");
  };
  const place = () => {
    const words = t("stop.place", props.field.current() + 1, props.field.progress().length);
    const metres = leg()?.distance;
    return metres === undefined || metres < 5 ? words : `${words} · ${t("stop.away", formats().distance(metres))}`;
  };
  const tried = () => props.now.report.doors;
  const left = () => props.now.doorsLeft;
  return (
    <section class={styles.head}>
      <p class={styles.place}>{place()}</p>
      <h1 class={styles.address}>{stop().address}</h1>
      <p class={styles.facts}>{facts()}</p>
      <div class={styles.done}>
        <progress max={Math.max(1, tried() + left())} value={tried()} aria-label={t("stop.done", tried(), left())} />
        <span>{props.now.report.isFinished ? t("stop.finished") : t("stop.done", tried(), left())}</span>
      </div>
      <Show when={steps().length > 0}>
        <details class={styles.way}>
          <summary>{t("stop.directions")}</summary>
          <ol>
            <For each={steps()}>
              {(step) => <li lang={props.field.sheet()?.outing.language}>{step.instruction}</li>}
            </For>
          </ol>
        </details>
      </Show>
    </section>
  );
}
