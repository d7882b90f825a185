import { For } from "solid-js";
import { Icon, type IconName } from "../../design/icon.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { MARKS, type Mark } from "../../workspace/stop-marks.ts";
import styles from "./mark-buttons.module.css";

export const MARK_ICONS: Readonly<Record<Mark, IconName>> = { done: "check", locked: "lock", skipped: "close" };

interface MarkButtonsProps {
  /** What they are about: an address or a side of a street. */
  readonly name: string;
  readonly mark: Mark | null;
  readonly nameOf: (mark: Mark) => string;
  readonly onMark: (mark: Mark) => void;
}

/**
 * One button per mark; a second press takes it back. One stop of the Tab key for all three: left and right go from one to
 * the next, up and down to the same button of the line before or after.
 */
export function MarkButtons(props: MarkButtonsProps) {
  const { t } = useLanguage();
  const entry = () => props.mark ?? MARKS[0];
  return (
    <span role="toolbar" aria-label={props.name} class={styles.buttons} onKeyDown={moveFocus}>
      <For each={MARKS}>
        {(mark) => (
          <button
            type="button"
            data-mark={mark}
            class={styles.button}
            tabindex={entry() === mark ? 0 : -1}
            aria-pressed={props.mark === mark}
            aria-label={props.nameOf(mark)}
            title={t(`change.mark.${mark}`)}
            onClick={() => props.onMark(mark)}
          >
            <Icon name={MARK_ICONS[mark]} />
          </button>
        )}
      </For>
    </span>
  );
}

function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement; readonly target: Element }): void {
  const button = event.target.closest<HTMLElement>("[data-mark]");
  const isArrow = event.key.startsWith("Arrow") && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (button === null || !isArrow) return;
  event.preventDefault();
  neighbour(button, event.key, event.currentTarget)?.focus();
}

function neighbour(button: HTMLElement, key: string, line: HTMLElement): HTMLElement | undefined {
  const buttonsOf = (place: ParentNode, selector: string) => [...place.querySelectorAll<HTMLElement>(selector)];
  const beside = buttonsOf(line, "[data-mark]");
  const alike = buttonsOf(document, `[data-mark="${button.dataset.mark}"]`);
  switch (key) {
    case "ArrowRight":
      return beside[(beside.indexOf(button) + 1) % beside.length];
    case "ArrowLeft":
      return beside.at(beside.indexOf(button) - 1);
    case "ArrowDown":
      return alike[alike.indexOf(button) + 1];
    default:
      return alike[alike.indexOf(button) - 1];
  }
}
