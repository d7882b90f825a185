import { createUniqueId, For, Show } from "solid-js";
import { type Limits, ROLES, type Role } from "../../../server/contract/people.ts";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { LimitsEditor } from "./limits-editor.tsx";
import styles from "./people.module.css";

/** A role, and for an organizer where. */
export interface RoleChoice {
  readonly role: Role;
  /** Null: everywhere. */
  readonly limits: Limits | null;
}

export const NO_LIMITS: Limits = { stations: [], communes: [], zones: [] };

/** Limits that name nothing would let nobody do anything. */
export function isComplete({ role, limits }: RoleChoice): boolean {
  return (
    role !== "organizer" || limits === null || limits.stations.length + limits.communes.length + limits.zones.length > 0
  );
}

/** What is sent: limits are for organizers. */
export function sentRole({ role, limits }: RoleChoice): RoleChoice {
  return { role, limits: role === "organizer" ? limits : null };
}

export function RoleFields(props: { readonly choice: RoleChoice; readonly onChange: (choice: RoleChoice) => void }) {
  const { t } = useLanguage();
  const group = createUniqueId();
  return (
    <>
      <fieldset class={styles.roles}>
        <legend>{t("people.invite.role")}</legend>
        <For each={ROLES}>
          {(role) => (
            <label class={styles.role}>
              <input
                type="radio"
                name={group}
                value={role}
                checked={props.choice.role === role}
                onChange={() => props.onChange({ ...props.choice, role })}
              />
              <span>{t(`people.roles.${role}`)}</span>
              <small>{t(`people.roleTexts.${role}`)}</small>
            </label>
          )}
        </For>
      </fieldset>
      <Show when={props.choice.role === "organizer"}>
        <Segmented
          label={t("people.limits.title")}
          value={props.choice.limits === null ? "everywhere" : "only"}
          options={[
            { value: "everywhere", label: t("people.limits.everywhere") },
            { value: "only", label: t("people.limits.only") },
          ]}
          onChange={(where) => props.onChange({ ...props.choice, limits: where === "only" ? NO_LIMITS : null })}
        />
        <Show when={props.choice.limits}>
          {(limits) => (
            <LimitsEditor
              limits={limits()}
              onChange={(changed) => props.onChange({ ...props.choice, limits: changed })}
            />
          )}
        </Show>
      </Show>
    </>
  );
}
