import { createSignal } from "solid-js";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./people.module.css";

interface PasswordFieldProps {
  readonly label: string;
  readonly isNew?: boolean;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** A password, hidden until its writer wants to see it. */
export function PasswordField(props: PasswordFieldProps) {
  const { t } = useLanguage();
  const [isShown, setIsShown] = createSignal(false);
  return (
    <>
      <TextField
        label={props.label}
        type={isShown() ? "text" : "password"}
        autocomplete={props.isNew ? "new-password" : "current-password"}
        {...(props.isNew ? { hint: t("people.passwordHint") } : {})}
        value={props.value}
        onInput={props.onInput}
      />
      <label class={styles.tick}>
        <input type="checkbox" checked={isShown()} onChange={(event) => setIsShown(event.currentTarget.checked)} />
        {t("people.showPassword")}
      </label>
    </>
  );
}
