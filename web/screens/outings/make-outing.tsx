import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Plan } from "../../../server/contract/plan.ts";
import { type Survey, surveyFault } from "../../../server/contract/survey.ts";
import { tellStart } from "../../../server/contract/told-plan.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Modal } from "../../design/modal.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { trimmed } from "../surveys/survey-edits.ts";
import { SurveyPart } from "../surveys/survey-part.tsx";
import styles from "./dialog.module.css";
import { OUTING_NAME_ID, OutingFields } from "./outing-fields.tsx";
import { middleOf, nextSaturday, type OutingForm, readOutingForm } from "./outing-form.ts";

/** From a finished plan to an outing: when, where, and who walks with whom. */
export function MakeOuting(props: { readonly planId: string; readonly plan: Plan }) {
  const { t } = useLanguage();
  const [isOpen, setIsOpen] = createSignal(false);
  return (
    <>
      <div class={styles.offer}>
        <Button onClick={() => setIsOpen(true)}>
          <Icon name="walk" />
          {t("outings.make")}
        </Button>
        <p>{t("outings.makeHint")}</p>
      </div>
      <Modal title={t("outings.make")} isOpen={isOpen()} onClose={() => setIsOpen(false)} focusId={OUTING_NAME_ID}>
        <MakeForm {...props} onCancel={() => setIsOpen(false)} />
      </Modal>
    </>
  );
}

function MakeForm(props: { readonly planId: string; readonly plan: Plan; readonly onCancel: () => void }) {
  const api = useApi();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const { t, formats, language } = useLanguage();
  const nameOf = (day: string) => t("outings.defaultName", formats().date(middleOf(day)));
  const day = nextSaturday(new Date());
  const [form, setForm] = createSignal<OutingForm>({
    ...{ name: nameOf(day), day, startsAt: "14:00", place: "", script: "", openHours: "12", leadAccountId: null },
    isPairs: props.plan.request.pairs,
  });
  const [survey, setSurvey] = createSignal<Survey | null>(null);
  const [isSending, setIsSending] = createSignal(false);
  const [isTold, setIsTold] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const reading = () => readOutingForm(form());
  const fault = () => {
    const read = reading();
    return isTold() && !read.ok ? read.reason : null;
  };
  const asked = () => {
    const now = survey();
    return now === null ? null : { survey: trimmed(now), fault: surveyFault(now) };
  };
  /** A name that nobody typed follows the day. */
  const change = (part: Partial<OutingForm>) =>
    setForm((before) => {
      const isNamed = before.name !== nameOf(before.day);
      const follows = part.day !== undefined && part.day !== "" && !isNamed;
      return { ...before, ...part, ...(follows ? { name: nameOf(part.day ?? before.day) } : {}) };
    });
  const first = () => props.plan.routes[0];
  const start = () => {
    const route = first();
    return route ? tellStart(route, props.plan.request.language, language()).words : null;
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const read = reading();
    setIsTold(true);
    if (!read.ok || asked()?.fault || isSending()) return;
    setIsSending(true);
    setProblem(null);
    const position = first()?.start ?? null;
    try {
      const outing = await api.makeOuting(workspace.territoryName(), {
        ...read.said,
        planId: props.planId,
        survey: asked()?.survey ?? null,
        meetingPoint: { label: form().place.trim(), position: position && [position[0], position[1]] },
        language: language(),
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      });
      navigate(`/t/${encodeURIComponent(workspace.territoryName())}/sorties/${encodeURIComponent(outing.id)}`);
    } catch (failure) {
      setProblem(asProblem(failure));
      setIsSending(false);
    }
  };

  return (
    <form class={styles.form} onSubmit={send} novalidate>
      <OutingFields form={form()} fault={fault()} start={start()} hasHours onChange={change} />
      <SurveyPart
        territoryName={workspace.territoryName()}
        outingId={null}
        survey={survey()}
        fault={isTold() ? (asked()?.fault ?? null) : null}
        onChange={setSurvey}
      />
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onCancel()}>{t("app.cancel")}</Button>
        <Button type="submit" look="primary" isBusy={isSending()}>
          {t("outings.makeGo")}
        </Button>
      </div>
    </form>
  );
}
