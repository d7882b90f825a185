import { createMemo, For, Show } from "solid-js";
import { Button, LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Section } from "../../design/section.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import type { Zones } from "../../zones/create-zones.ts";
import type { OpenZoning } from "../../zones/create-zoning.ts";
import { targetSeconds } from "../../zones/zone-balance.ts";
import type { Layout } from "../workspace/create-layout.ts";
import { BalanceChoice } from "./balance-choice.tsx";
import { CUT_OPENER } from "./cut-view.tsx";
import { FreeDoors } from "./free-doors.tsx";
import { LooseParts } from "./loose-parts.tsx";
import { ADD_ZONE } from "./zone-editor.tsx";
import { ZoneLine } from "./zone-line.tsx";
import styles from "./zones-tab.module.css";
import { ZoningScore } from "./zoning-score.tsx";
import { ZoningVersions } from "./zoning-versions.tsx";

interface OpenZoningProps {
  readonly zones: Zones;
  readonly zoning: OpenZoning;
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** The zones of a zoning with their figures, the doors that no zone has, versions and files. */
export function OpenZoningView(props: OpenZoningProps) {
  const { t, formats } = useLanguage();
  const seconds = createMemo(() =>
    targetSeconds(
      props.zones.target(),
      props.zones.zones().map(({ id }) => props.zones.figures.of(id)?.workSeconds ?? 0),
    ),
  );
  /** The new zone opens above the button, which must not be pushed out of sight with the focus in it. */
  const add = () => {
    props.zones.edits.add();
    requestAnimationFrame(() => document.getElementById(ADD_ZONE)?.scrollIntoView({ block: "nearest" }));
  };
  return (
    <Show when={props.zoning.isLoaded()} fallback={<Skeleton lines={6} />}>
      <p class={styles.intro}>{t("zones.intro")}</p>
      <FreeDoors zones={props.zones} map={props.map} layout={props.layout} />
      <LooseParts zones={props.zones} map={props.map} layout={props.layout} />
      <Show when={props.zones.unknownAddresses() > 0}>
        <Notice kind="warning">
          {t("zones.unknown", props.zones.unknownAddresses(), formats().integer(props.zones.unknownAddresses()))}
        </Notice>
      </Show>
      <Show when={props.zones.figures.problem()}>
        {(problem) => (
          <ProblemNotice problem={problem()} heading={t("zones.figuresFailed")} onRetry={props.zones.figures.retry} />
        )}
      </Show>
      {/* In a place of its own: what stands after it is not moved, and keeps the focus. */}
      <div class={styles.zones}>
        <Show when={props.zones.zones().length > 0} fallback={<p class={styles.intro}>{t("zones.noZones")}</p>}>
          <ZoningScore zones={props.zones} />
          <BalanceChoice target={props.zones.target()} seconds={seconds()} onChange={props.zones.setTarget} />
          <ul class={styles.list} aria-label={t("zones.list")}>
            {/* By id: a zone that changes keeps its line, and the focus in it. */}
            <For each={props.zones.zones().map(({ id }) => id)}>
              {(zoneId) => (
                <Show when={props.zones.zones().find(({ id }) => id === zoneId)}>
                  {(zone) => (
                    <ZoneLine
                      zones={props.zones}
                      zone={zone()}
                      target={seconds()}
                      map={props.map}
                      layout={props.layout}
                    />
                  )}
                </Show>
              )}
            </For>
          </ul>
        </Show>
      </div>
      <div class={styles.buttons}>
        <Button id={ADD_ZONE} onClick={add}>
          <Icon name="plus" />
          {t("zones.add")}
        </Button>
        <Button id={CUT_OPENER} onClick={() => props.zones.cut.open([...props.zones.picked()])}>
          <Icon name="split" />
          {t("cut.open")}
        </Button>
      </div>
      <ZoningVersions zones={props.zones} zoning={props.zoning} />
      <Show when={props.zones.zones().length > 0}>
        <Section title={t("zones.exports")}>
          <div class={styles.buttons}>
            <For each={["geojson", "csv"] as const}>
              {(format) => (
                <LinkButton
                  size="small"
                  href={props.zones.api.zonesFileAddress(props.zoning.zoningId, format)}
                  download=""
                >
                  <Icon name="download" />
                  {format === "geojson" ? "GeoJSON" : "CSV"}
                </LinkButton>
              )}
            </For>
          </div>
        </Section>
      </Show>
    </Show>
  );
}
