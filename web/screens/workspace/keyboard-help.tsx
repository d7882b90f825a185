import { For } from "solid-js";
import { Modal } from "../../design/modal.tsx";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { TABS } from "../../workspace/workspace-state.ts";
import { NEW_ZONE_KEY, TOOL_KEYS, ZONE_TOOLS } from "../../zones/create-zone-pen.ts";
import styles from "./keyboard-help.module.css";

export function KeyboardHelp(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const toolNames = () => formats().list(ZONE_TOOLS.map((tool) => t(`zones.tool.${tool}`).toLowerCase()));
  const rows = () => [
    { keys: ["/"], words: t("help.keys.search") },
    { keys: [`${t("help.key.control")} K`], words: t("help.keys.palette") },
    { keys: TABS.map((_, place) => String(place + 1)), words: t("help.keys.tabs") },
    { keys: [t("help.key.arrows")], words: t("help.keys.list") },
    { keys: [t("help.key.space")], words: t("help.keys.choose") },
    { keys: [t("help.key.enter")], words: t("help.keys.openStation") },
    { keys: [t("help.key.enter"), t("help.key.arrows")], words: t("help.keys.moveStop") },
    { keys: ["D"], words: t("help.keys.draw") },
    { keys: [t("help.key.enter")], words: t("help.keys.finish") },
    { keys: [t("help.key.escape")], words: t("help.keys.cancel") },
    { keys: [`${t("help.key.control")} Z`, `${t("help.key.control")} Y`], words: t("help.keys.undo") },
    { keys: ZONE_TOOLS.map((tool) => TOOL_KEYS[tool].toUpperCase()), words: t("zones.keys.tools", toolNames()) },
    { keys: [",", ";"], words: t("zones.keys.radius") },
    { keys: [NEW_ZONE_KEY.toUpperCase()], words: t("zones.keys.startNew") },
    { keys: [t("zones.keys.altClick")], words: t("zones.keys.pick") },
    { keys: [t("help.key.space")], words: t("zones.keys.pan") },
    { keys: ["?"], words: t("help.keys.help") },
  ];
  return (
    <Modal title={t("help.title")} isOpen={props.isOpen} onClose={props.onClose}>
      <Toggle
        label={t("help.letters")}
        hint={t("help.lettersHint")}
        isOn={workspace.areLetterKeysOn()}
        onChange={workspace.setLetterKeys}
      />
      <dl class={styles.keys}>
        <For each={rows()}>
          {(row) => (
            <div>
              <dt>
                <For each={row.keys}>{(key) => <kbd>{key}</kbd>}</For>
              </dt>
              <dd>{row.words}</dd>
            </div>
          )}
        </For>
      </dl>
    </Modal>
  );
}
