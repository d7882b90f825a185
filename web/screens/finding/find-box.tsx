import { createEffect, createMemo, createSignal, createUniqueId, type JSX, Show, untrack } from "solid-js";
import { Icon } from "../../design/icon.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createFinding, type FindingSources } from "../../workspace/create-finding.ts";
import type { Findable } from "../../workspace/find-things.ts";
import { forgetSearches, keepSearch, recentSearches } from "../../workspace/recent-searches.ts";
import styles from "./find-box.module.css";
import { FoundList, type ShownGroup } from "./found-list.tsx";

export interface FindBoxProps {
  readonly sources: FindingSources;
  /** Searches of one territory are kept apart from those of another. */
  readonly territoryName: string;
  /** Whether streets and addresses are there to be found. */
  readonly hasStreets: boolean;
  /** Somebody begins to search. */
  readonly onBegin: () => void;
  readonly onClear: () => void;
  /** In a dialog of its own: the list is always open, and commands are offered before anything is typed. */
  readonly isPalette?: boolean;
  readonly onChosen?: () => void;
  readonly inputId?: string;
  /** Drawn at the end of an empty field. */
  readonly hint?: JSX.Element;
}

/**
 * One box over everything: names of the territory, stations, plans, routes, zones, commands. A combobox whose list is
 * in groups (ARIA Authoring Practices 1.2, editable combobox with list autocomplete).
 */
