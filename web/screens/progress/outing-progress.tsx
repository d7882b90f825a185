import { createEffect, createMemo, createSignal, For, Match, on, onCleanup, Show, Switch } from "solid-js";
import type { OutingProgress as Progress } from "../../../server/contract/progress.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { EmptyNote } from "../../design/empty-note.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { createNow } from "../../progress/create-now.ts";
import type { Connection, LiveOuting } from "../../progress/create-outing-progress.ts";
import { routeNews } from "../../progress/route-news.ts";
import { GroupTable } from "./group-table.tsx";
import styles from "./outing-progress.module.css";
import { ProgressMap } from "./progress-map.tsx";
import { ProgressTotals } from "./progress-totals.tsx";
import { RouteTable } from "./route-table.tsx";

interface OutingProgressProps {
  readonly live: LiveOuting;
  readonly territoryName: string;
}

type View = "routes" | "stations" | "zones";
/** What is read aloud waits until figures that follow each other have come to rest. */
const SETTLED_MS = 2500;

/** An outing as it happens: what is done, by whom, against what was expected. */
export function OutingProgress(props: OutingProgressProps) {
  const { t } = useLanguage();
  const { allowed } = useSession();
  // Who only looks on is told nothing of single volunteers; who leads outings alone has no zones.
  const views = (): readonly View[] => [
    ...(allowed().runsOutings ? (["routes"] as const) : []),
    "stations",
    ...(allowed().seesPlans ? (["zones"] as const) : []),
  ];
  const [chosen, setView] = createSignal<View>("routes");
  const view = () => views().find((one) => one === chosen()) ?? "stations";
  const [zoningId, setZoningId] = createSignal<string | null>(null);
  const live = () => props.live;
  createEffect(() => live().setZoningId(view() === "zones" ? zoningId() : null));
  return (
    <section class={styles.section} aria-labelledby="progress-heading">
      <h2 id="progress-heading">{t("progress.heading")}</h2>
      <Switch>
        <Match when={live().problem()}>
          {(problem) => <ProblemNotice problem={problem()} onRetry={live().retry} />}
        </Match>
        <Match when={live().progress()}>
          {(progress) => (
            <>
              <ConnectionLine connection={live().connection()} endedAt={progress().endedAt} />
              <ProgressTotals total={progress().total} expected={progress().expectedContactRate} />
              <ProgressMap territoryName={props.territoryName} stops={progress().stops} />
              <Segmented
                label={t("progress.by")}
                isLabelHidden
                size="small"
                value={view()}
                options={views().map((value) => ({ value, label: t(`progress.views.${value}`) }))}
                onChange={setView}
              />
              <Details
                progress={progress()}
                territoryName={props.territoryName}
                view={view()}
                zoningId={zoningId()}
                onZoning={setZoningId}
              />
              <p class={styles.small}>{t("progress.whyFew")}</p>
              <Told progress={progress()} />
            </>
          )}
        </Match>
        <Match when={true}>
          <Skeleton lines={6} />
        </Match>
      </Switch>
    </section>
  );
}

function ConnectionLine(props: { readonly connection: Connection; readonly endedAt: string | null }) {
  const { t, formats, language } = useLanguage();
  const cutAt = () => (props.connection.kind === "cut" ? props.connection.since : null);
  const clock = (moment: Date) =>
    moment.toLocaleTimeString(language() === "fr" ? "fr-FR" : "en-GB", { hour: "2-digit", minute: "2-digit" });
  const state = () => {
    const moment = cutAt();
    if (moment !== null) return t("progress.cut", clock(moment));
    return props.connection.kind === "live" ? t("progress.live") : t("progress.connecting");
  };
  return (
    <div class={styles.connection}>
      {/* What has closed the outing is told by its page. */}
      <Announcement words={state()} />
      <Show
        when={cutAt()}
        fallback={
          <p classList={{ [styles.isLive ?? ""]: props.connection.kind === "live" }}>
            {state()}
            <Show when={props.endedAt}>{(at) => <> {t("progress.closed", formats().dateTime(at()))}</>}</Show>
          </p>
        }
      >
        <Notice kind="warning">{state()}</Notice>
      </Show>
    </div>
  );
}

