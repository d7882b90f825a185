import { type Accessor, onCleanup } from "solid-js";

/** A window that is closed forgets what it has not sent: whoever closes or reloads it then is asked first. */
export function askBeforeLeaving(hasUnsent: Accessor<boolean>): void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (hasUnsent()) event.preventDefault();
  };
  window.addEventListener("beforeunload", onLeave);
  onCleanup(() => window.removeEventListener("beforeunload", onLeave));
}
