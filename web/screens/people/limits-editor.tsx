import { createSignal, Match, Show, Switch } from "solid-js";
import type { Limits } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Choice } from "../../design/choice.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { CheckList } from "./check-list.tsx";
import { communeChoices, stationsOf, toggleCommune, toggleStation, toggleZone } from "./limit-choices.ts";
import styles from "./people.module.css";

interface LimitsEditorProps {
  readonly limits: Limits;
  readonly onChange: (limits: Limits) => void;
}

type Kind = "stations" | "communes" | "zones";

/** Where an organizer may work: stations and communes of any territory, zones of any zoning, together. */
export function LimitsEditor(props: LimitsEditorProps) {
  const api = useApi();
  const { t } = useLanguage();
  const [kind, setKind] = createSignal<Kind>("stations");
  const [chosenTerritory, setTerritory] = createSignal<string | null>(null);
  const [chosenZoning, setZoning] = createSignal<string | null>(null);
  const territories = createLoad(
    () => "all",
    (_, signal) => api.territories(signal),
  );
  const territory = () => chosenTerritory() ?? territories.value()?.[0]?.name ?? null;
  const stations = createLoad(territory, (name, signal) => api.stations(name, signal));
  const zonings = createLoad(
    () => (kind() === "zones" ? territory() : null),
    (name, signal) => api.zonings(name, signal),
  );
  const zoningId = () => {
    const known = zonings.value() ?? [];
    return (known.find(({ id }) => id === chosenZoning()) ?? known[0])?.id ?? null;
  };
  const zoning = createLoad(zoningId, (id, signal) => api.zoning(id, signal));
  const problem = () => territories.problem() ?? stations.problem() ?? zonings.problem() ?? zoning.problem();

  const stationOptions = () =>
    (stations.value() ?? []).map(({ stationId, number, name, communeName }) => ({
      id: stationId,
      label: [...new Set([number, name, communeName])].filter((word) => word !== "").join(" · "),
    }));
  const zoneOptions = () =>
    (zoning.value()?.zones ?? [])
      .map(({ id, name }) => ({ id, label: name }))
      .sort((a, b) => a.label.localeCompare(b.label));
  const summary = () => {
    const { communes, zones } = props.limits;
    const count = props.limits.stations.reduce((sum, { stationIds }) => sum + stationIds.length, 0);
    return t("people.limits.summary", count, communes.length, zones.length);
  };

  return (
    <div class={styles.group}>
      <Segmented
        label={t("people.limits.kind")}
        size="small"
        value={kind()}
        options={[
          { value: "stations", label: t("people.limits.stations") },
          { value: "communes", label: t("people.limits.communes") },
          { value: "zones", label: t("people.limits.zones") },
        ]}
        onChange={setKind}
      />
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <Show when={(territories.value() ?? []).length > 1}>
        <Choice
          label={t("people.limits.territory")}
          labelPlace="above"
          value={territory() ?? ""}
          options={(territories.value() ?? []).map(({ name, title }) => ({ value: name, label: title }))}
          onChange={setTerritory}
        />
      </Show>
      <Switch fallback={<Skeleton lines={2} />}>
        <Match when={kind() === "stations" && stations.value()}>
          <CheckList
            label={t("people.limits.stations")}
            options={stationOptions()}
            isChosen={(id) => stationsOf(props.limits, territory() ?? "").includes(id)}
            onToggle={(id) => props.onChange(toggleStation(props.limits, territory() ?? "", id))}
          />
        </Match>
        <Match when={kind() === "communes" && stations.value()}>
          {(known) => (
            <CheckList
              label={t("people.limits.communes")}
              options={communeChoices(known())}
              isChosen={(code) => props.limits.communes.includes(code)}
              onToggle={(code) => props.onChange(toggleCommune(props.limits, code))}
            />
          )}
        </Match>
        <Match when={kind() === "zones" && zonings.value()?.length === 0}>
          <p class={styles.soft}>{t("people.limits.noZoning")}</p>
        </Match>
        <Match when={kind() === "zones" && zoning.value()}>
          {(known) => (
            <>
              <Choice
                label={t("people.limits.zoning")}
                labelPlace="above"
                value={known().id}
                options={(zonings.value() ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onChange={setZoning}
              />
              <CheckList
                label={t("people.limits.zones")}
                options={zoneOptions()}
                isChosen={(zoneId) =>
                  props.limits.zones.some((zone) => zone.zoningId === known().id && zone.zoneId === zoneId)
                }
                onToggle={(zoneId) => props.onChange(toggleZone(props.limits, known().id, zoneId))}
              />
            </>
          )}
        </Match>
      </Switch>
      <p class={styles.soft} aria-live="polite">
        {summary() === "" ? t("people.limits.empty") : summary()}
      </p>
    </div>
  );
}
