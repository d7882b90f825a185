import { createMemo, Match, Show, Switch } from "solid-js";
import type { RankedScore } from "../../../server/contract/scores.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { hourlyText } from "../../i18n/measure-words.ts";
import { votesPerHour } from "../../workspace/measure-values.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { WalksNote } from "../workspace/walks-note.tsx";
import { standing } from "./standing.ts";
import styles from "./station-scores.module.css";

/** Votes that an hour of canvassing is expected to bring in a station, and under the extremes that studies allow. */
export function StationHourly(props: { readonly score: RankedScore }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const walk = () => workspace.ranking.walkOf(props.score.stationId);
  const worth = createMemo(() => votesPerHour(props.score, walk()));
  const all = createMemo(() => [...workspace.ranking.valuesOf("hourly").values()].map(({ ranked }) => ranked));
  const rank = () => {
    const known = worth();
    return known === null
      ? ""
      : t("station.rank", formats().integer(standing(all(), known.central).rank), formats().integer(all().length));
  };
  return (
    <Show
      when={worth()}
      fallback={
        <div class={styles.card}>
          <span class={styles.name}>{t("measure.hourly")}</span>
          <Show when={walk() === undefined} fallback={<span class={styles.words}>{t("hand.hourlyNoDoors")}</span>}>
            <WalksNote />
          </Show>
        </div>
      }
    >
      {(votes) => (
        <button
          type="button"
          class={styles.card}
          aria-pressed={workspace.state().measure === "hourly"}
          onClick={() => workspace.move({ type: "measure-chosen", measure: "hourly" })}
        >
          <span class={styles.name}>
            {t("measure.hourly")}
            <small>{rank()}</small>
          </span>
          <span class={styles.share}>{hourlyText(formats(), votes().central)}</span>
          <span class={styles.words}>
            {t("hand.hourlyRange", hourlyText(formats(), votes().low), hourlyText(formats(), votes().high))}
          </span>
          <span class={styles.words}>
            <Switch fallback={t("hand.hourlyZero")}>
              <Match when={votes().central > 0}>
                <Show when={votes().central < 1}>
                  {t("hand.hourlyHours", formats().decimal(1 / votes().central, votes().central > 0.1 ? 1 : 0))}
                </Show>
              </Match>
              <Match when={votes().central < 0}>
                <strong class={styles.against}>{t("hand.hourlyNegative")}</strong>
              </Match>
            </Switch>{" "}
            <Show when={walk()}>
              {(known) => (
                <>
                  {t(
                    "hand.hourlyWalk",
                    formats().integer(known().doors),
                    formats().duration(known().walkSeconds),
                    formats().duration(known().doorSeconds),
                  )}
                </>
              )}
            </Show>
          </span>
        </button>
      )}
    </Show>
  );
}
