import { createMemo, onCleanup, onMount, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { MOST_COMPARED } from "../../../server/contract/comparison.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { IconButton } from "../../design/icon-button.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { remember, remembered } from "../../design/remembered.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { NO_SORT, nextSort, type RowSort } from "../../workspace/compare-differences.ts";
import { type Comparison, closeComparison, removeSubject } from "../../workspace/compare-subjects.ts";
import { createComparison } from "../../workspace/create-comparison.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import { useZones } from "../../zones/zones-context.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { CompareActions } from "./compare-actions.tsx";
import { CompareChoices } from "./compare-choices.tsx";
import { CompareLost } from "./compare-lost.tsx";
import { CompareNotes } from "./compare-notes.tsx";
import styles from "./compare-sheet.module.css";
import { CompareTable } from "./compare-table.tsx";
import { comparedColumn } from "./compared-column.ts";
import { printFit } from "./print-fit.ts";
import { TwinMaps } from "./twin-maps.tsx";

const MAPS = "compare.maps";
const [YES, NO] = ["yes", "no"];

/** The comparison over the map: beside the panel on a wide screen, alone on a narrow one, one page on paper. */
export function CompareSheet(props: { readonly layout: Layout; readonly onCopyLink: () => void }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const zones = useZones();
  const comparing = createComparison(useApi(), workspace, (zoningId) => {
    const open = zones()?.zoning() ?? null;
    return open?.zoningId === zoningId ? open.revision() : 0;
  });
  const comparison = () => workspace.state().comparison;
  const change = (part: Partial<Comparison>) =>
    workspace.move({ type: "comparison-changed", comparison: { ...comparison(), ...part } });
  /** By column. One that is the baseline now, or not there, sorts nothing. */
  const sort = createMemo((): RowSort => {
    const { sort: chosen } = comparison();
    const column = comparing.shown().findIndex(({ place }) => place === chosen.place);
    const isThere = column >= 0 && column !== comparing.baseline();
    return isThere ? { ...chosen, place: column } : { ...NO_SORT, order: chosen.order };
  });
  const setSort = (chosen: RowSort) => change({ sort: { ...chosen, place: placeOf(chosen.place) } });
  // A phone has room for the table alone, until somebody asks for the maps.
  const hadMaps = (remembered(MAPS) ?? (props.layout.isNarrow() ? NO : YES)) === YES;
  const hasMaps = () => comparison().areMapsShown ?? hadMaps;
  const toggleMaps = () => {
    const areMapsShown = !hasMaps();
    remember(MAPS, areMapsShown ? YES : NO);
    change({ areMapsShown, mapsCamera: null });
  };
  const close = () => change(closeComparison(comparison()));

  const columns = createMemo(() =>
    comparing.shown().map((one) => comparedColumn(one, comparing.names.nameOf(one.subject), t, formats())),
  );
  const names = () => columns().map(({ name }) => name);
  const placeOf = (column: number | null) => (column === null ? null : (comparing.shown()[column]?.place ?? null));
  const rename = (column: number, name: string) => {
    const one = comparing.shown()[column];
    if (one !== undefined) comparing.names.rename(one.subject, name);
  };
  const remove = (column: number) => {
    const place = placeOf(column);
    if (place !== null) change(removeSubject(comparison(), place));
  };

  let heading: HTMLHeadingElement | undefined;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented || isElsewhere(event.target)) return;
    event.preventDefault();
    close();
  };
  onMount(() => {
    heading?.focus({ preventScroll: true });
    // What this device shows by itself another one might not: the link says it.
    change({ areMapsShown: hasMaps() });
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
          {/* In a narrow window it is the whole page. */}
          <Dynamic
            component={props.layout.isNarrow() ? "h1" : "h2"}
            id="compare"
            tabindex="-1"
            ref={heading}
            class={styles.title}
          >
            {t("compare.heading")}
            <span class={styles.territory}> · {workspace.territory.value()?.summary.title}</span>
          </Dynamic>
          <p class={styles.intro}>{t("compare.intro")}</p>
          <p class={styles.printed}>
            {t("compare.printedOn", formats().date(new Date().toISOString()))}
            <Show when={workspace.camps.choice()?.name}>{(name) => <> · {t("compare.camp", name())}</>}</Show>
          </p>
        </div>
        <IconButton icon="link" label={t("search.command.copyLink")} onClick={() => props.onCopyLink()} />
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
            baseline={comparing.baseline()}
            onBaseline={(column) => change({ baseline: placeOf(column) })}
            sort={sort()}
            onSort={setSort}
            isNarrow={props.layout.isNarrow()}
          />
          <div class={styles.actions}>
            <Button size="small" aria-pressed={hasMaps()} onClick={toggleMaps}>
              <Icon name={hasMaps() ? "check" : "fit"} />
              {t("compare.maps")}
            </Button>
            <CompareActions
              rows={comparing.rows()}
              columns={columns()}
              baseline={comparing.baseline()}
              territoryName={workspace.territoryName()}
            />
          </div>
        </div>
        <Show when={comparing.answer.problem() ?? comparing.places.problem()}>
          {(problem) => (
            <ProblemNotice
              problem={problem()}
              heading={t("compare.failed")}
              onRetry={() => {
                comparing.places.retry();
                if (comparing.answer.problem() !== null) comparing.answer.retry();
              }}
            />
          )}
        </Show>
        <CompareLost comparing={comparing} onForget={change} />
        <Show when={hasMaps()}>
          <TwinMaps
            comparing={comparing}
            names={names()}
            most={props.layout.isNarrow() ? 2 : MOST_COMPARED}
            camera={comparison().mapsCamera}
            onCamera={(mapsCamera) => change({ mapsCamera })}
          />
        </Show>
        <section
          class={styles.scroll}
          aria-label={t("compare.table")}
          tabindex="0"
          style={{ "--print-fit": printFit(comparing.rows().length, columns().length) }}
        >
          <CompareTable
            rows={comparing.rows()}
            columns={columns()}
            baseline={comparing.baseline()}
            sort={sort()}
            onSort={(column) => setSort(nextSort(sort(), column))}
            onRename={rename}
            onRemove={remove}
          />
          <CompareNotes hasParts={comparing.shown().some(({ subject }) => subject.kind !== "stations")} />
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
