import { createSignal, For } from "solid-js";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { crossedWords } from "../../i18n/measure-words.ts";
import { paletteOf } from "../../map/palette.ts";
import { THIRDS, type Third } from "../../workspace/crossed-classes.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { classColour } from "./class-colour.ts";
import styles from "./crossed-legend.module.css";

/** Where a score meets an effort among the classes. */
function placeOf(score: Third, effort: Third): number {
  return score * 3 + (2 - effort);
}

/**
 * The square of a score against its effort: rows from the highest score down, columns from close doors to far ones.
 * Each cell says in words what it means, and holds its stations up on the map.
 */
export function CrossedLegend() {
  const { colours, ranking } = useWorkspace();
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const [read, setRead] = createSignal<number | null>(null);
  const count = (place: number) => ranking.crossed()?.classes[place]?.count ?? 0;
  const words = (place: number) => {
    const stations = t("stations.count", count(place), formats().integer(count(place)));
    return `${crossedWords(t, place)}, ${stations}`;
  };
  const told = () => read() ?? (typeof colours.pinned() === "number" ? Number(colours.pinned()) : placeOf(2, 0));
  const look = (place: number | null) => {
    setRead(place);
    colours.point(place);
  };
  return (
    <div class={styles.legend}>
      <span class={styles.score} aria-hidden="true">
        {t("measure.crossed.scoreAxis")}
      </span>
      <fieldset class={styles.square}>
        <legend>{t("measure.crossed.legend")}</legend>
        <For each={THIRDS.toReversed()}>
          {(score) => (
            <For each={THIRDS}>
              {(effort) => (
                <button
                  type="button"
                  style={{ "background-color": classColour(paletteOf(theme()), placeOf(score, effort), 9, "crossed") }}
                  aria-label={words(placeOf(score, effort))}
                  aria-pressed={colours.pinned() === placeOf(score, effort)}
                  onClick={() => colours.pin(placeOf(score, effort))}
                  onPointerEnter={(event) => {
                    if (event.pointerType === "mouse") look(placeOf(score, effort));
                  }}
                  onPointerLeave={() => look(null)}
                  onFocus={(event) => {
                    if (event.currentTarget.matches(":focus-visible")) look(placeOf(score, effort));
                  }}
                  onBlur={() => look(null)}
                />
              )}
            </For>
          )}
        </For>
      </fieldset>
      <span class={styles.effort} aria-hidden="true">
        {t("measure.crossed.effortAxis")}
      </span>
      <p class={styles.told}>{words(told())}</p>
    </div>
  );
}
