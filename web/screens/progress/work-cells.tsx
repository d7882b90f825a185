import { Show } from "solid-js";
import { SMALLEST_BREAKDOWN, type WorkFigures } from "../../../server/contract/progress.ts";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./progress-table.module.css";

/** Doors tried of those there are, with a bar of the addresses that are done. */
export function DoorsCell(props: { readonly work: Pick<WorkFigures, "doors" | "doorsTried" | "stops" | "stopsDone"> }) {
  const { t, formats } = useLanguage();
  const share = () => (props.work.stops === 0 ? 0 : props.work.stopsDone / props.work.stops);
  return (
    <td class={styles.doors}>
      {t("progress.ofDoors", formats().integer(props.work.doorsTried), formats().integer(props.work.doors))}
      <span class={styles.bar} aria-hidden="true">
        <span style={{ width: `${Math.round(100 * share())}%` }} />
      </span>
    </td>
  );
}

/** Of few doors nothing is told but that they are few. */
export function ContactCell(props: {
  readonly answers: WorkFigures["answers"];
  readonly doorsTried: number;
  readonly expected?: number | null;
}) {
  const { t, formats } = useLanguage();
  const silence = () => {
    if (props.doorsTried === 0) return "–";
    return props.doorsTried < SMALLEST_BREAKDOWN ? t("progress.fewShort") : t("progress.kept");
  };
  return (
    <td>
      <Show when={props.answers} fallback={<span class={styles.soft}>{silence()}</span>}>
        {(answers) => (
          <>
            {formats().share(answers().contactRate, 0)}
            <Show when={props.expected}>
              {(expected) => (
                <small class={styles.soft}>{t("progress.expected", formats().share(expected(), 0))}</small>
              )}
            </Show>
          </>
        )}
      </Show>
    </td>
  );
}
