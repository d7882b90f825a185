import { Index, Show } from "solid-js";
import { PLAN_BOUNDS } from "../../../server/contract/plan-bounds.ts";
import { Button } from "../../design/button.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { type PlanForm, routeCount } from "../../workspace/plan-form.ts";
import { EMPTY_ROW, isRowFieldValid, readTeam, type TeamNumber, type TeamRow } from "../../workspace/team-form.ts";
import styles from "./team-limits.module.css";

interface TeamLimitsProps {
  readonly form: PlanForm;
  readonly hasElevation: boolean;
  readonly onChange: (team: readonly TeamRow[]) => void;
}

/** A row for each route with limits of its own: time, climb, no steps, bicycle. */
export function TeamLimits(props: TeamLimitsProps) {
  const { t, formats } = useLanguage();
  let fields: HTMLTableSectionElement | undefined;
  let addButton: HTMLDivElement | undefined;
  const rows = () => props.form.team;
  const change = (index: number, part: Partial<TeamRow>) =>
    props.onChange(rows().map((row, position) => (position === index ? { ...row, ...part } : row)));
  const add = () => {
    props.onChange([...rows(), EMPTY_ROW]);
    fields?.querySelector<HTMLInputElement>("tr:last-child input")?.focus();
  };
  const remove = (index: number) => {
    props.onChange(rows().filter((_, position) => position !== index));
    addButton?.querySelector("button")?.focus();
  };
  const range = (name: TeamNumber) =>
    t("plan.teamRange", formats().integer(PLAN_BOUNDS[name].low), formats().integer(PLAN_BOUNDS[name].high));
  const problem = () => {
    const routes = routeCount(props.form);
    if (readTeam(rows()) === null) return t("plan.teamInvalid", range("minutes"), range("maxAscentMetres"));
    return routes !== null && rows().length > routes ? t("plan.teamTooMany", rows().length, routes) : null;
  };

  return (
    <div class={styles.team}>
      <Show when={rows().length > 0} fallback={<p class={styles.none}>{t("plan.teamNone")}</p>}>
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("plan.teamRoute")}</th>
              <th scope="col">
                {t("plan.teamMinutes")} ({t("plan.minutesSuffix")})
              </th>
              <th scope="col">
                {t("plan.teamClimb")} ({t("plan.teamClimbSuffix")})
              </th>
              <th scope="col">{t("plan.teamNoSteps")}</th>
              <th scope="col">{t("plan.teamBicycle")}</th>
              <td />
            </tr>
          </thead>
          <tbody ref={fields}>
            <Index each={rows()}>
              {(row, index) => (
                <TeamLimitsRow
                  row={row()}
                  route={String(index + 1)}
                  planMinutes={props.form.minutes}
                  hasElevation={props.hasElevation}
                  onChange={(part) => change(index, part)}
                  onRemove={() => remove(index)}
                />
              )}
            </Index>
          </tbody>
        </table>
      </Show>
      <p class={styles.problem} role="status">
        {problem() ?? ""}
      </p>
      <div ref={addButton}>
        <Button size="small" onClick={add}>
          {t("plan.teamAdd")}
        </Button>
      </div>
    </div>
  );
}

interface TeamLimitsRowProps {
  readonly row: TeamRow;
  readonly route: string;
  readonly planMinutes: string;
  readonly hasElevation: boolean;
  readonly onChange: (part: Partial<TeamRow>) => void;
  readonly onRemove: () => void;
}

function TeamLimitsRow(props: TeamLimitsRowProps) {
  const { t } = useLanguage();
  const label = (field: string) => t("plan.teamField", props.route, field);
  return (
    <tr>
      <th scope="row">{props.route}</th>
      <td>
        <LimitField
          label={label(t("plan.teamMinutes"))}
          value={props.row.minutes}
          isValid={isRowFieldValid(props.row, "minutes")}
          placeholder={props.planMinutes}
          onChange={(minutes) => props.onChange({ minutes })}
        />
      </td>
      <td>
        <LimitField
          label={label(t("plan.teamClimb"))}
          value={props.row.maxAscentMetres}
          isValid={isRowFieldValid(props.row, "maxAscentMetres")}
          placeholder={t("plan.teamFree")}
          isOff={!props.hasElevation}
          onChange={(maxAscentMetres) => props.onChange({ maxAscentMetres })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={label(t("plan.teamNoSteps"))}
          checked={props.row.avoidsSteps}
          onChange={(event) => props.onChange({ avoidsSteps: event.currentTarget.checked })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={label(t("plan.teamBicycle"))}
          checked={props.row.hasBicycle}
          onChange={(event) => props.onChange({ hasBicycle: event.currentTarget.checked })}
        />
      </td>
      <td>
        <IconButton
          icon="trash"
          side="left"
          label={t("plan.teamRemove", props.route)}
          onClick={() => props.onRemove()}
        />
      </td>
    </tr>
  );
}

interface LimitFieldProps {
  readonly label: string;
  readonly value: string;
  readonly isValid: boolean;
  readonly placeholder: string;
  readonly isOff?: boolean;
  readonly onChange: (value: string) => void;
}

function LimitField(props: LimitFieldProps) {
  return (
    <input
      type="text"
      inputmode="decimal"
      autocomplete="off"
      aria-label={props.label}
      aria-invalid={!props.isValid}
      placeholder={props.placeholder}
      disabled={props.isOff ?? false}
      value={props.value}
      onInput={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
