import { Tooltip } from "@kobalte/core/tooltip";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./icon-button.module.css";

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly hint?: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly isPressed?: boolean;
  readonly side?: "left" | "right" | "bottom" | "top";
}

/** A button known by its drawing; its name is spoken, and shown when it is pointed at or focused. */
export function IconButton(props: IconButtonProps) {
  return (
    <Tooltip placement={props.side ?? "bottom"} openDelay={350} gutter={6}>
      <Tooltip.Trigger
        class={styles.button}
        aria-label={props.label}
        aria-pressed={props.isPressed}
        disabled={props.disabled ?? false}
        onClick={() => props.onClick()}
      >
        <Icon name={props.icon} />
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content class={styles.tip}>
          {props.label}
          {props.hint === undefined ? null : <span class={styles.hint}>{props.hint}</span>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip>
  );
}
