import { createMemo, createSignal, onCleanup, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { RowOrder } from "../../workspace/compare-differences.ts";
import { type Comparison, removeSubject } from "../../workspace/compare-subjects.ts";
import { createComparison } from "../../workspace/create-comparison.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { CompareActions } from "./compare-actions.tsx";
import { CompareChoices } from "./compare-choices.tsx";
import type { ComparedColumn } from "./compare-column-head.tsx";
import { CompareNotes } from "./compare-notes.tsx";
import styles from "./compare-sheet.module.css";
import { CompareTable } from "./compare-table.tsx";

/** The comparison over the map: beside the panel on a wide screen, alone on a narrow one, one page on paper. */
export function CompareSheet(props: { readonly layout: Layout }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const comparing = createComparison(useApi(), workspace);
  const comparison = () => workspace.state().comparison;
  const change = (part: Partial<Comparison>) =>
    workspace.move({ type: "comparison-changed", comparison: { ...comparison(), ...part } });
  const [order, setOrder] = createSignal<RowOrder>("fixed");
  const close = () => change({ isOpen: false });

  const columns = createMemo((): readonly ComparedColumn[] =>
    comparison().subjects.map((subject, place) => {
      const stations = comparing.stations()[place] ?? [];
      const givenName = comparing.names.nameOf(subject);
      const isNamed = subject.length > 1;
      const own = isNamed ? givenName || t("compare.neighbourhood", String(place + 1)) : stations[0]?.name;
      return { name: own ?? subject[0] ?? "", isNamed, givenName, stations: stations.length };
    }),
  );
  const names = () => columns().map(({ name }) => name);

  let heading: HTMLHeadingElement | undefined;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isElsewhere(event.target)) return;
    event.preventDefault();
    close();
  };
  onMount(() => {
    heading?.focus({ preventScroll: true });
    // Before the shortcuts of the screen, which would close what lies under the sheet.
    window.addEventListener("keydown", onKey, true);
  });
  const opener = document.activeElement;
  onCleanup(() => {
    window.removeEventListener("keydown", onKey, true);
    // Once what the sheet covered can be reached again.
    queueMicrotask(() => opener instanceof HTMLElement && opener.isConnected && opener.focus({ preventScroll: true }));
  });

  return (
    <Dynamic component={props.layout.isNarrow() ? "main" : "section"} class={styles.sheet} aria-labelledby="compare">
      <header class={styles.head}>
        <div>
          <h2 id="compare" tabindex="-1" ref={heading} class={styles.title}>
            {t("compare.heading")}
            <span class={styles.territory}> · {workspace.territory.value()?.summary.title}</span>
          </h2>
          <p class={styles.intro}>{t("compare.intro")}</p>
          <p class={styles.printed}>
            {t("compare.printedOn", formats().date(new Date().toISOString()))}
            <Show when={workspace.camps.choice()?.name}>{(name) => <> · {t("compare.camp", name())}</>}</Show>
          </p>
        </div>
        <span class={styles.guide}>
          <ScreenGuide screen="compare" />
        </span>
        <Button look="quiet" aria-label={t("compare.close")} title={t("compare.close")} onClick={close}>
          <Icon name="close" />
        </Button>
      </header>
      <Show when={comparison().subjects.length > 0} fallback={<NothingYet onLeave={close} />}>
        <div class={styles.tools}>
          <CompareChoices
            names={names()}
            comparison={comparison()}
            onChange={change}
            order={order()}
            onOrder={setOrder}
          />
          <CompareActions
            rows={comparing.rows()}
            names={names()}
            baseline={comparison().baseline}
            territoryName={workspace.territoryName()}
          />
        </div>
        <Show when={comparing.answer.problem()}>
          {(problem) => (
            <ProblemNotice problem={problem()} heading={t("compare.failed")} onRetry={comparing.answer.retry} />
          )}
        </Show>
        <Show when={comparing.unknownStations() > 0}>
          <Notice kind="warning">
            {t("compare.unknownStations", comparing.unknownStations(), formats().integer(comparing.unknownStations()))}
          </Notice>
        </Show>
        <section class={styles.scroll} aria-label={t("compare.table")} tabindex="0">
          <CompareTable
            rows={comparing.rows()}
            columns={columns()}
            baseline={comparison().baseline}
            order={order()}
            onRename={(place, name) => comparing.names.rename(comparison().subjects[place] ?? [], name)}
            onRemove={(place) => change(removeSubject(comparison(), place))}
          />
          <CompareNotes />
        </section>
      </Show>
    </Dynamic>
  );
}

/** Fields and dialogs have an Escape of their own. */
function isElsewhere(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLElement && target.closest("input:not([type=radio]), select") !== null;
  return isField || document.querySelector("[role=dialog]") !== null;
}

function NothingYet(props: { readonly onLeave: () => void }) {
  const { t } = useLanguage();
  return (
    <div class={styles.empty}>
      <h3>{t("compare.empty")}</h3>
      <p>{t("compare.emptyHow")}</p>
      <Button look="primary" onClick={() => props.onLeave()}>
        {t("compare.emptyButton")}
      </Button>
    </div>
  );
}
