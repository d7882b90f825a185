import { For, onCleanup, onMount, Show } from "solid-js";
import { Icon, type IconName } from "../../design/icon.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { tellHeight } from "../../design/tell-height.ts";
import { UndoButtons } from "../../design/undo-buttons.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { type MapTool, useWorkspace } from "../../workspace/workspace-context.tsx";
import styles from "./map-tools.module.css";

/** What a click on the map does, and taking it back. */
export function MapTools(props: { readonly onHelp: () => void; readonly onCopyLink: () => void }) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const tools = (): readonly { id: MapTool; icon: IconName; label: string; hint: string }[] =>
    workspace.isMapless()
      ? []
      : [
          { id: "look", icon: "hand", label: t("map.look"), hint: t("map.lookHint") },
          { id: "pick", icon: "pick", label: t("map.pick"), hint: t("map.pickHint") },
          { id: "draw", icon: "polygon", label: t("map.draw"), hint: t("map.drawHint") },
        ];
  let bar: HTMLDivElement | undefined;
  onMount(() => bar && onCleanup(tellHeight(bar, "--tools-height")));
  return (
    <div ref={bar} class={styles.bar} data-over-map role="toolbar" aria-label={t("map.tools")}>
      <For each={tools()}>
        {(tool) => (
          <button
            type="button"
            class={styles.tool}
            aria-pressed={workspace.tool() === tool.id}
            title={tool.hint}
            onClick={() => workspace.setTool(tool.id)}
          >
            <Icon name={tool.icon} />
            <span>{tool.label}</span>
          </button>
        )}
      </For>
      <Show when={!workspace.isMapless()}>
        <span class={styles.rule} />
      </Show>
      <UndoButtons steps={workspace} undoLabel={t("map.undo")} redoLabel={t("map.redo")} />
      <IconButton icon="link" label={t("search.command.copyLink")} onClick={() => props.onCopyLink()} />
      <span class={styles.help}>
        <IconButton icon="help" label={t("map.help")} hint="?" onClick={() => props.onHelp()} />
      </span>
    </div>
  );
}
