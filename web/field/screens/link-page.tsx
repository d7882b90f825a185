import { createEffect, createResource, createSignal, Match, onMount, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import type { FieldStore } from "../keep/field-store.ts";
import { createKeepAwake } from "../offline/keep-awake.ts";
import { watchForUpdate } from "../offline/register-worker.ts";
import { holdStorage, type StorageHealth } from "../offline/storage-health.ts";
import { openField, openStore } from "../open-field.ts";
import { isSaidBegun } from "../walk/said-lines.ts";
import { Alert } from "./alert.tsx";
import styles from "./forms.module.css";
import { Frame } from "./frame.tsx";
import { KeepScreen } from "./keep-screen.tsx";
import { OverScreen } from "./over-screen.tsx";
import { SettingsButton } from "./settings-button.tsx";
import { SyncButton } from "./sync-button.tsx";
import { WalkScreen } from "./walk-screen.tsx";
import { WelcomeScreen } from "./welcome-screen.tsx";

/** The page of one link, from the first opening to the day it is forgotten. */
export function LinkPage(props: { readonly token: string }) {
  const { t } = useFieldLanguage();
  const [isStoreLost, setIsStoreLost] = createSignal(false);
  const [store] = createResource(() => openStore(() => setIsStoreLost(true)));
  return (
    <Show
      when={store()}
      fallback={
        <Frame head={<SettingsButton />}>
          <p role="status">{t("loading")}</p>
        </Frame>
      }
    >
      {(opened) => <OpenedLink token={props.token} store={opened()} isStoreLost={isStoreLost()} />}
    </Show>
  );
}

function OpenedLink(props: { readonly token: string; readonly store: FieldStore; readonly isStoreLost: boolean }) {
  const { t, language } = useFieldLanguage();
  const field = openField(props.token, props.store, language);
  const awake = createKeepAwake();
  const [storage, setStorage] = createSignal<StorageHealth>({ room: "fine", isPromised: true });
  const [takeOver, setTakeOver] = createSignal<(() => void) | null>(null);
  /** Asked before the walk begins, and again when the volunteer wants it. */
  const [keeping, setKeeping] = createSignal<"before" | "later" | "now">("before");
  const isKeeping = () => keeping() === "now" || (keeping() === "before" && !isSaidBegun(field.said()));
  /** A store that keeps nothing is said louder. */
  const isPromised = () => storage().isPromised || !field.isLasting;
  const openedAt = performance.now();
  onMount(async () => {
    setStorage(await holdStorage());
    await watchForUpdate((take) => {
      // On opening, nobody is in the middle of anything. Later it is the volunteer who says when.
      const isOpening = performance.now() - openedAt < OPENING_MILLISECONDS;
      if (isOpening && field.waiting() === 0) take();
      else setTakeOver(() => take);
    });
  });
  createEffect(() => {
    document.title = `${field.sheet()?.outing.name ?? t("name")} · ${t("name")}`;
  });
  const alerts = () => (
    <>
      <Show when={!field.isLasting}>
        <Alert>{t("storage.none")}</Alert>
      </Show>
      <Show when={props.isStoreLost}>
        <Alert>{t("storage.lost")}</Alert>
      </Show>
      <Show when={field.storeProblem()}>
        <Alert>{t("storage.notWritten")}</Alert>
      </Show>
      <Show when={field.delay()}>{(message) => <Alert>{message()}</Alert>}</Show>
      <Show when={field.cleared() > 0}>
        <Alert action={t("change.understood")} onAction={field.forgetCleared}>
          {t("storage.cleared", field.cleared())}
        </Alert>
      </Show>
      <Show when={storage().room === "low" && !field.storeProblem()}>
        <Alert>{t("storage.low")}</Alert>
      </Show>
      <Show when={takeOver()}>
        {(take) => (
          <Alert action={t("update.now")} onAction={() => take()()}>
            {t("update.ready")}
          </Alert>
        )}
      </Show>
      <Show when={field.remark()}>
        {(remark) => (
          <Alert action={t("change.understood")} onAction={field.forgetRemark}>
            {remark()}
          </Alert>
        )}
      </Show>
    </>
  );
  const head = () => (
    <>
      <SyncButton field={field} isPromised={isPromised()} />
      <SettingsButton awake={awake} />
    </>
  );
  return (
    <Switch
      fallback={
        <Frame head={head()}>
          {alerts()}
          <p role="status">{t("loading")}</p>
        </Frame>
      }
    >
      <Match when={field.view().kind === "ended"}>
        <Frame head={head()}>
          {alerts()}
          <OverScreen field={field} />
        </Frame>
      </Match>
      <Match when={field.view().kind === "newer-version"}>
        <Frame head={head()}>
          <h1 class={styles.title}>{t("problem.newer")}</h1>
          <p>{t("problem.newerText")}</p>
          <Button look="primary" class={styles.big} onClick={() => (takeOver() ?? (() => window.location.reload()))()}>
            {t("problem.reload")}
          </Button>
        </Frame>
      </Match>
      <Match when={unreachable(field)}>
        {(problem) => (
          <Frame head={head()}>
            {alerts()}
            <h1 class={styles.title}>{t("problem.title")}</h1>
            <p role="alert">{problem().message || t("problem.offline")}</p>
            <Button look="primary" class={styles.big} onClick={() => void field.refresh()}>
              {t("retry")}
            </Button>
          </Frame>
        )}
      </Match>
      <Match when={field.sheet()?.firstName === null}>
        <Frame head={head()}>
          {alerts()}
          <WelcomeScreen field={field} />
        </Frame>
      </Match>
      <Match when={field.kept()?.isKeptWhole === false && isKeeping()}>
        <Frame head={head()}>
          {alerts()}
          <KeepScreen field={field} isPromised={isPromised()} onLater={() => setKeeping("later")} />
        </Frame>
      </Match>
      <Match when={field.sheet() !== null}>
        <WalkScreen field={field} head={head()} alerts={alerts()} onKeep={() => setKeeping("now")} />
      </Match>
    </Switch>
  );
}

const OPENING_MILLISECONDS = 5_000;

function unreachable(field: Field) {
  const view = field.view();
  return view.kind === "unreachable" ? view.problem : null;
}
