import { For } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import type { SheetFormat } from "../../api/client.ts";
import { LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Section } from "../../design/section.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./sheet-links.module.css";

const OTHER_FORMATS: readonly Exclude<SheetFormat, "pdf">[] = ["gpx", "csv", "geojson"];

/** Downloads of every route, or of one. */
export function SheetLinks(props: { readonly planId: string; readonly routeId: string | null }) {
  const api = useApi();
  const { t } = useLanguage();
  const address = (format: SheetFormat) => api.sheetAddress(props.planId, format, props.routeId);
  return (
    <Section title={t("routes.sheets")}>
      <div class={styles.links}>
        <LinkButton look="primary" href={address("pdf")} download="" rel="external" class={styles.pdf ?? ""}>
          <Icon name="download" />
          {t("routes.pdf")}
        </LinkButton>
        <For each={OTHER_FORMATS}>
          {(format) => (
            <LinkButton size="small" href={address(format)} download="" rel="external">
              {t(`routes.${format}`)}
            </LinkButton>
          )}
        </For>
      </div>
    </Section>
  );
}
