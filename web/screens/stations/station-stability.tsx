import { Show } from "solid-js";
import { useLanguage } from "../../i18n/language.tsx";
import { measureName } from "../../i18n/measure-words.ts";
import { staysWords } from "../../i18n/stability-words.ts";
import { FIRST_SHARE } from "../../workspace/create-ranking.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./station-stability.module.css";

/** Whether a station would be among the first fifth again, in words. */
export function StationStability(props: { readonly stationId: string }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const measure = () => workspace.state().measure;
  const own = () => workspace.ranking.stability().inFirstFifth.get(props.stationId);
  const isFirst = () => {
    const { inFirstFifth } = workspace.ranking.stability();
    const place = [...inFirstFifth.keys()].indexOf(props.stationId);
    return place < Math.round(inFirstFifth.size * FIRST_SHARE);
  };
  return (
    <Show
      when={own() !== undefined && !workspace.ranking.isHidden()}
      fallback={
        <Show when={measure() === "hourly"}>
          <p class={styles.note}>{t("hand.hourlyFirm")}</p>
        </Show>
      }
    >
      <p class={styles.note}>
        {t(
          "hand.stays",
          measureName(t, formats(), measure(), workspace.hand.hand().mix),
          staysWords(t, formats(), own() ?? 0, isFirst()),
        )}{" "}
        <small>{t("hand.staysNote")}</small>
      </p>
    </Show>
  );
}
