import { createEffect, createSignal, on, onCleanup, onMount, Show } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import type { CutCount } from "../../zones/create-zone-cut.ts";
import type { Zones } from "../../zones/create-zones.ts";
import type { Layout } from "../workspace/create-layout.ts";
import { CutForm } from "./cut-form.tsx";
import { CutResult } from "./cut-result.tsx";
import styles from "./cut-view.module.css";

export const CUT_OPENER = "cut-opener";

interface CutViewProps {
  readonly zones: Zones;
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** Zones cut by the program: what, into how many, and what came of it beside the zones that are there. */
export function CutView(props: CutViewProps) {
  const { t } = useLanguage();
  const cut = () => props.zones.cut;
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  // Back to where it was opened from.
  onCleanup(() => queueMicrotask(() => document.getElementById(CUT_OPENER)?.focus()));
  createEffect(
    on(
      () => cut().tries().length,
      (count) => {
        const [index, places] = [props.zones.index(), cut().chosen()?.places ?? []];
        if (count !== 1 || index === null || places.length === 0) return;
        props.map?.fit(boxAround(places.map(index.positionOf)), props.layout.padding());
      },
    ),
  );
  const [isStopped, setIsStopped] = createSignal(false);
  const announced = () => {
    if (cut().askedSince() !== null) return t("cut.busy");
    if (isStopped()) return t("cut.stopped");
    return cut().shown() === null ? "" : t("cut.ready", cut().tries().length);
  };
  const ask = (count: CutCount) => {
    setIsStopped(false);
    void cut().ask(count);
  };
  const stop = () => {
    setIsStopped(true);
    cut().cancel();
  };
  return (
    <section class={styles.view} aria-labelledby="cut-heading">
      <div class={styles.head}>
        <h3 id="cut-heading" tabindex="-1" ref={heading}>
          {t("cut.heading")}
        </h3>
        <Button look="quiet" size="small" onClick={cut().close}>
          {t("cut.close")}
        </Button>
      </div>
      <p class={styles.small}>{t("cut.intro")}</p>
      <Announcement words={announced()} />
      <CutForm zones={props.zones} onAsk={ask} />
      <Show when={cut().askedSince()}>{(since) => <Waiting since={since()} onStop={stop} />}</Show>
      <Show when={cut().problem()}>{(problem) => <ProblemNotice problem={problem()} heading={t("cut.failed")} />}</Show>
      <Show when={cut().shown()} keyed>
        {(shown) => <CutResult zones={props.zones} shown={shown} />}
      </Show>
    </section>
  );
}

/** The seconds are for the eye alone: read aloud, they would never end. */
function Waiting(props: { readonly since: number; readonly onStop: () => void }) {
  const { t, formats } = useLanguage();
  const [seconds, setSeconds] = createSignal(0);
  const timer = setInterval(() => setSeconds(Math.round((Date.now() - props.since) / 1000)), 500);
  onCleanup(() => clearInterval(timer));
  return (
    <div class={styles.waiting}>
      <p>
        <Icon name="split" /> {t("cut.busy")}{" "}
        <span aria-hidden="true">{t("cut.seconds", formats().integer(seconds()))}</span>
      </p>
      <Button size="small" onClick={() => props.onStop()}>
        {t("app.cancel")}
      </Button>
    </div>
  );
}
