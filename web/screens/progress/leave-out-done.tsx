import { type Accessor, createSignal, Show } from "solid-js";
import type { PlanRequest } from "../../../server/contract/plan.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { TextField } from "../../design/text-field.tsx";
import { Toggle } from "../../design/toggle.tsx";
import { useLanguage } from "../../i18n/language.tsx";

/** Whether a plan leaves out what outings did: on, where there were any. */
export function createLeaveOut(territoryName: Accessor<string>) {
  const api = useApi();
  const outings = createLoad(territoryName, (name, signal) => api.outings(name, signal));
  const [isOn, setIsOn] = createSignal(true);
  const [when, setWhen] = createSignal("");
  const isOffered = () => outings.value()?.some(({ doorsTried }) => doorsTried > 0) ?? false;
  const asked = (): Pick<PlanRequest, "leaveOutDone"> => {
    if (!isOffered() || !isOn()) return {};
    const [day = "", startsAt = ""] = when().split("T");
    return { leaveOutDone: { day: day || null, startsAt: startsAt.slice(0, 5) || null } };
  };
  return { isOffered, isOn, setIsOn, when, setWhen, asked };
}

export function LeaveOutDone(props: { readonly choice: ReturnType<typeof createLeaveOut> }) {
  const { t } = useLanguage();
  return (
    <Show when={props.choice.isOffered()}>
      <Toggle
        label={t("progress.leaveOut.label")}
        hint={t("progress.leaveOut.hint")}
        isOn={props.choice.isOn()}
        onChange={props.choice.setIsOn}
      />
      <Show when={props.choice.isOn()}>
        <TextField
          type="datetime-local"
          label={t("progress.leaveOut.when")}
          hint={t("progress.leaveOut.whenHint")}
          isOptional
          value={props.choice.when()}
          onInput={props.choice.setWhen}
        />
      </Show>
    </Show>
  );
}
