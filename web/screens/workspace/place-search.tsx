import { createSignal, createUniqueId, For, Show } from "solid-js";
import type { SearchHit } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Icon } from "../../design/icon.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { createDebounced } from "../../workspace/create-debounced.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Layout } from "./create-layout.ts";
import styles from "./place-search.module.css";

const ASK_AFTER_MILLISECONDS = 160;
const SHORTEST_QUERY = 2;

/** Finds an address, a street or a station and brings the map there. A combobox with a list of results (ARIA 1.2). */
export function PlaceSearch(props: { readonly map: TerritoryMap | null; readonly layout: Layout }) {
  const api = useApi();
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const listId = createUniqueId();
  const [text, setText] = createSignal("");
  const [isOpen, setIsOpen] = createSignal(false);
  const [active, setActive] = createSignal(0);
  const settled = createDebounced(text, ASK_AFTER_MILLISECONDS);
  const found = createLoad(
    () => (settled().trim().length < SHORTEST_QUERY ? null : settled().trim()),
    (asked, signal) => api.search(workspace.territoryName(), asked, signal),
  );
  const hits = () => found.value() ?? [];
  const isListShown = () => isOpen() && settled().trim().length >= SHORTEST_QUERY && found.value() !== null;

  const choose = (hit: SearchHit) => {
    setIsOpen(false);
    setText(hit.label);
    if (hit.kind === "station") workspace.move({ type: "station-opened", stationId: hit.id });
    workspace.setPointedPlace(hit.kind === "station" ? null : hit.position);
    if (hit.box === null) props.map?.flyTo(hit.position, props.layout.padding());
    else props.map?.fit(hit.box, props.layout.padding());
  };
  const clear = () => {
    setText("");
    setIsOpen(false);
    workspace.setPointedPlace(null);
  };
  const point = (place: number) => {
    setActive(place);
    document.getElementById(`${listId}-${place}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = hits().length - 1;
    if (event.key === "ArrowDown") point(Math.min(last, active() + 1));
    else if (event.key === "ArrowUp") point(Math.max(0, active() - 1));
    else if (event.key === "Escape") isOpen() && text() !== "" ? setIsOpen(false) : clear();
    else if (event.key === "Enter") {
      const hit = isListShown() ? hits()[active()] : undefined;
      if (hit !== undefined) choose(hit);
    } else return;
    event.preventDefault();
  };

  return (
    <search class={styles.search}>
      <label class={styles.field}>
        <Icon name="search" />
        <input
          id="place-search"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          placeholder={t("search.placeholder")}
          aria-label={t("search.label")}
          aria-expanded={isListShown()}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isListShown() && hits().length > 0 ? `${listId}-${active()}` : undefined}
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
            setIsOpen(true);
          }}
          onFocus={() => setIsOpen(text() !== "")}
          onBlur={() => setIsOpen(false)}
          onKeyDown={onKeyDown}
        />
      </label>
      <Show when={text() !== ""}>
        <button type="button" class={styles.clear} aria-label={t("search.clear")} onClick={clear}>
          <Icon name="close" />
        </button>
      </Show>
      <Announcement
        words={isListShown() ? (hits().length === 0 ? t("search.none") : t("search.results", hits().length)) : ""}
      />
      <div class={styles.results} hidden={!isListShown()}>
        <Show when={hits().length === 0}>
          <p class={styles.none}>{t("search.none")}</p>
        </Show>
        <div id={listId} role="listbox" class={styles.list} aria-label={t("search.label")}>
          <For each={hits()}>
            {(hit, place) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys of its options.
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox (aria-activedescendant).
              <div
                id={`${listId}-${place()}`}
                role="option"
                aria-selected={place() === active()}
                class={styles.hit}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setActive(place())}
                onClick={() => choose(hit)}
              >
                <span>
                  {firstPart(hit.label)}
                  <i>{hit.label.slice(firstPart(hit.label).length)}</i>
                </span>
                <small>{t(`search.${hit.kind}`)}</small>
              </div>
            )}
          </For>
        </div>
      </div>
    </search>
  );
}

/** "12 rue du Temple" of "12 rue du Temple, 75003 Paris". */
function firstPart(label: string): string {
  return label.split(",", 1)[0] ?? label;
}