interface DetailsProps {
  readonly progress: Progress;
  readonly territoryName: string;
  readonly view: View;
  readonly zoningId: string | null;
  readonly onZoning: (zoningId: string) => void;
}

function Details(props: DetailsProps) {
  const api = useApi();
  const { t } = useLanguage();
  const now = createNow();
  const stations = createLoad(
    () => (props.view === "stations" ? props.territoryName : null),
    (name, signal) => api.stations(name, signal),
  );
  const zonings = createLoad(
    () => (props.view === "zones" ? props.territoryName : null),
    (name, signal) => api.zonings(name, signal),
  );
  createEffect(() => {
    const first = zonings.value()?.[0];
    if (props.zoningId === null && first !== undefined) props.onZoning(first.id);
  });
  const nameOf = createMemo(() => new Map(stations.value()?.map((station) => [station.stationId, station.name])));
  const byStation = () =>
    props.progress.stations.map((station) => ({
      ...station,
      name:
        station.stationId === null ? t("progress.noStation") : (nameOf().get(station.stationId) ?? station.stationId),
    }));
  const byZone = () => props.progress.zones.map((zone) => ({ ...zone, name: zone.name ?? t("progress.noZone") }));
  return (
    <Switch>
      <Match when={props.view === "routes"}>
        <RouteTable progress={props.progress} now={now()} />
      </Match>
      <Match when={props.view === "stations"}>
        <GroupTable
          heading={t("progress.column.station")}
          groups={byStation()}
          expected={props.progress.expectedContactRate}
        />
      </Match>
      <Match when={zonings.problem()}>
        {(problem) => <ProblemNotice problem={problem()} onRetry={zonings.retry} />}
      </Match>
      <Match when={zonings.value()?.length === 0}>
        <EmptyNote action={t("empty.toZones")} href={`/t/${encodeURIComponent(props.territoryName)}?tab=zones`}>
          <p>{t("empty.zonings")}</p>
        </EmptyNote>
      </Match>
      <Match when={zonings.value()}>
        {(known) => (
          <>
            <label class={styles.zoning}>
              {t("progress.zoning")}
              <select value={props.zoningId ?? ""} onChange={(event) => props.onZoning(event.currentTarget.value)}>
                <For each={known()}>{(zoning) => <option value={zoning.id}>{zoning.name}</option>}</For>
              </select>
            </label>
            <GroupTable
              heading={t("progress.column.zone")}
              groups={byZone()}
              expected={props.progress.expectedContactRate}
            />
          </>
        )}
      </Match>
      <Match when={true}>
        <Skeleton lines={3} />
      </Match>
    </Switch>
  );
}

/** Says aloud how things stand, once they have come to rest. */
function Told(props: { readonly progress: Progress }) {
  const { t, formats } = useLanguage();
  const [words, setWords] = createSignal("");
  const figures = createMemo(() => {
    const { doorsTried, doors, stopsDone, stops } = props.progress.total;
    const written = formats().integer;
    const silent = props.progress.routes.filter((route) => routeNews(route, new Date()).kind === "silent");
    const tried = t("progress.saidDoors", doorsTried, written(doorsTried), written(doors));
    const said = `${tried}, ${t("progress.saidAddresses", stopsDone, written(stopsDone), written(stops))}.`;
    if (silent.length === 0) return said;
    return `${said} ${t("progress.saidSilent", formats().list(silent.map(({ routeId }) => t("progress.route", routeId))))}`;
  });
  createEffect(
    on(
      figures,
      (now) => {
        const timer = setTimeout(() => setWords(now), SETTLED_MS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );
  return <Announcement words={words()} />;
}
