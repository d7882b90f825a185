import { createEffect, createMemo, createSignal, For, Match, on, Show, Switch } from "solid-js";
import type { Outing, OutingRouteSummary } from "../../../server/contract/outings.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { createOutingProgress, type LiveOuting } from "../../progress/create-outing-progress.ts";
import { OutingProgress } from "../progress/outing-progress.tsx";
import { SurveyFigures } from "../surveys/survey-figures.tsx";
import { createOuting, type OpenOuting } from "./create-outing.ts";
import { OutingDialogs, type OutingWish } from "./outing-dialogs.tsx";
import { OutingHead } from "./outing-head.tsx";
import styles from "./outing-view.module.css";
import { RouteLine } from "./route-line.tsx";

/** One outing: when and where, its routes with who has them, and all that may be done while it is walked. */
export function OutingView(props: { readonly outingId: string; readonly home: string }) {
  const live = createOutingProgress(() => props.outingId);
  const open = createOuting(useApi(), () => props.outingId, live.progress);
  return (
    <Switch>
      <Match when={open.loadProblem()}>{(problem) => <ProblemNotice problem={problem()} onRetry={open.retry} />}</Match>
      <Match when={open.outing()}>
        {(outing) => <Known open={open} live={live} outing={outing()} home={props.home} />}
      </Match>
      <Match when={true}>
        <Skeleton lines={8} />
      </Match>
    </Switch>
  );
}

interface KnownProps {
  readonly open: OpenOuting;
  readonly live: LiveOuting;
  readonly outing: Outing;
  readonly home: string;
}

function Known(props: KnownProps) {
  const { t, formats } = useLanguage();
  const [wish, setWish] = createSignal<OutingWish | null>(null);
  const isEnded = () => props.outing.endedAt !== null;
  /** Whoever has closed it. */
  createEffect(on(isEnded, (isOver, before) => isOver && before === false && props.open.tell(t("outings.closed"))));
  /** A route that was made and unmade says nothing to anybody. */
  const shown = createMemo(() =>
    props.outing.outingRoutes.filter(({ state, stops }) => state !== "taken-back" || stops > 0),
  );
  // What moves while it is walked is told by the stream, here as in its own part.
  const doorsTried = () => props.live.progress()?.total.doorsTried ?? props.outing.doorsTried;
  const now = (route: OutingRouteSummary): OutingRouteSummary => {
    const heard = props.live.progress()?.routes.find(({ id }) => id === route.id);
    return heard ? { ...route, state: heard.state, heardAt: heard.heardAt } : route;
  };
  return (
    <>
      <OutingHead outing={props.outing} doorsTried={doorsTried()} home={props.home} onWish={setWish} />
      <Show when={props.open.isStale()}>
        <Notice kind="warning">{t("app.offline")}</Notice>
      </Show>
      <Show when={wish() === null && props.open.problem()}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
      <Show when={!isEnded() && isOnThisMachine(props.outing.linkBase)}>
        <Notice kind="warning">{t("outings.localOnly")}</Notice>
      </Show>
      {/* Said once the dialog that it was done in is gone: what is behind a dialog is not read aloud. */}
      <Announcement words={props.open.told()} />
      <Show when={props.open.told() !== ""}>
        <Notice>
          {/* Has the focus when the button that had it is done. */}
          <div class={styles.undo} tabindex="-1">
            <span>{props.open.told()}</span>
            <Show when={!isEnded() && props.open.undoable()}>
              <Button size="small" isBusy={props.open.isBusy()} onClick={() => props.open.undo(t("outings.undone"))}>
                <Icon name="undo" />
                {t("outings.undo")}
              </Button>
            </Show>
          </div>
        </Notice>
      </Show>
      <Show when={props.outing.freeStops > 0}>
        <Notice kind="warning">
          <strong>{t("outings.free", props.outing.freeStops, formats().integer(props.outing.freeStops))}</strong>
          <Show when={!isEnded()}>
            <p>{t("outings.freeHow")}</p>
          </Show>
        </Notice>
      </Show>
      <OutingProgress live={props.live} territoryName={props.outing.territoryName} />
      <Show when={props.outing.surveyTitle}>
        {(title) => <SurveyFigures outingId={props.outing.id} title={title()} />}
      </Show>
      <Section title={t("outings.routes")} level={2}>
        <ul class={styles.routes}>
          <For each={shown().map(({ id }) => id)}>
            {(id) => (
              <Show when={props.outing.outingRoutes.find((route) => route.id === id)}>
                {(route) => (
                  <RouteLine outing={props.outing} route={now(route())} onWish={setWish} onTell={props.open.tell} />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Section>
      <Show when={!isEnded()}>
        <div>
          <Button look="danger" onClick={() => setWish({ kind: "close" })}>
            {t("outings.close")}
          </Button>
        </div>
      </Show>
      <OutingDialogs
        open={props.open}
        outing={props.outing}
        wish={wish()}
        onDone={() => {
          setWish(null);
        }}
      />
    </>
  );
}

function isOnThisMachine(address: string): boolean {
  const { hostname } = new URL(address);
  return hostname === "localhost" || hostname === "[::1]" || hostname.startsWith("127.");
}
