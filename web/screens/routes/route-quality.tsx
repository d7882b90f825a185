import { For } from "solid-js";
import type { PlanRoute } from "../../../server/contract/plan.ts";
import { countCrossings, reportOf } from "../../../server/contract/route-report.ts";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./route-quality.module.css";

/** What is good and bad about a route, in plain sentences. */
export function RouteQuality(props: { readonly route: PlanRoute }) {
  const { t, formats } = useLanguage();
  const crossings = () => {
    const known = reportOf(props.route).crossings;
    if (known === null) return t("routes.crossingsUnknown");
    const { all, big } = countCrossings(known);
    return t("routes.crossings", all, big);
  };
  const repeated = () => {
    const share = reportOf(props.route).repeatedShare;
    return share === null ? [] : [t("routes.repeated", formats().share(share, 0))];
  };
  const detour = () => {
    const worst = reportOf(props.route).worstDetour;
    if (worst === null) return [];
    const walked = formats().distance(worst.walkedMetres);
    const crow = formats().distance(worst.crowMetres);
    return [
      worst.leg < props.route.stops.length
        ? t("routes.detour", walked, crow, formats().integer(worst.leg + 1))
        : t("routes.detourHome", walked, crow),
    ];
  };
  const effort = () => {
    const metres = reportOf(props.route).metresEquivalentPerDoor;
    return metres === null ? [] : [t("routes.effort", formats().distance(metres))];
  };
  return (
    <Section title={t("routes.quality")}>
      <ul class={styles.sentences}>
        <For each={[crossings(), ...repeated(), ...detour(), ...effort()]}>{(sentence) => <li>{sentence}</li>}</For>
      </ul>
    </Section>
  );
}
