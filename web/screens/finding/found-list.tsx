import { For, Show } from "solid-js";
import { markMatches } from "../../../geodata/geometry/mark-matches.ts";
import type { TypedWord } from "../../../geodata/geometry/typed-words.ts";
import { useLanguage } from "../../i18n/language.tsx";
import type { Findable } from "../../workspace/find-things.ts";
import styles from "./found-list.module.css";

export interface ShownGroup {
  readonly title: string;
  readonly things: readonly Findable[];
}

interface FoundListProps {
  readonly id: string;
  readonly groups: readonly ShownGroup[];
  readonly typed: readonly TypedWord[];
  /** Place of the pointed option among all groups' options. */
  readonly active: number;
  readonly onPoint: (place: number) => void;
  readonly onChoose: (thing: Findable) => void;
}

/** What was found, in groups by kind, with what was typed marked. */
export function FoundList(props: FoundListProps) {
  const { t } = useLanguage();
  const firstOf = (group: number) =>
    props.groups.slice(0, group).reduce((count, { things }) => count + things.length, 0);
  return (
    <div id={props.id} role="listbox" class={styles.list} aria-label={t("search.label")}>
      <For each={props.groups}>
        {(group, place) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options is no fieldset.
          <div role="group" aria-labelledby={`${props.id}-group-${place()}`} class={styles.group}>
            <div id={`${props.id}-group-${place()}`} class={styles.title} role="presentation">
              {group.title}
            </div>
            <For each={group.things}>
              {(thing, own) => (
                <Option
                  id={`${props.id}-${firstOf(place()) + own()}`}
                  thing={thing}
                  typed={props.typed}
                  isActive={props.active === firstOf(place()) + own()}
                  onPoint={() => props.onPoint(firstOf(place()) + own())}
                  onChoose={() => props.onChoose(thing)}
                />
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly thing: Findable;
  readonly typed: readonly TypedWord[];
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

function Option(props: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox handles the keys of its options.
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the combobox (aria-activedescendant).
    <div
      id={props.id}
      role="option"
      aria-selected={props.isActive}
      class={styles.option}
      onPointerMove={() => props.onPoint()}
      onClick={() => props.onChoose()}
    >
      <span class={styles.label}>
        <Marked text={props.thing.label} typed={props.typed} />
        <Show when={props.thing.detail}>
          {(detail) => (
            <>
              {" "}
              <span class={styles.detail}>
                <Marked text={detail()} typed={props.typed} />
              </span>
            </>
          )}
        </Show>
      </span>
      <Show when={props.thing.keys}>
        {(keys) => (
          <span class={styles.keys} aria-hidden="true">
            <For each={keys()}>{(key) => <kbd>{key}</kbd>}</For>
          </span>
        )}
      </Show>
    </div>
  );
}

function Marked(props: { readonly text: string; readonly typed: readonly TypedWord[] }) {
  return (
    <For each={markMatches(props.typed, props.text)}>
      {({ text, isMarked }) => (isMarked ? <mark>{text}</mark> : text)}
    </For>
  );
}
