import { createMemo, createSignal, For, Show } from "solid-js";
import { territoryNameOf } from "../../../server/contract/import-readiness.ts";
import type { ImportFile, ImportOptions } from "../../../server/contract/imports.ts";
import type { TerritorySummary } from "../../../server/contract/territories.ts";
import { Choice } from "../../design/choice.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./options-form.module.css";

interface OptionsFormProps {
  readonly options: ImportOptions;
  readonly files: readonly ImportFile[];
  readonly territories: readonly TerritorySummary[];
  readonly isDisabled: boolean;
  readonly onChange: (options: ImportOptions) => void;
}

type Extent = "all" | "some" | "box";
const SIDES = ["west", "south", "east", "north"] as const;
const CODE = /^[0-9][0-9AB][0-9]{3}$/;
const MOST_COMMUNES_SHOWN = 24;

/** The name of the territory, and where it ends. */
export function OptionsForm(props: OptionsFormProps) {
  const { t, formats } = useLanguage();
  const [extent, setExtent] = createSignal<Extent>(
    props.options.box !== null ? "box" : props.options.communes.length > 0 ? "some" : "all",
  );
  const [wrong, setWrong] = createSignal<string | null>(null);
  const [box, setBox] = createSignal<readonly string[]>((props.options.box ?? ["", "", "", ""]).map(String));
  const replaced = () => props.territories.find(({ name }) => name === props.options.name);
  const communes = createMemo(() => {
    const found = new Map<string, { readonly name: string; readonly records: number }>();
    for (const { description } of props.files) {
      if (description?.role !== "stations") continue;
      for (const { code, name, records } of description.communes) found.set(code, { name, records });
    }
    return [...found].map(([code, known]) => ({ code, ...known }));
  });
  const change = (part: Partial<ImportOptions>) => props.onChange({ ...props.options, ...part });
  const writeTitle = (written: string) => {
    const title = written.trim();
    change({ title, name: territoryNameOf(title) });
  };
  const writeCodes = (written: string) => {
    const codes = written
      .toUpperCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== "");
    const stray = codes.find((code) => !CODE.test(code)) ?? null;
    setWrong(stray);
    if (stray === null) change({ communes: [...new Set(codes)], box: null });
  };
  const toggle = (code: string, isChosen: boolean) => {
    const others = props.options.communes.filter((one) => one !== code);
    change({ communes: isChosen ? [...others, code] : others, box: null });
  };
  const writeBox = (place: number, written: string) => {
    const texts = box().map((text, other) => (other === place ? written.replace(",", ".").trim() : text));
    setBox(texts);
    const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = texts.map((text) =>
      text === "" ? Number.NaN : Number(text),
    );
    if (west < east && south < north) change({ box: [west, south, east, north], communes: [] });
  };
  return (
    <fieldset class={styles.form} disabled={props.isDisabled}>
      <legend class={styles.heading}>{t("imports.options.heading")}</legend>
      <label class={styles.field}>
        <span>{t("imports.options.name")}</span>
        <input
          type="text"
          maxlength="120"
          placeholder={t("imports.options.namePlaceholder")}
          value={props.options.title}
          onChange={(event) => writeTitle(event.currentTarget.value)}
        />
        <Show when={props.options.name !== ""}>
          <small>{t("imports.options.address", props.options.name)}</small>
        </Show>
      </label>
      <Show when={replaced()}>
        {(known) => <Notice kind="warning">{t("imports.options.replaces", known().title)}</Notice>}
      </Show>
      <Choice
        label={t("imports.options.where")}
        labelPlace="above"
        value={extent()}
        options={[
          { value: "all", label: t("imports.options.all") },
          { value: "some", label: t("imports.options.some") },
          { value: "box", label: t("imports.options.box") },
        ]}
        onChange={(chosen) => {
          setExtent(chosen);
          if (chosen === "all") change({ communes: [], box: null });
        }}
      />
      <Show when={extent() === "some"}>
        <label class={styles.field}>
          <span>{t("imports.options.communes")}</span>
          <input
            type="text"
            value={props.options.communes.join(" ")}
            aria-invalid={wrong() !== null}
            onChange={(event) => writeCodes(event.currentTarget.value)}
          />
          <small aria-live="polite">{wrong() === null ? "" : t("imports.options.codesWrong", wrong() ?? "")}</small>
        </label>
        <Show when={communes().length > 0}>
          <fieldset class={styles.found}>
            <legend>{t("imports.options.communesFound")}</legend>
            <For each={communes().slice(0, MOST_COMMUNES_SHOWN)}>
              {({ code, name, records }) => (
                <label>
                  <input
                    type="checkbox"
                    checked={props.options.communes.includes(code)}
                    onChange={(event) => toggle(code, event.currentTarget.checked)}
                  />
                  {name === "" ? code : `${name} (${code})`}{" "}
                  <small>{t("imports.records.stations", records, formats().integer(records))}</small>
                </label>
              )}
            </For>
          </fieldset>
        </Show>
      </Show>
      <Show when={extent() === "box"}>
        <div class={styles.box}>
          <For each={SIDES}>
            {(side, place) => (
              <label class={styles.field}>
                <span>{t(`imports.options.${side}`)}</span>
                <input
                  type="text"
                  inputmode="decimal"
                  value={box()[place()] ?? ""}
                  onChange={(event) => writeBox(place(), event.currentTarget.value)}
                />
              </label>
            )}
          </For>
        </div>
        <small class={styles.hint}>{t("imports.options.boxHint")}</small>
      </Show>
    </fieldset>
  );
}
