import { For } from "solid-js";
import { SIDES } from "../../server/contract/scores.ts";
import sideColours from "../design/side-colours.module.css";
import { useLanguage } from "../i18n/language.tsx";
import type { sideShares } from "../workspace/review-sides.ts";
import styles from "./side-bar.module.css";

const PARTS = [...SIDES, "unclassed"] as const;

/** One round's votes by side, as one bar. What nobody has classed is hatched. */
export function SideBar(props: { readonly shares: ReturnType<typeof sideShares> }) {
  const { t, formats } = useLanguage();
  const shown = () => PARTS.filter((part) => props.shares[part] > 0);
  const words = () => shown().map((part) => `${t(`camps.${part}`)} ${formats().share(props.shares[part], 0)}`);
  return (
    <span class={styles.bar} role="img" aria-label={t("camps.review.sharesOf", words().join(", "))}>
      <For each={shown()}>
        {(part) => <span class={sideColours[part]} style={{ "flex-grow": props.shares[part] }} />}
      </For>
    </span>
  );
}
