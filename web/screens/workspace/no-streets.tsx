import { Show } from "solid-js";
import { LinkButton } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { workspaceImportAddress } from "../../workspace/import-address.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";

/** In the place of what is walked, where the territory was built without a map of streets: why, and what brings it. */
export function NoStreets(props: { readonly missing: "routes" | "zones" }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const { allowed } = useSession();
  return (
    <Notice kind="warning">
      <strong>{t("streets.none")}</strong>
      <p>{t(props.missing === "routes" ? "streets.noRoutes" : "streets.noZones")}</p>
      <Show when={allowed().organizesEverywhere} fallback={<p>{t("streets.askOrganizer")}</p>}>
        <LinkButton size="small" href={workspaceImportAddress(workspace)}>
          {t("streets.build")}
        </LinkButton>
      </Show>
    </Notice>
  );
}
