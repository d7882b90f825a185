import { createMemo, createSignal, For, Show } from "solid-js";
import { TextField } from "../../design/text-field.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./people.module.css";

interface CheckListProps {
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly isChosen: (id: string) => boolean;
  readonly onToggle: (id: string) => void;
}

/** More would be slow to show and of no use to read: the filter finds the rest. */
const MOST_SHOWN = 200;
const FEW = 8;

/** Things to tick, with a filter when they are many. */
export function CheckList(props: CheckListProps) {
  const { t, formats } = useLanguage();
  const [filter, setFilter] = createSignal("");
  const found = createMemo(() => {
    const wanted = fold(filter());
    return props.options.filter(({ label }) => fold(label).includes(wanted));
  });
  return (
    <div class={styles.group}>
      <Show when={props.options.length > FEW}>
        <TextField label={t("people.limits.filter")} isOptional value={filter()} onInput={setFilter} />
      </Show>
      <Show when={props.options.length > 0} fallback={<p class={styles.soft}>{t("people.limits.none")}</p>}>
        <fieldset class={styles.group}>
          <legend>{props.label}</legend>
          <div class={styles.checks}>
            <For each={found().slice(0, MOST_SHOWN)} fallback={<p class={styles.soft}>{t("people.limits.noMatch")}</p>}>
              {({ id, label }) => (
                <label class={styles.tick}>
                  <input type="checkbox" checked={props.isChosen(id)} onChange={() => props.onToggle(id)} />
                  {label}
                </label>
              )}
            </For>
            <Show when={found().length > MOST_SHOWN}>
              <p class={styles.soft}>
                {t("people.limits.more", found().length - MOST_SHOWN, formats().integer(found().length - MOST_SHOWN))}
              </p>
            </Show>
          </div>
        </fieldset>
      </Show>
    </div>
  );
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
