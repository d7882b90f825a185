import {
  createEffect,
  createMemo,
  createSignal,
  For,
  type JSX,
  lazy,
  Match,
  on,
  Show,
  Suspense,
  Switch,
} from "solid-js";
import { Icon, type IconName } from "../../design/icon.tsx";
import { Spoken } from "../../design/spoken.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import { createWalk } from "../walk/create-walk.ts";
import { Alert } from "./alert.tsx";
import { Frame } from "./frame.tsx";
import { SaidList } from "./said-list.tsx";
import { StopCard } from "./stop-card.tsx";
import { StopList } from "./stop-list.tsx";
import styles from "./walk-screen.module.css";

// The map is most of the page: it is drawn when somebody looks at it.
const WalkMap = lazy(async () => {
  const { WalkMap: component, prepareWalkMap } = await import("./walk-map.tsx");
  await prepareWalkMap();
  return { default: component };
});

const TABS = [
  ["stop", "door"],
  ["list", "list"],
  ["map", "locate"],
  ["said", "undo"],
] as const satisfies readonly (readonly [string, IconName])[];
type Tab = (typeof TABS)[number][0];

interface WalkScreenProps {
  readonly field: Field;
  readonly head: JSX.Element;
  readonly alerts: JSX.Element;
  readonly onKeep: () => void;
}

/** The walk: the address one is at, the whole list, the map, and what was said. One of them at a time, under the thumb. */
export function WalkScreen(props: WalkScreenProps) {
  const { t } = useFieldLanguage();
  const walk = createWalk(props.field, t);
  const [tab, setTab] = createSignal<Tab>("stop");
  const goTo = async (stopId: string) => {
    const before = tab();
    await props.field.goTo(stopId);
    // Who has gone elsewhere while the phone was writing stays there.
    if (tab() === before) setTab("stop");
  };
  // The address is what a volunteer looks for first.
  const lookedAt = createMemo(() => `${tab()} ${walk.current()?.stop.id ?? ""}`);
  createEffect(on(lookedAt, () => window.scrollTo({ top: 0 }), { defer: true }));
  const changeWords = () => {
    const change = props.field.change();
    if (change === null) return "";
    if (change.gone > 0 && change.added > 0) return t("change.both", change.gone, change.added);
    if (change.gone > 0) return t("change.gone", change.gone);
    return change.added > 0 ? t("change.added", change.added) : t("change.reordered");
  };
  return (
    <Frame
      head={props.head}
      foot={
        <nav class={styles.tabs} aria-label={t("tabs.name")}>
          <For each={TABS}>
            {([name, icon]) => (
              <button type="button" aria-current={tab() === name ? "page" : undefined} onClick={() => setTab(name)}>
                <Icon name={icon} />
                {t(`tabs.${name}`)}
              </button>
            )}
          </For>
        </nav>
      }
    >
      <Spoken>
        <span role="status">{walk.spoken()}</span>
      </Spoken>
      {props.alerts}
      <Show when={props.field.kept()?.isKeptWhole === false}>
        <Alert isCalm action={t("keep.keep")} onAction={props.onKeep}>
          {t("keep.notDone")}
        </Alert>
      </Show>
      <Show when={props.field.change()}>
        <Alert action={t("change.understood")} onAction={props.field.forgetChange}>
          <strong>{t("change.title")}</strong>
          <p>
            {changeWords()} {t("change.kept")}
          </p>
        </Alert>
      </Show>
      <Switch>
        <Match when={tab() === "stop"}>
          <StopCard field={props.field} walk={walk} />
        </Match>
        <Match when={tab() === "list"}>
          <StopList field={props.field} onChoose={goTo} />
        </Match>
        <Match when={tab() === "map"}>
          <Suspense fallback={<p role="status">{t("map.drawing")}</p>}>
            <WalkMap field={props.field} onChoose={goTo} />
          </Suspense>
        </Match>
        <Match when={tab() === "said"}>
          <SaidList walk={walk} />
        </Match>
      </Switch>
    </Frame>
  );
}
