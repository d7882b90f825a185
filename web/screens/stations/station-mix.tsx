import { createMemo } from "solid-js";
import type { RankedScore } from "../../../server/contract/scores.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { mixWords, shareText, weightText } from "../../i18n/measure-words.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { SCORES } from "../../workspace/workspace-state.ts";
import { standing } from "./standing.ts";
import styles from "./station-scores.module.css";

/** The weighted sum of both reserves of a station, written out with its weights. */
export function StationMix(props: { readonly score: RankedScore }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const mix = () => workspace.hand.hand().mix;
  const all = createMemo(() => workspace.ranking.valuesOf("mix"));
  const value = () => all().get(props.score.stationId)?.ranked ?? 0;
  const place = createMemo(() =>
    standing(
      [...all().values()].map(({ ranked }) => ranked),
      value(),
    ),
  );
  const parts = () =>
    SCORES.map((score) =>
      t(
        "hand.mixPart",
        t(`measure.${score}`).toLowerCase(),
        weightText(formats(), mix()[score]),
        shareText(formats(), props.score[score].signed),
      ),
    ).join(" + ");
  const isCut = () => SCORES.some((score) => mix()[score] > 0 && props.score[score].signed < 0);
  return (
    <button
      type="button"
      class={styles.card}
      aria-pressed={workspace.state().measure === "mix"}
      onClick={() => workspace.move({ type: "measure-chosen", measure: "mix" })}
    >
      <span class={styles.name}>
        {t("measure.mix")}
        <small>{t("station.rank", formats().integer(place().rank), formats().integer(all().size))}</small>
      </span>
      <span class={styles.share}>
        {shareText(formats(), value())} <small>{mixWords(t, formats(), mix())}</small>
      </span>
      <span class={styles.words}>
        {parts()}. {isCut() ? t("hand.mixSigned") : ""}
      </span>
    </button>
  );
}
