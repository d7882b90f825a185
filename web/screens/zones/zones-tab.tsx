import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import tab from "../../design/tab.module.css";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import { useZones } from "../../zones/zones-context.tsx";
import { CompareTray } from "../compare/compare-tray.tsx";
import { ScreenGuide } from "../guide/screen-guide.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { NoStreets } from "../workspace/no-streets.tsx";
import { createZoningActions } from "./create-zoning-actions.ts";
import { CutView } from "./cut-view.tsx";
import { OpenZoningView } from "./open-zoning-view.tsx";
import { PlanZonesBar } from "./plan-zones-bar.tsx";
import { ADD_ZONE } from "./zone-editor.tsx";
import styles from "./zones-tab.module.css";
import { ZoningBar } from "./zoning-bar.tsx";

interface ZonesTabProps {
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** Who walks where: the territory shared out between zones, drawn on the map or put together from lists. */
export function ZonesTab(props: ZonesTabProps) {
  const workspace = useWorkspace();
  const zones = useZones();
  return (
    <Show when={workspace.hasStreets()} fallback={<NoZones />}>
      <Show when={zones()}>{(known) => <ZonesView zones={known()} map={props.map} layout={props.layout} />}</Show>
    </Show>
  );
}

function Title() {
  const { t } = useLanguage();
  return (
    <div class={tab.titled}>
      <h2>{t("zones.heading")}</h2>
      <ScreenGuide screen="zones" />
    </div>
  );
}

function NoZones() {
  return (
    <div class={tab.tab}>
      <Title />
      <NoStreets missing="zones" />
    </div>
  );
}

function ZonesView(props: ZonesTabProps & { readonly zones: Zones }) {
  const { t } = useLanguage();
  const actions = createZoningActions(() => props.zones);
  const isEmpty = () => props.zones.list.value()?.length === 0 && props.zones.zoning() === null;
  const [isBegun, setIsBegun] = createSignal(false);
  // What comes next, not the list of what is open, where keys of tools would be letters to search by.
  createEffect(() => {
    if (!isBegun() || props.zones.zoning()?.isLoaded() !== true) return;
    setIsBegun(false);
    queueMicrotask(() => document.getElementById(ADD_ZONE)?.focus());
  });
  return (
    <>
      <div class={tab.tab}>
        <Title />
        <Announcement words={props.zones.told()} />
        <Show when={actions.problem()}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
        <Show when={props.zones.isNamedLost()}>
          <LostZoning zones={props.zones} />
        </Show>
        <Switch>
          <Match when={props.zones.ground.problem()}>
            {(problem) => (
              <ProblemNotice problem={problem()} heading={t("zones.groundFailed")} onRetry={props.zones.ground.retry} />
            )}
          </Match>
          <Match when={props.zones.list.problem()}>
            {(problem) => (
              <ProblemNotice problem={problem()} heading={t("zones.listFailed")} onRetry={props.zones.list.retry} />
            )}
          </Match>
          <Match when={isEmpty()}>
            <section class={styles.empty}>
              <h3>{t("zones.empty")}</h3>
              <p>{t("zones.emptyHow")}</p>
              <Button
                look="primary"
                isBusy={actions.isBusy()}
                onClick={() => {
                  setIsBegun(true);
                  void actions.make({ name: t("zones.firstName"), copyOf: null });
                }}
              >
                {t("zones.createFirst")}
              </Button>
            </section>
          </Match>
          <Match when={props.zones.zoning()} keyed>
            {(zoning) => (
              <>
                <ZoningBar zones={props.zones} zoning={zoning} actions={actions} />
                <Show when={!zoning.isGone()}>
                  <Show
                    when={props.zones.cut.isOpen()}
                    fallback={
                      <OpenZoningView zones={props.zones} zoning={zoning} map={props.map} layout={props.layout} />
                    }
                  >
                    <CutView zones={props.zones} map={props.map} layout={props.layout} />
                  </Show>
                </Show>
              </>
            )}
          </Match>
          <Match when={true}>
            <Skeleton lines={6} />
          </Match>
        </Switch>
      </div>
      <CompareTray />
      <Show when={props.zones.cut.isOpen() ? null : props.zones.zoning()}>
        {(zoning) => <PlanZonesBar zones={props.zones} zoning={zoning()} layout={props.layout} />}
      </Show>
    </>
  );
}

/** The link that opened this page named a zoning that is not there. */
function LostZoning(props: { readonly zones: Zones }) {
  const { t } = useLanguage();
  const instead = () => props.zones.zoning()?.name() ?? "";
  return (
    <div role="alert">
      <Notice kind="warning">
        <strong>{t("zones.namedLost")}</strong>
        <p>{instead() === "" ? t("zones.namedLostNone") : t("zones.namedLostInstead", instead())}</p>
        <Button size="small" onClick={props.zones.forgetNamedLost}>
          {t("zones.understood")}
        </Button>
      </Notice>
    </div>
  );
}
