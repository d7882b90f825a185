import { useLanguage } from "../../i18n/language.tsx";
import { SEARCH_ID, type WorkspaceFinding } from "./create-workspace-finding.ts";
import { FindBox } from "./find-box.tsx";
import styles from "./panel-search.module.css";

/** The search box at the top of the panel. */
export function PanelSearch(props: { readonly finding: WorkspaceFinding }) {
  const { t } = useLanguage();
  return (
    <FindBox
      inputId={SEARCH_ID}
      {...props.finding.box}
      hint={
        <span class={styles.keys} aria-hidden="true">
          <kbd>{t("help.key.control")}</kbd>
          <kbd>K</kbd>
        </span>
      }
    />
  );
}
