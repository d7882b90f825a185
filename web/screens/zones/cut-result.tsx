import { createSignal, For, Show } from "solid-js";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { CutTry } from "../../zones/create-zone-cut.ts";
import type { Zones } from "../../zones/create-zones.ts";
import { CutScores } from "./cut-scores.tsx";
import styles from "./cut-view.module.css";
import { nextZoningName } from "./next-zoning-name.ts";

/** A cut that was made: how it does, what should be known of it, and the two ways of taking it. */
export function CutResult(props: { readonly zones: Zones; readonly shown: CutTry }) {
  const { t, formats, language } = useLanguage();
  const [isBusy, setIsBusy] = createSignal(false);
  const cut = () => props.zones.cut;
  const copyName = () => nextZoningName(t, props.zones.list.value() ?? []);
  const makeCopy = async () => {
    setIsBusy(true);
    try {
      await cut().applyToCopy(copyName());
    } catch (failure) {
      cut().setProblem(asProblem(failure));
    } finally {
      props.zones.list.retry();
      setIsBusy(false);
    }
  };
  const removed = () => cut().edit()?.removed ?? [];
  return (
    <div class={styles.result}>
      <Show when={cut().tries().length > 1}>
        <Segmented
          label={t("cut.tries")}
          size="small"
          value={String(props.shown.seed)}
          options={cut()
            .tries()
            .map(({ seed, judged }) => ({
              value: String(seed),
              label: t("cut.try", formats().integer(seed)),
              hint: t("cut.metres", formats().decimal(judged.score.metresPerDoor)),
            }))}
          onChange={(seed) => cut().show(Number(seed))}
        />
      </Show>
      <CutScores cut={props.shown.judged} hand={cut().hand()} />
      <Show when={props.shown.answer.notes.length > 0}>
        <ul class={styles.notes}>
          <For each={props.shown.answer.notes}>{(note) => <li>{note.text[language()]}</li>}</For>
        </ul>
      </Show>
      <Show when={cut().edit()?.isTooMany}>
        <Notice kind="warning">{t("zones.tooMany")}</Notice>
      </Show>
      <Show when={removed().length > 0}>
        <p class={styles.small}>
          {t(
            "cut.replaces",
            removed().length,
            formats().list(
              removed()
                .slice(0, 6)
                .map(({ name }) => name),
            ),
            Math.max(0, removed().length - 6),
          )}
        </p>
      </Show>
      <div class={styles.actions}>
        <Button look="primary" disabled={cut().edit()?.isTooMany} isBusy={isBusy()} onClick={cut().apply}>
          {t("cut.apply")}
        </Button>
        <Button disabled={cut().edit()?.isTooMany} isBusy={isBusy()} onClick={makeCopy}>
          {t("cut.applyToCopy", copyName())}
        </Button>
      </div>
      <p class={styles.small}>{t("cut.undoable")}</p>
    </div>
  );
}
