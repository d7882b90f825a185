import { createMemo, createSignal, For, Show } from "solid-js";
import type { ColumnMapping, MappedRole } from "../../../server/contract/file-description.ts";
import type { ImportFile, SaidOfFile } from "../../../server/contract/imports.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./column-form.module.css";
import { fieldName } from "./field-name.ts";

interface ColumnFormProps {
  readonly file: ImportFile;
  readonly onSave: (said: SaidOfFile) => void;
  readonly onCancel: () => void;
}

/** Which column of a file holds what: guesses chosen beforehand, the first values beside them. */
export function ColumnForm(props: ColumnFormProps) {
  const { t, formats } = useLanguage();
  const offers = () => props.file.description?.mappings ?? [];
  const columns = () => props.file.description?.columns ?? [];
  const saidRole = offers().find(({ role }) => role === props.file.said.role)?.role;
  const [role, setRole] = createSignal<MappedRole>(saidRole ?? offers()[0]?.role ?? "stations");
  const [own, setOwn] = createSignal<ColumnMapping>(props.file.said.columns ?? {});
  const offer = createMemo(() => offers().find((one) => one.role === role()));
  const mapping = createMemo((): ColumnMapping => {
    const known = { ...(props.file.said.columns === null ? offer()?.guess : {}), ...own() };
    const fields = new Set(offer()?.fields.map(({ field }) => field));
    return Object.fromEntries(Object.entries(known).filter(([field, column]) => fields.has(field) && column !== ""));
  });
  const missing = () => (offer()?.fields ?? []).filter(({ field, isRequired }) => isRequired && !mapping()[field]);
  const example = (column: string | undefined) => {
    const place = column === undefined ? -1 : columns().indexOf(column);
    const values = (props.file.description?.sample ?? []).map((row) => row[place] ?? "").filter((text) => text !== "");
    return values.slice(0, 2).join(" · ");
  };
  const command = () =>
    Object.entries(mapping())
      .map(([field, column]) => `--map "${props.file.name}:${field}=${column}"`)
      .join(" ");
  return (
    <form
      class={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing().length === 0) props.onSave({ ...props.file.said, role: role(), columns: mapping() });
      }}
    >
      <Choice
        label={t("imports.mapping.as")}
        value={role()}
        options={offers().map(({ role: value }) => ({ value, label: t(`imports.role.${value}`) }))}
        onChange={(chosen) => {
          setRole(chosen);
          setOwn({});
        }}
      />
      <ul class={styles.fields}>
        <For each={offer()?.fields}>
          {({ field, isRequired }) => (
            <li>
              <Choice
                label={isRequired ? `${fieldName(t, field)} (${t("imports.mapping.required")})` : fieldName(t, field)}
                labelPlace="above"
                value={mapping()[field] ?? ""}
                options={[
                  { value: "", label: t("imports.mapping.none") },
                  ...columns().map((column) => ({ value: column, label: column })),
                ]}
                onChange={(column) => setOwn({ ...own(), [field]: column })}
              />
              <Show when={example(mapping()[field])}>
                {(values) => <small>{t("imports.mapping.example", values())}</small>}
              </Show>
            </li>
          )}
        </For>
      </ul>
      <p aria-live="polite" class={styles.missing}>
        <Show when={missing().length > 0}>
          {t("imports.mapping.missing", formats().list(missing().map(({ field }) => fieldName(t, field))))}
        </Show>
      </p>
      <div class={styles.buttons}>
        <Button type="submit" look="primary" size="small" disabled={missing().length > 0}>
          {t("imports.mapping.save")}
        </Button>
        <Button size="small" onClick={() => props.onCancel()}>
          {t("app.cancel")}
        </Button>
        <Show when={props.file.said.columns !== null}>
          <Button
            size="small"
            look="quiet"
            onClick={() => props.onSave({ ...props.file.said, role: null, columns: null })}
          >
            {t("imports.mapping.forget")}
          </Button>
        </Show>
      </div>
      <Show when={missing().length === 0}>
        <details>
          <summary>{t("imports.mapping.command")}</summary>
          <code class={styles.command}>{command()}</code>
        </details>
      </Show>
    </form>
  );
}
