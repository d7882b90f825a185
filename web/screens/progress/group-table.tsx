import { For } from "solid-js";
import type { WorkFigures } from "../../../server/contract/progress.ts";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./progress-table.module.css";
import { ContactCell, DoorsCell } from "./work-cells.tsx";

interface GroupTableProps {
  readonly heading: string;
  readonly groups: readonly (WorkFigures & { readonly name: string })[];
  readonly expected: number | null;
}

/** The work by station or zone. */
export function GroupTable(props: GroupTableProps) {
  const { t, formats } = useLanguage();
  return (
    <TableScroll label={props.heading}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{props.heading}</th>
            <th scope="col">{t("progress.column.doors")}</th>
            <th scope="col">{t("progress.column.addresses")}</th>
            <th scope="col">{t("progress.column.contact")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.groups}>
            {(group) => (
              <tr>
                <th scope="row">{group.name}</th>
                <DoorsCell work={group} />
                <td>{t("progress.ofDoors", formats().integer(group.stopsDone), formats().integer(group.stops))}</td>
                <ContactCell answers={group.answers} doorsTried={group.doorsTried} expected={props.expected} />
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableScroll>
  );
}
