import { createMemo, createSignal, For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { findGround } from "../../zones/find-ground.ts";
import styles from "./zone-editor.module.css";
import type { ZoneProps } from "./zone-line.tsx";

const MOST_FOUND = 8;

/** Stations, streets and single addresses, added to the zone or taken out of it by typing their name. */
export function ZoneFind(props: ZoneProps) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [text, setText] = createSignal("");
  const stations = createMemo(() => {
    const placeOf = new Map((props.zones.index()?.ground.stationIds ?? []).map((id, place) => [id, place]));
    return workspace.rows().flatMap(({ stationId, name, number }) => {
      const place = placeOf.get(stationId);
      return place === undefined ? [] : [{ place, name: name.includes(number) ? name : `${number} ${name}` }];
    });
  });
  const own = createMemo(() => new Set(props.zones.members().get(props.zone.id) ?? []));
  const found = createMemo(() => {
    const index = props.zones.index();
    return index === null ? [] : findGround(index, stations(), text(), MOST_FOUND);
  });
  return (
    <div class={styles.find}>
      <label>
        {t("zones.find")}
        <input
          type="search"
          autocomplete="off"
          placeholder={t("zones.findPlaceholder")}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <Show when={text().trim() !== "" && found().length === 0}>
        <p class={styles.small}>{t("zones.findNone")}</p>
      </Show>
      <ul>
        <For each={found()}>
          {(match) => {
            const inside = () => match.places.filter((place) => own().has(place)).length;
            return (
              <li>
                <span>
                  {match.name}
                  <small>
                    {t(`zones.found.${match.kind}`)} ·{" "}
                    {t("zones.foundInside", formats().integer(inside()), formats().integer(match.places.length))}
                  </small>
                </span>
                <div class={styles.buttons}>
                  <Show when={inside() < match.places.length}>
                    <Button
                      size="small"
                      aria-label={t("zones.addFound", match.name)}
                      onClick={() => props.zones.edits.addPlaces(props.zone, match.places)}
                    >
                      {t("zones.addShort")}
                    </Button>
                  </Show>
                  <Show when={inside() > 0}>
                    <Button
                      size="small"
                      aria-label={t("zones.removeFound", match.name)}
                      onClick={() => props.zones.edits.removePlaces(props.zone, match.places)}
                    >
                      {t("zones.removeShort")}
                    </Button>
                  </Show>
                </div>
              </li>
            );
          }}
        </For>
      </ul>
    </div>
  );
}
