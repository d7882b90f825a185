import { Modal } from "../../design/modal.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { WorkspaceFinding } from "./create-workspace-finding.ts";
import { FindBox } from "./find-box.tsx";
import styles from "./palette.module.css";

const INPUT_ID = "palette-search";

/** The search box in a window of its own, reached from anywhere with the keyboard: commands come first. */
export function Palette(props: { readonly finding: WorkspaceFinding }) {
  const { t } = useLanguage();
  return (
    <Modal
      title={t("search.palette")}
      isOpen={props.finding.isPaletteOpen()}
      onClose={props.finding.closePalette}
      focusId={INPUT_ID}
    >
      <FindBox isPalette inputId={INPUT_ID} {...props.finding.box} onChosen={props.finding.closePalette} />
      <p class={styles.hint}>{t("search.paletteHint")}</p>
    </Modal>
  );
}
