import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import type { Field } from "../create-field.ts";
import { useFieldLanguage } from "../field-language.tsx";
import { type KeepEnd, type KeepProgress, keepAll, pageBytes } from "../offline/keep-all.ts";
import { hasWorker } from "../offline/register-worker.ts";
import styles from "./forms.module.css";

/** One step after which the walk needs no network: sheet, map and page on the phone, with their size and how far it is. */
export function KeepScreen(props: {
  readonly field: Field;
  /** Whether the browser promises to clear nothing by itself. */
  readonly isPromised: boolean;
  readonly onLater: () => void;
}) {
  const { t, formats } = useFieldLanguage();
  const [map] = createResource(() => props.field.map().catch(() => null));
  const [page] = createResource(pageBytes);
  const [progress, setProgress] = createSignal<KeepProgress | null>(null);
  const [end, setEnd] = createSignal<KeepEnd | null>(null);
  const bytes = () => {
    const known = map();
    return known === null || known === undefined ? null : known.bytes + (page() ?? 0);
  };
  const isBusy = () => progress() !== null && end() === null;
  const keep = async () => {
    setEnd(null);
    setProgress({ bytes: 0, allBytes: bytes() ?? 1 });
    const known = map() ?? (await props.field.map().catch(() => null));
    const ended = known === null ? "no-network" : await keepAll(known, page() ?? 0, setProgress);
    setEnd(ended);
    if (ended !== "kept") setProgress(null);
  };
  const goOn = () => void props.field.mark({ isKeptWhole: true });
  return (
    <div class={styles.form}>
      <h1 class={styles.title}>{t("keep.title")}</h1>
      <p>{t("keep.text")}</p>
      <Show when={hasWorker()} fallback={<p role="alert">{t("keep.impossible")}</p>}>
        <p class={styles.soft}>
          <Show when={bytes() !== null} fallback={t("keep.sizeUnknown")}>
            {t("keep.size", formats().bytes(bytes() ?? 0))}
          </Show>
        </p>
        <Show when={progress()}>
          {(now) => (
            <div class={styles.part}>
              <progress class={styles.bar} max={now().allBytes} value={now().bytes} aria-label={t("keep.title")} />
              <p>{t("keep.progress", formats().bytes(now().bytes), formats().bytes(now().allBytes))}</p>
            </div>
          )}
        </Show>
        <p role="status">
          <Switch>
            <Match when={end() === "kept"}>{t("keep.done")}</Match>
            <Match when={end() === "no-network"}>{t("keep.failed")}</Match>
            <Match when={end() === "no-room"}>{t("keep.full")}</Match>
            <Match when={end() === "impossible"}>{t("keep.impossible")}</Match>
          </Switch>
        </p>
      </Show>
      <Show when={!props.isPromised}>
        <p class={styles.soft}>{t("storage.notPromised")}</p>
      </Show>
      <Show
        when={end() === "kept"}
        fallback={
          <>
            <Show when={hasWorker()}>
              <Button look="primary" class={styles.big} isBusy={isBusy()} onClick={() => void keep()}>
                {t("keep.keep")}
              </Button>
            </Show>
            <Button class={styles.wide} isBusy={isBusy()} onClick={props.onLater}>
              {hasWorker() ? t("keep.later") : t("keep.go")}
            </Button>
          </>
        }
      >
        <Button look="primary" class={styles.big} onClick={goOn}>
          {t("keep.go")}
        </Button>
      </Show>
    </div>
  );
}
