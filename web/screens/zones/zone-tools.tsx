import { For, Show } from "solid-js";
import { Icon, type IconName } from "../../design/icon.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { UndoButtons } from "../../design/undo-buttons.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { TOOL_KEYS, ZONE_TOOLS, type ZoneTool } from "../../zones/create-zone-pen.ts";
import type { Zones } from "../../zones/create-zones.ts";
import { BRUSH_UNITS, whyNoAreas } from "../../zones/ground-index.ts";
import mapTools from "../workspace/map-tools.module.css";
import styles from "./zone-tools.module.css";

const ICONS: Readonly<Record<ZoneTool, IconName>> = {
  look: "hand",
  brush: "brush",
  lasso: "lasso",
  polygon: "polygon",
  erase: "eraser",
  split: "split",
  merge: "merge",
};

interface ZoneToolsProps {
  readonly zones: Zones;
  /** Something else says what to do now. */
  readonly isQuiet: boolean;
  readonly onHelp: () => void;
}

/** What the pointer does to zones, into which of them, and what it did last. */
export function ZoneTools(props: ZoneToolsProps) {
  const { t } = useLanguage();
  const { pen } = props.zones;
  return (
    <div class={styles.stack}>
      <div class={`${mapTools.bar} ${styles.tools}`} role="toolbar" aria-label={t("zones.tools")}>
        <For each={ZONE_TOOLS}>
          {(tool) => (
            <button
              type="button"
              class={mapTools.tool}
              aria-pressed={pen.tool() === tool}
              aria-keyshortcuts={TOOL_KEYS[tool]}
              title={`${t(`zones.toolHint.${tool}`)} (${TOOL_KEYS[tool].toUpperCase()})`}
              onClick={() => pen.setTool(tool)}
            >
              <Icon name={ICONS[tool]} />
              <span>{t(`zones.tool.${tool}`)}</span>
            </button>
          )}
        </For>
        <span class={styles.wide}>
          <span class={mapTools.rule} />
          <UndoButtons steps={props.zones.steps} undoLabel={t("zones.undo")} redoLabel={t("zones.redo")} />
          <IconButton icon="help" label={t("map.help")} hint="?" onClick={() => props.onHelp()} />
        </span>
      </div>
      <Show when={!props.isQuiet && (pen.tool() !== "look" || props.zones.told() !== "")}>
        <ToolOptions zones={props.zones} />
      </Show>
    </div>
  );
}

function ToolOptions(props: { readonly zones: Zones }) {
  const { t } = useLanguage();
  const { pen } = props.zones;
  const isBrush = () => pen.tool() === "brush" || pen.tool() === "erase";
  const isAdding = () => ["brush", "lasso", "polygon"].includes(pen.tool());
  const noAreas = () => {
    const ground = props.zones.ground.value();
    return ground === null ? null : whyNoAreas(ground);
  };
  const target = () => {
    const zone = props.zones.opened();
    return zone === null ? t("zones.intoNew") : t("zones.into", zone.name);
  };
  return (
    <fieldset class={styles.options} aria-label={t(`zones.tool.${pen.tool()}`)}>
      <Show when={pen.tool() !== "look"}>
        <p>
          <Show when={isAdding()}>
            <strong>{target()}</strong>{" "}
          </Show>
          <span class={isAdding() ? styles.hint : undefined}>{t(`zones.toolHint.${pen.tool()}`)}</span>
        </p>
      </Show>
      <Show when={isBrush()}>
        <div class={styles.line}>
          <Segmented
            label={t("zones.unit")}
            isLabelHidden
            size="small"
            value={pen.unit()}
            options={BRUSH_UNITS.map((value) => ({
              value,
              label: t(`zones.units.${value}`),
              isDisabled: value === "area" && noAreas() !== null,
            }))}
            onChange={pen.setUnit}
          />
          <span class={styles.radius}>
            <IconButton icon="minus" label={t("zones.narrower")} hint="," onClick={() => pen.resize(-1)} />
            <IconButton icon="plus" label={t("zones.wider")} hint=";" onClick={() => pen.resize(1)} />
          </span>
        </div>
        <Show when={noAreas()}>{(reason) => <p class={styles.note}>{t(`zones.noAreas.${reason()}`)}</p>}</Show>
      </Show>
      <Show when={isAdding()}>
        <div class={styles.line}>
          <label>
            <input
              type="checkbox"
              checked={pen.takesFromOthers()}
              onChange={(event) => pen.setTakesFromOthers(event.currentTarget.checked)}
            />
            {t("zones.takes")}
          </label>
          <label>
            <input
              type="checkbox"
              checked={pen.snaps()}
              onChange={(event) => pen.setSnaps(event.currentTarget.checked)}
            />
            {t("zones.snaps")}
          </label>
        </div>
        <Show when={pen.takesFromOthers()}>
          <p class={styles.warning}>{t("zones.takesOn")}</p>
        </Show>
        <Show when={pen.snaps()}>
          <p class={styles.hint}>{t("zones.snapsOn")}</p>
        </Show>
      </Show>
      <Show when={props.zones.told()}>{(words) => <p class={styles.told}>{words()}</p>}</Show>
    </fieldset>
  );
}
