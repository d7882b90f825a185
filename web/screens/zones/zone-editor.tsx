import { createSignal, For, Show } from "solid-js";
import { boxAround } from "../../../geodata/geometry/position.ts";
import { ZONE_COLOURS } from "../../../server/contract/drawn-zones.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { Icon } from "../../design/icon.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, zoneColour } from "../../map/palette.ts";
import { whyNoAreas } from "../../zones/ground-index.ts";
import { CompareButton } from "../compare/compare-button.tsx";
import { NameForm } from "./name-form.tsx";
import styles from "./zone-editor.module.css";
import { ZoneFind } from "./zone-find.tsx";
import type { ZoneProps } from "./zone-line.tsx";
import { ZoneParts } from "./zone-parts.tsx";

export const ADD_ZONE = "add-zone";

/** Everything that the pen can do, and more, without a pen. */
export function ZoneEditor(props: ZoneProps) {
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const [isNaming, setIsNaming] = createSignal(false);
  const edits = () => props.zones.edits;
  const renamer = () => `rename-${props.zone.id}`;
  /** What had the focus is gone: it goes on from here. */
  const focusOn = (id: string) => queueMicrotask(() => document.getElementById(id)?.focus());
  const stopNaming = () => {
    setIsNaming(false);
    focusOn(renamer());
  };
  const isFilled = () => places().length > 0;
  const places = () => props.zones.members().get(props.zone.id) ?? [];
  const hasAreas = () => {
    const ground = props.zones.ground.value();
    return ground !== null && whyNoAreas(ground) === null;
  };
  const fit = () => {
    const index = props.zones.index();
    if (index !== null) props.map?.fit(boxAround(places().map(index.positionOf)), props.layout.padding());
  };
  const remove = () => {
    edits().remove(props.zone);
    focusOn(ADD_ZONE);
  };
  const neighbours = () => {
    const touching = new Set(props.zones.outlines.neighboursOf(props.zone.id));
    return props.zones.zones().filter(({ id }) => touching.has(id));
  };
  return (
    <section class={styles.editor} aria-label={t("zones.edit", props.zone.name)}>
      <ZoneParts {...props} />
      <div class={styles.buttons}>
        <Button
          size="small"
          disabled={places().length === 0}
          aria-label={t("cut.fitZone", props.zone.name)}
          onClick={fit}
        >
          {t("cut.fit")}
        </Button>
        <Button
          size="small"
          id={renamer()}
          aria-label={`${t("zones.rename")} ${props.zone.name}`}
          aria-expanded={isNaming()}
          onClick={() => setIsNaming(!isNaming())}
        >
          {t("zones.rename")}
        </Button>
        <Button size="small" onClick={() => edits().change(props.zone, { isLocked: !props.zone.isLocked })}>
          <Icon name="lock" />
          {props.zone.isLocked ? t("zones.unlock") : t("zones.lock")}
        </Button>
        <Button size="small" look="danger" disabled={props.zone.isLocked} onClick={remove}>
          <Icon name="trash" />
          {t("zones.remove")}
        </Button>
      </div>
      <Show when={isFilled() ? props.zones.zoning() : null}>
        {(zoning) => (
          <CompareButton
            subject={{ kind: "zones", zoningId: zoning().zoningId, zoneIds: [props.zone.id] }}
            add={t("compare.addZone")}
            remove={t("compare.remove")}
          />
        )}
      </Show>
      <Show when={isNaming()}>
        <NameForm
          label={t("zones.name")}
          start={props.zone.name}
          onName={(name) => {
            edits().change(props.zone, { name });
            stopNaming();
          }}
          onCancel={stopNaming}
        />
      </Show>
      <fieldset class={styles.colours}>
        <legend>{t("zones.colour")}</legend>
        <For each={Array.from({ length: ZONE_COLOURS }, (_, colour) => colour)}>
          {(colour) => (
            <label style={{ "--own": zoneColour(paletteOf(theme()), colour) }}>
              <input
                type="radio"
                name={`colour-${props.zone.id}`}
                aria-label={t("zones.colourNumber", formats().integer(colour + 1))}
                checked={props.zone.colour === colour}
                onChange={() => edits().change(props.zone, { colour })}
              />
              <i />
            </label>
          )}
        </For>
      </fieldset>
      <Show when={!props.zone.isLocked}>
        <label class={styles.takes}>
          <input
            type="checkbox"
            checked={props.zones.pen.takesFromOthers()}
            onChange={(event) => props.zones.pen.setTakesFromOthers(event.currentTarget.checked)}
          />
          {t("zones.takes")}
        </label>
        <ZoneFind {...props} />
        <h4>{t("zones.shape")}</h4>
        <div class={styles.pairs}>
          <Button size="small" onClick={() => edits().grow(props.zone, "sides")}>
            {t("zones.growSides")}
          </Button>
          <Button size="small" onClick={() => edits().shrink(props.zone, "sides")}>
            {t("zones.shrinkSides")}
          </Button>
          <Button size="small" onClick={() => edits().grow(props.zone, "station")}>
            {t("zones.growStation")}
          </Button>
          <Button size="small" onClick={() => edits().shrink(props.zone, "station")}>
            {t("zones.shrinkStation")}
          </Button>
          <Show when={hasAreas()}>
            <Button size="small" onClick={() => edits().grow(props.zone, "area")}>
              {t("zones.growArea")}
            </Button>
            <Button size="small" onClick={() => edits().shrink(props.zone, "area")}>
              {t("zones.shrinkArea")}
            </Button>
          </Show>
        </div>
        <div class={styles.line}>
          <span>{t("zones.halve")}</span>
          <Button size="small" onClick={() => edits().halve(props.zone, "south")}>
            {t("zones.halveSouth")}
          </Button>
          <Button size="small" onClick={() => edits().halve(props.zone, "east")}>
            {t("zones.halveEast")}
          </Button>
        </div>
        <Show when={neighbours().length > 0} fallback={<p class={styles.small}>{t("zones.mergeNone")}</p>}>
          <Choice
            label={t("zones.merge")}
            value=""
            options={[
              { value: "", label: t("zones.mergeChoose") },
              ...neighbours().map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(otherId) => {
              const other = neighbours().find(({ id }) => id === otherId);
              if (other !== undefined) edits().merge(props.zone, other);
            }}
          />
        </Show>
      </Show>
    </section>
  );
}
