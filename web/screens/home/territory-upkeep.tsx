import { createSignal, Show } from "solid-js";
import type { TerritoryHoldings } from "../../../server/contract/imports.ts";
import { useApi } from "../../api/api-context.tsx";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem, createLoad } from "../../api/create-load.ts";
import { Button, LinkButton } from "../../design/button.tsx";
import { Modal } from "../../design/modal.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./territory-upkeep.module.css";

interface TerritoryUpkeepProps {
  readonly name: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** With words for what was done. */
  readonly onChanged: (told: string) => void;
}

/** Another name for a territory, another build of it, or its end: with what is lost said before. */
export function TerritoryUpkeep(props: TerritoryUpkeepProps) {
  const api = useApi();
  const { t } = useLanguage();
  const [isDoomed, setIsDoomed] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [title, setTitle] = createSignal<string | null>(null);
  const holdings = createLoad(() => (props.isOpen ? props.name : null), api.holdings);
  const attempt = async (what: () => Promise<void>, told: string) => {
    setProblem(null);
    try {
      await what();
      props.onChanged(told);
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  };
  const close = () => {
    setIsDoomed(false);
    setTitle(null);
    setProblem(null);
    props.onClose();
  };
  const rebuildAddress = (known: TerritoryHoldings) =>
    known.importId === null
      ? `/importer?nom=${encodeURIComponent(props.name)}&titre=${encodeURIComponent(props.title)}`
      : `/importer/${encodeURIComponent(known.importId)}`;
  const heading = () => (isDoomed() ? t("firstSteps.removeTitle", props.title) : props.title);
  return (
    <Modal title={heading()} isOpen={props.isOpen} onClose={close}>
      <div class={styles.upkeep}>
        <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
        <Show when={holdings.problem()}>{(known) => <ProblemNotice problem={known()} onRetry={holdings.retry} />}</Show>
        <Show when={holdings.value()} fallback={<Skeleton lines={3} />}>
          {(known) => (
            <Show
              when={isDoomed()}
              fallback={
                <>
                  <form
                    class={styles.rename}
                    onSubmit={(event) => {
                      event.preventDefault();
                      const chosen = (title() ?? "").trim();
                      if (chosen === "") return;
                      const told = t("firstSteps.renamed", props.title, chosen);
                      void attempt(() => api.renameTerritory(props.name, chosen), told);
                    }}
                  >
                    <label>
                      <span>{t("firstSteps.renameLabel")}</span>
                      <input
                        type="text"
                        maxlength="120"
                        value={title() ?? props.title}
                        onInput={(event) => setTitle(event.currentTarget.value)}
                      />
                    </label>
                    <Button type="submit" disabled={(title() ?? "").trim() === ""}>
                      {t("firstSteps.rename")}
                    </Button>
                  </form>
                  <LinkButton href={rebuildAddress(known())}>
                    {t(known().importId === null ? "firstSteps.rebuildFromFiles" : "firstSteps.addFile")}
                  </LinkButton>
                  <Button look="danger" onClick={() => setIsDoomed(true)}>
                    {t("firstSteps.remove")}…
                  </Button>
                </>
              }
            >
              <Loss holdings={known()} />
              <div class={styles.buttons}>
                <Button
                  look="danger"
                  disabled={known().runningPlans > 0}
                  onClick={() => attempt(() => api.removeTerritory(props.name), t("firstSteps.removed", props.title))}
                >
                  {t("firstSteps.remove")}
                </Button>
                <Button onClick={() => setIsDoomed(false)}>{t("app.cancel")}</Button>
              </div>
            </Show>
          )}
        </Show>
      </div>
    </Modal>
  );
}

function Loss(props: { readonly holdings: TerritoryHoldings }) {
  const { t, formats } = useLanguage();
  const count = (value: number) => [value, formats().integer(value)] as const;
  return (
    <ul class={styles.loss}>
      <li>{t("firstSteps.lost", formats().bytes(props.holdings.bytes))}</li>
      <Show when={props.holdings.importId !== null}>
        <li>{t("firstSteps.lostFiles", formats().bytes(props.holdings.importBytes))}</li>
      </Show>
      <Show when={props.holdings.plans > 0}>
        <li>{t("firstSteps.lostPlans", ...count(props.holdings.plans))}</li>
      </Show>
      <Show when={props.holdings.choiceVersions > 0}>
        <li>{t("firstSteps.keptChoices", ...count(props.holdings.choiceVersions))}</li>
      </Show>
      <Show when={props.holdings.plans + props.holdings.choiceVersions > 0}>
        <li>{t("firstSteps.keptAll")}</li>
      </Show>
      <Show when={props.holdings.runningPlans > 0}>
        <li>
          <Notice kind="warning">{t("firstSteps.refused")}</Notice>
        </li>
      </Show>
    </ul>
  );
}
