import { DropdownMenu } from "@kobalte/core/dropdown-menu";
import { For, Show } from "solid-js";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./menu.module.css";

export interface MenuChoice {
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onChoose: () => void;
}

interface MenuProps {
  /** Spoken name of the button. */
  readonly label: string;
  readonly icon: IconName;
  /** Groups of choices, each with a heading or without. */
  readonly groups: readonly { readonly heading?: string; readonly choices: readonly MenuChoice[] }[];
}

/** A button that opens a list of things to do. Arrows and first letters move in it, Escape closes it. */
export function Menu(props: MenuProps) {
  let trigger: HTMLButtonElement | undefined;
  /** Once the menu has closed, and from its button: a dialog gives the focus back to where it was asked for. */
  const choose = (choice: MenuChoice) =>
    void setTimeout(() => {
      trigger?.focus();
      choice.onChoose();
    });
  return (
    <DropdownMenu gutter={4} placement="bottom-end" modal={false} preventScroll={false}>
      <DropdownMenu.Trigger ref={trigger} class={styles.trigger} aria-label={props.label} title={props.label}>
        <Icon name={props.icon} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content class={styles.menu}>
          <For each={props.groups}>
            {(group) => (
              <DropdownMenu.Group class={styles.group}>
                <Show when={group.heading}>
                  <DropdownMenu.GroupLabel class={styles.heading}>{group.heading}</DropdownMenu.GroupLabel>
                </Show>
                <For each={group.choices}>
                  {(choice) => (
                    <DropdownMenu.Item
                      class={styles.choice}
                      disabled={choice.isDisabled ?? false}
                      onSelect={() => choose(choice)}
                    >
                      {choice.label}
                    </DropdownMenu.Item>
                  )}
                </For>
              </DropdownMenu.Group>
            )}
          </For>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu>
  );
}
