import { type ComponentProps, splitProps } from "solid-js";
import styles from "./button.module.css";

interface ButtonProps extends ComponentProps<"button"> {
  readonly look?: "primary" | "plain" | "quiet" | "danger";
  readonly size?: "normal" | "small";
  /** What it began is not over: it does nothing, and keeps the focus, which a disabled button loses. */
  readonly isBusy?: boolean;
}

export function Button(props: ButtonProps) {
  const [own, rest] = splitProps(props, ["look", "size", "class", "isBusy"]);
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={own.isBusy ? true : undefined}
      on:click={{
        capture: true,
        handleEvent: (event) => {
          if (!own.isBusy) return;
          event.preventDefault();
          event.stopImmediatePropagation();
        },
      }}
      class={[styles.button, styles[own.look ?? "plain"], styles[own.size ?? "normal"], own.class]
        .filter(Boolean)
        .join(" ")}
    />
  );
}

interface LinkButtonProps extends ComponentProps<"a"> {
  readonly look?: "primary" | "plain" | "quiet";
  readonly size?: "normal" | "small";
}

/** A link that leads somewhere or downloads, drawn as a button. */
export function LinkButton(props: LinkButtonProps) {
  const [own, rest] = splitProps(props, ["look", "size", "class"]);
  return (
    <a
      {...rest}
      class={[styles.button, styles[own.look ?? "plain"], styles[own.size ?? "normal"], own.class]
        .filter(Boolean)
        .join(" ")}
    />
  );
}
