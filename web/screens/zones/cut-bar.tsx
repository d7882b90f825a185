import { Show } from "solid-js";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import mapTools from "../workspace/map-tools.module.css";
import styles from "./zone-tools.module.css";

/** Over the map while a cut is looked at: whether it shows the cut, or the zones as they are. */
export function CutBar(props: { readonly zones: Zones }) {
  const { t } = useLanguage();
  const cut = () => props.zones.cut;
  return (
    <Show when={cut().shown() !== null && props.zones.zones().length > 0}>
      <div class={styles.stack}>
        <div class={`${mapTools.bar} ${styles.tools}`}>
          <Segmented
            label={t("cut.onMap")}
            isLabelHidden
            size="small"
            value={cut().isHandShown() ? "hand" : "cut"}
            options={[
              { value: "hand", label: t("cut.hand") },
              { value: "cut", label: t("cut.proposed") },
            ]}
            onChange={(value) => cut().setIsHandShown(value === "hand")}
          />
        </div>
      </div>
    </Show>
  );
}
