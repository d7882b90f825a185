import { Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Choice } from "../../design/choice.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import styles from "./outing-fields.module.css";

interface LeadFieldProps {
  readonly leadAccountId: string | null;
  readonly onChange: (leadAccountId: string | null) => void;
}

const NOBODY = "";

/** Who is in charge of an outing; shown to whoever may say so, once there are accounts to choose from. */
export function LeadField(props: LeadFieldProps) {
  const api = useApi();
  const { t } = useLanguage();
  const { allowed } = useSession();
  const leads = createLoad(
    () => (allowed().organizes ? "leads" : null),
    (_, signal) => api.leads(signal),
  );
  const options = () => {
    const known = leads.value() ?? [];
    const chosen = props.leadAccountId;
    const isGone = chosen !== null && !known.some(({ id }) => id === chosen);
    return [
      { value: NOBODY, label: t("outings.leadNobody") },
      ...known.map(({ id, name, role }) => ({ value: id, label: `${name} · ${t(`people.roles.${role}`)}` })),
      ...(isGone ? [{ value: chosen, label: t("outings.leadGone") }] : []),
    ];
  };
  return (
    <>
      <Show when={leads.problem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={leads.retry} />}</Show>
      <Show when={leads.value() !== null && options().length > 1}>
        <div class={styles.field}>
          <Choice
            label={t("outings.lead")}
            labelPlace="above"
            value={props.leadAccountId ?? NOBODY}
            options={options()}
            onChange={(chosen) => props.onChange(chosen === NOBODY ? null : chosen)}
          />
          <small>{t("outings.leadHint")}</small>
        </div>
      </Show>
    </>
  );
}
