import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { LONGEST_ZONE_NAME } from "../../../server/contract/drawn-zones.ts";
import { Button } from "../../design/button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./zones-tab.module.css";

interface NameFormProps {
  readonly label: string;
  readonly start: string;
  readonly word?: string;
  readonly onName: (name: string) => void;
  readonly onCancel?: () => void;
}

/** A name to give; the field has the focus where it was asked for. */
export function NameForm(props: NameFormProps) {
  const { t } = useLanguage();
  const [name, setName] = createSignal(props.start);
  let field: HTMLInputElement | undefined;
  const opener = document.activeElement;
  onMount(() => {
    if (props.onCancel) field?.select();
  });
  // Back to where it was asked for, once the field is gone, and not on to whatever stands after it.
  onCleanup(() =>
    queueMicrotask(() => {
      if (document.activeElement === document.body && opener instanceof HTMLElement && opener.isConnected)
        opener.focus({ preventScroll: true });
    }),
  );
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const given = name().trim();
    if (given === "") return;
    props.onName(given);
    setName(props.start);
  };
  return (
    <form class={styles.nameForm} onSubmit={send}>
      <label>
        <span>{props.label}</span>
        <input
          ref={field}
          type="text"
          maxLength={LONGEST_ZONE_NAME}
          autocomplete="off"
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || !props.onCancel) return;
            event.preventDefault();
            props.onCancel();
          }}
        />
      </label>
      <Button size="small" type="submit" disabled={name().trim() === ""}>
        {props.word ?? t("zones.keepName")}
      </Button>
      <Show when={props.onCancel}>
        {(cancel) => (
          <Button size="small" look="quiet" onClick={() => cancel()()}>
            {t("app.cancel")}
          </Button>
        )}
      </Show>
    </form>
  );
}
