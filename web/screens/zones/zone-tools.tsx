import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { Icon, type IconName } from "../../design/icon.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { tellHeight } from "../../design/tell-height.ts";
import { UndoButtons } from "../../design/undo-buttons.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { NEW_ZONE_KEY, TOOL_KEYS, ZONE_TOOLS, type ZoneTool } from "../../zones/create-zone-pen.ts";
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
  /** A small map keeps its room: what cannot be chosen here is left out, not explained. */
  readonly isNarrow: boolean;
  /** Something else says what to do now. */
  readonly isQuiet: boolean;
  /** What the stroke changes, where there is no room for it beside the pointer. */
  readonly foreseen: readonly string[];
  readonly onHelp: () => void;
  readonly onCopyLink: () => void;
}

/** What the pointer does to zones, into which of them, and what it did last. */
export function ZoneTools(props: ZoneToolsProps) {
  const { t } = useLanguage();
  const { pen } = props.zones;
  const [isUnfolded, setIsUnfolded] = createSignal(false);
  let bar: HTMLDivElement | undefined;
  onMount(() => bar && onCleanup(tellHeight(bar, "--tools-height")));
  return (
    <div class={styles.stack}>
      <div
        ref={bar}
        class={`${mapTools.bar} ${styles.tools}`}
        data-over-map
        role="toolbar"
        aria-label={t("zones.tools")}
      >
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
          <IconButton icon="link" label={t("search.command.copyLink")} onClick={() => props.onCopyLink()} />
          <IconButton icon="help" label={t("map.help")} hint="?" onClick={() => props.onHelp()} />
        </span>
      </div>
      <Show when={!props.isQuiet && (pen.tool() !== "look" || props.zones.told() !== "")}>
        <ToolOptions
          zones={props.zones}
          isNarrow={props.isNarrow}
          foreseen={props.foreseen}
          isUnfolded={isUnfolded() || !props.isNarrow}
          onUnfold={() => setIsUnfolded((before) => !before)}
        />
      </Show>
    </div>
  );
}

const NO_ZONE = "";

interface ToolOptionsProps extends Pick<ZoneToolsProps, "zones" | "isNarrow" | "foreseen"> {
  /** Whether all that the tool can be told is shown: on a small map there is one line of it until it is asked for. */
  readonly isUnfolded: boolean;
  readonly onUnfold: () => void;
}

function ToolOptions(props: ToolOptionsProps) {
  const { t } = useLanguage();
  const { pen } = props.zones;
  const isAdding = () => ["brush", "lasso", "polygon"].includes(pen.tool());
  const noAreas = () => {
    const ground = props.zones.ground.value();
    return ground === null ? null : whyNoAreas(ground);
  };
  const units = () => {
    const known = BRUSH_UNITS.map((value) => ({
      value,
      label: t(`zones.units.${value}`),
      isDisabled: value === "area" && noAreas() !== null,
    }));
    return props.isNarrow ? known.filter(({ isDisabled }) => !isDisabled) : known;
  };
  const hint = () =>
    pen.tool() === "merge" && props.zones.opened() === null ? t("zones.mergeFirst") : t(`zones.toolHint.${pen.tool()}`);
  const words = () => props.foreseen.join(" · ") || props.zones.told();
  /** The eraser and the line have an answer of their own where no zone is open. */
  const isForZone = () => isAdding() || pen.tool() === "erase" || pen.tool() === "split";
  const forNone = () =>
    t(pen.tool() === "erase" ? "zones.fromAll" : pen.tool() === "split" ? "zones.underLine" : "zones.intoNew");
  const zoneChoices = () => [
    { value: NO_ZONE, label: forNone() },
    ...props.zones.zones().map(({ id, name, isLocked }) => ({
      value: id,
      label: isLocked ? `${name} (${t("zones.locked")})` : name,
    })),
  ];
  return (
    <fieldset class={styles.options} data-over-map aria-label={t(`zones.tool.${pen.tool()}`)}>
      <Show when={isForZone() || props.isNarrow}>
        <div class={styles.line}>
          <Show when={isForZone()}>
            <Choice
              label={t(`zones.for.${isAdding() ? "into" : "from"}`)}
              labelPlace={props.isNarrow ? "hidden" : "beside"}
              value={props.zones.openedId() ?? NO_ZONE}
              options={zoneChoices()}
              onChange={(zoneId) => props.zones.open(zoneId === NO_ZONE ? null : zoneId)}
            />
          </Show>
          <Show when={props.isNarrow} fallback={<StartNew zones={props.zones} isAdding={isAdding()} />}>
            <span class={styles.buttons}>
              <Show when={isAdding()}>
                <IconButton icon="plus" label={t("zones.startNewShort")} onClick={props.zones.startNew} />
              </Show>
              <Show when={isAdding() || pen.isBrush()}>
                <IconButton
                  icon="settings"
                  label={t("zones.toolSettings")}
                  isPressed={props.isUnfolded}
                  onClick={props.onUnfold}
                />
              </Show>
              <UndoButtons steps={props.zones.steps} undoLabel={t("zones.undo")} redoLabel={t("zones.redo")} />
            </span>
          </Show>
        </div>
      </Show>
      {/* Whoever draws already has no need of it, and the map needs the room. */}
      <Show when={pen.tool() !== "look" && !(isAdding() && words() !== "")}>
        <p class={isAdding() ? styles.hint : undefined}>{hint()}</p>
      </Show>
      <Show when={pen.isBrush() && props.isUnfolded}>
        <div class={styles.line}>
          <Segmented
            label={t("zones.unit")}
            isLabelHidden
            size="small"
            value={pen.unit()}
            options={units()}
            onChange={pen.setUnit}
          />
          <span class={styles.radius}>
            <IconButton icon="minus" label={t("zones.narrower")} hint="," onClick={() => pen.resize(-1)} />
            <IconButton icon="plus" label={t("zones.wider")} hint=";" onClick={() => pen.resize(1)} />
          </span>
        </div>
        <Show when={props.isNarrow ? null : noAreas()}>
          {(reason) => <p class={styles.note}>{t(`zones.noAreas.${reason()}`)}</p>}
        </Show>
      </Show>
      <Show when={isAdding() && props.isUnfolded}>
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
      <Show when={words()}>
        <p class={styles.told}>{words()}</p>
      </Show>
    </fieldset>
  );
}

function StartNew(props: { readonly zones: Zones; readonly isAdding: boolean }) {
  const { t } = useLanguage();
  return (
    <Show when={props.isAdding}>
      <Button size="small" aria-keyshortcuts={NEW_ZONE_KEY} onClick={props.zones.startNew}>
        <Icon name="plus" />
        {t("zones.startNew", NEW_ZONE_KEY.toUpperCase())}
      </Button>
    </Show>
  );
}