export function FindBox(props: FindBoxProps) {
  const { t } = useLanguage();
  const listId = createUniqueId();
  const [isOpen, setIsOpen] = createSignal(props.isPalette === true);
  const [active, setActive] = createSignal(0);
  const [recents, setRecents] = createSignal(recentSearches(props.territoryName));
  const finding = createFinding({
    search: (asked, signal) => props.sources.search(asked, signal),
    things: () => props.sources.things(),
    thingOf: (hit) => props.sources.thingOf(hit),
  });
  const { text, setText } = finding;
  const [isAwaited, setIsAwaited] = createSignal(false);
  const isEmpty = () => finding.typed().length === 0;
  let input: HTMLInputElement | undefined;

  const shown = createMemo((): readonly ShownGroup[] => {
    if (!isEmpty()) return finding.groups().map(({ kind, things }) => ({ title: t(`search.group.${kind}`), things }));
    const offered = props.isPalette ? props.sources.things().filter(({ isOffered }) => isOffered) : [];
    return [
      { title: t("search.offered"), things: offered },
      { title: t("search.recent"), things: recents().map((label) => recentThing(label, search)) },
    ].filter(({ things }) => things.length > 0);
  });
  const options = createMemo(() => shown().flatMap(({ things }) => things));
  const isNothing = () => !isEmpty() && options().length === 0 && !finding.isWaiting();
  const isListShown = () => isOpen() && (options().length > 0 || (!isEmpty() && !finding.isWaiting()));
  const note = () => {
    if (isEmpty() || finding.isWaiting()) return null;
    const guess = finding.guess();
    return guess === null ? null : t(`search.${guess}`, text().trim());
  };
  /** Of what the server alone knows nothing can be said without it. */
  const noneWords = () => t(finding.isServerGone() ? "search.noneHere" : "search.none", text().trim());
  const spoken = () => {
    if (!isListShown() || isEmpty()) return "";
    const count = t("search.results", options().length);
    return isNothing() ? noneWords() : `${note() ?? ""} ${count}`.trim();
  };

  function search(label: string): void {
    setText(label);
    setActive(0);
    setIsOpen(true);
    input?.focus();
  }
  const choose = (thing: Findable) => {
    if (thing.id.startsWith(RECENT)) return thing.run();
    setIsOpen(false);
    setActive(0);
    if (thing.kind === "command") setText("");
    else {
      setText(thing.label);
      keepSearch(props.territoryName, thing.label);
      setRecents(recentSearches(props.territoryName));
    }
    props.onChosen?.();
    thing.run();
  };
  createEffect(() => {
    if (!isAwaited() || finding.isWaiting()) return;
    setIsAwaited(false);
    const first = untrack(options)[0];
    if (first !== undefined) choose(first);
  });
  const clear = () => {
    setText("");
    setActive(0);
    setIsOpen(props.isPalette === true);
    props.onClear();
  };
  const point = (place: number) => {
    setActive(Math.max(0, Math.min(options().length - 1, place)));
    document.getElementById(`${listId}-${active()}`)?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") setIsAwaited(false);
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isListUp = isListShown();
    if (event.key === "ArrowDown") isListUp ? point(active() + 1) : setIsOpen(true);
    else if (event.key === "ArrowUp") point(active() - 1);
    else if (event.key === "PageDown") point(active() + 8);
    else if (event.key === "PageUp") point(active() - 8);
    else if (event.key === "Escape" && !props.isPalette) isListUp && text() !== "" ? setIsOpen(false) : clear();
    else if (event.key === "Enter") {
      const thing = isListUp ? options()[active()] : undefined;
      // Who types fast and presses Enter means what is about to be found.
      if (finding.isWaiting() && active() === 0) setIsAwaited(true);
      else if (thing !== undefined) choose(thing);
    } else return;
    event.preventDefault();
  };

  return (
    <search class={styles.search} data-palette={props.isPalette ? "" : undefined}>
      <label class={styles.field}>
        <Icon name="search" />
        <input
          ref={input}
          id={props.inputId}
          type="text"
          role="combobox"
          autocomplete="off"
          maxlength={LONGEST_TEXT}
          spellcheck={false}
          placeholder={t(props.hasStreets ? "search.placeholder" : "search.placeholderStations")}
          aria-label={t("search.label")}
          aria-expanded={isListShown()}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isListShown() && options().length > 0 ? `${listId}-${active()}` : undefined}
          value={text()}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
            setIsOpen(true);
            setIsAwaited(false);
          }}
          onFocus={() => {
            props.onBegin();
            setIsOpen(true);
          }}
          onBlur={() => {
            setIsOpen(props.isPalette === true);
            setIsAwaited(false);
          }}
          onKeyDown={onKeyDown}
        />
        <Show when={text() === ""}>{props.hint}</Show>
      </label>
      <Show when={text() !== ""}>
        <button type="button" class={styles.clear} aria-label={t("search.clear")} onClick={clear}>
          <Icon name="close" />
        </button>
      </Show>
      <Announcement words={spoken()} />
      {/* Kept in place while it is closed: the field names it as its list. */}
      <div
        class={styles.results}
        hidden={!isListShown()}
        onPointerDown={(event) => {
          if (!(event.target instanceof HTMLButtonElement)) event.preventDefault();
        }}
      >
        <Show when={note()}>{(words) => <p class={styles.note}>{words()}</p>}</Show>
        <Show when={isNothing()}>
          <p class={styles.note}>{noneWords()}</p>
          <Show when={!finding.isServerGone()}>
            <p class={styles.note}>{t(props.hasStreets ? "search.noneHow" : "search.noneHowStations")}</p>
          </Show>
        </Show>
        <Show when={!isEmpty() && finding.isServerGone()}>
          <p class={styles.gone}>
            <Icon name="warning" />
            {t("search.serverGone")}
          </p>
        </Show>
        <FoundList
          id={listId}
          groups={shown()}
          typed={finding.typed()}
          active={active()}
          onPoint={setActive}
          onChoose={choose}
        />
        <Show when={isEmpty() && recents().length > 0}>
          <p class={styles.forget}>
            {t("search.recentWhere")}
            <button
              type="button"
              tabindex="-1"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => {
                forgetSearches(props.territoryName);
                setRecents([]);
              }}
            >
              {t("search.forget")}
            </button>
          </p>
        </Show>
      </div>
    </search>
  );
}

/** The server reads no more. */
const LONGEST_TEXT = 200;
const RECENT = "recent-";

/** A search that was made before: choosing it types it again. */
function recentThing(label: string, search: (label: string) => void): Findable {
  const run = () => search(label);
  return { kind: "address", id: `${RECENT}${label}`, label, detail: null, words: "", run };
}
