import { createSignal } from "solid-js";
import { Choice } from "../../design/choice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./election-fields.module.css";

const TYPES = ["pres", "legi", "euro", "muni", "regi", "dpmt"] as const;
type ElectionType = (typeof TYPES)[number];

interface ElectionFieldsProps {
  readonly electionId: string | null;
  readonly isDisabled: boolean;
  /** Null until all three are said. */
  readonly onChange: (electionId: string | null) => void;
}

/** Which round a file of results holds, when it does not say. */
export function ElectionFields(props: ElectionFieldsProps) {
  const { t } = useLanguage();
  const [writtenYear = "", writtenType, writtenRound = ""] = props.electionId?.split("_") ?? [];
  const [year, setYear] = createSignal(writtenYear);
  const [type, setType] = createSignal<ElectionType | "">(TYPES.find((one) => one === writtenType) ?? "");
  const [round, setRound] = createSignal<"1" | "2">(writtenRound === "t2" ? "2" : "1");
  const tell = () => {
    const isWhole = /^(19|20)\d\d$/.test(year()) && type() !== "";
    props.onChange(isWhole ? `${year()}_${type()}_t${round()}` : null);
  };
  return (
    <fieldset class={styles.fields} disabled={props.isDisabled}>
      <legend>{t("imports.electionAsk")}</legend>
      <Choice
        label={t("imports.election")}
        labelPlace="above"
        value={type()}
        options={[
          { value: "", label: "—" },
          ...TYPES.map((value) => ({ value, label: t(`imports.electionType.${value}`) })),
        ]}
        onChange={(chosen) => {
          setType(chosen);
          tell();
        }}
      />
      <label>
        <span>{t("imports.electionYear")}</span>
        <input
          type="text"
          inputmode="numeric"
          size="5"
          maxlength="4"
          value={year()}
          onChange={(event) => {
            setYear(event.currentTarget.value.trim());
            tell();
          }}
        />
      </label>
      <Choice
        label={t("imports.electionRound")}
        labelPlace="above"
        value={round()}
        options={[
          { value: "1", label: t("imports.round.1") },
          { value: "2", label: t("imports.round.2") },
        ]}
        onChange={(chosen) => {
          setRound(chosen);
          tell();
        }}
      />
    </fieldset>
  );
}
