import { createSignal } from "solid-js";
import { csvText, decimalMark, tabText } from "../../../server/contract/csv-text.ts";
import { saveSpreadsheet } from "../../api/save-spreadsheet.ts";
import { Button, LinkButton } from "../../design/button.tsx";
import { copyText } from "../../design/copy-text.ts";
import { Icon } from "../../design/icon.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { CompareRow } from "../../workspace/compare-rows.ts";
import { comparisonCells } from "./compare-csv.ts";
import styles from "./compare-sheet.module.css";
import type { ComparedColumn } from "./compared-column.ts";

interface CompareActionsProps {
  readonly rows: readonly CompareRow[];
  readonly columns: readonly ComparedColumn[];
  readonly baseline: number | null;
  readonly territoryName: string;
}

const SHOWN_FOR_MILLISECONDS = 2500;

/** Takes the table away: to the clipboard, as a file, on paper. */
export function CompareActions(props: CompareActionsProps) {
  const { t, formats, language } = useLanguage();
  const [outcome, setOutcome] = createSignal<"copied" | "copyFailed" | null>(null);
  const [isWorkbookLost, setIsWorkbookLost] = createSignal(false);
  const cells = () => {
    const { rows, baseline } = props;
    const names = props.columns.map(({ name }) => name);
    const estimated = props.columns.map(({ isEstimated }) => isEstimated);
    return comparisonCells({ rows, names, estimated, baseline }, t, formats(), language());
  };
  const mark = () => decimalMark(language());
  const csvAddress = () => {
    const { header, lines } = cells();
    return `data:text/csv;charset=utf-8,${encodeURIComponent(csvText(header, lines, mark()))}`;
  };
  const copy = async () => {
    const { header, lines } = cells();
    const isCopied = await copyText(tabText(header, lines, mark()));
    setOutcome(isCopied ? "copied" : "copyFailed");
    setTimeout(() => setOutcome(null), SHOWN_FOR_MILLISECONDS);
  };
  const saveWorkbook = async () => {
    const { header, lines } = cells();
    const name = t("compare.workbookName", props.territoryName);
    const isSaved = await saveSpreadsheet(name, t("compare.heading"), header, lines).then(
      () => true,
      () => false,
    );
    setIsWorkbookLost(!isSaved);
  };
  const copied = () => {
    const known = outcome();
    return known === null ? "" : t(`compare.${known}`);
  };
  return (
    <div class={styles.actions}>
      <Button size="small" onClick={copy}>
        <Icon name="list" />
        {t(`compare.${outcome() ?? "copy"}`)}
      </Button>
      <Announcement words={copied()} />
      <LinkButton size="small" href={csvAddress()} download={t("compare.fileName", props.territoryName)}>
        <Icon name="download" />
        {t("compare.csv")}
      </LinkButton>
      <Button size="small" onClick={saveWorkbook}>
        <Icon name="download" />
        {t(isWorkbookLost() ? "compare.xlsxFailed" : "compare.xlsx")}
      </Button>
      <Announcement words={isWorkbookLost() ? t("compare.xlsxFailed") : ""} />
      <Button size="small" onClick={() => window.print()}>
        <Icon name="print" />
        {t("compare.print")}
      </Button>
    </div>
  );
}
