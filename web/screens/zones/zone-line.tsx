import { Show } from "solid-js";
import type { Zone } from "../../../server/contract/drawn-zones.ts";
import { Icon } from "../../design/icon.tsx";
import { Spoken } from "../../design/spoken.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { paletteOf, zoneColour } from "../../map/palette.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";
import { looseParts } from "../../zones/loose-parts.ts";
import { balanceWord } from "../../zones/zone-balance.ts";
import { zoneVotesPerHour } from "../../zones/zone-worth.ts";
import type { Layout } from "../workspace/create-layout.ts";
import { ZoneEditor } from "./zone-editor.tsx";
import styles from "./zone-line.module.css";

export interface ZoneProps {
  readonly zones: Zones;
  readonly zone: Zone;
  readonly map: TerritoryMap | null;
  readonly layout: Layout;
}

/** A zone in the list: its colour and name, what it amounts to, how it stands to the target; opened, how to change it. */
export function ZoneLine(props: ZoneProps & { readonly target: number | null }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const { theme } = useTheme();
  const isOpen = () => props.zones.openedId() === props.zone.id;
  const places = () => props.zones.members().get(props.zone.id) ?? [];
  const doors = () => props.zones.index()?.doorsOf(places()) ?? 0;
  const figures = () => props.zones.figures.of(props.zone.id);
  const conversations = () => {
    const report = workspace.camps.scores.value();
    return report === null ? null : doors() * report.assumptions.conversationsPerDoor;
  };
  const worth = () => {
    const [index, report] = [props.zones.index(), workspace.camps.scores.value()];
    if (index === null || report === null || places().length === 0) return null;
    if (workspace.ranking.signalOf("hourly")?.level === "none") return t("zones.noSignal");
    const value = zoneVotesPerHour(index, places(), workspace.scoreOf, workspace.ranking.walkOf);
    return value === null ? null : t("zones.votesPerHour", formats().decimal(value, 2));
  };
  const details = () => {
    const talks = conversations();
    const work = figures();
    const parts = 1 + looseParts(work).length;
    return [
      parts > 1 ? t("zones.inParts", formats().integer(parts)) : null,
      talks === null ? null : t("zones.conversations", Math.round(talks), formats().integer(talks)),
      work === null
        ? null
        : work.workSeconds === 0
          ? t("zones.unreached")
          : t("zones.work", formats().duration(work.workSeconds)),
      worth(),
    ].filter((words) => words !== null);
  };
  return (
    <li class={styles.zone} classList={{ [styles.opened ?? ""]: isOpen() }}>
      <div class={styles.head}>
        <label class={styles.tick}>
          <input
            type="checkbox"
            checked={props.zones.picked().has(props.zone.id)}
            onChange={(event) => props.zones.pick(props.zone.id, event.currentTarget.checked)}
          />
          <Spoken>{t("zones.include", props.zone.name)}</Spoken>
        </label>
        <button
          type="button"
          class={styles.name}
          aria-expanded={isOpen()}
          onClick={() => props.zones.open(isOpen() ? null : props.zone.id)}
        >
          <i style={{ "background-color": zoneColour(paletteOf(theme()), props.zone.colour) }} />
          <strong>{props.zone.name}</strong>
          <Show when={props.zone.isLocked}>
            <span class={styles.lock}>
              <Icon name="lock" />
              <Spoken>{t("zones.locked")}</Spoken>
            </span>
          </Show>
          <span class={styles.doors}>{t("zones.doors", doors(), formats().integer(doors()))}</span>
        </button>
      </div>
      <Show when={places().length > 0}>
        <Show when={figures()} fallback={<p class={styles.details}>{t("zones.pending")}</p>}>
          {(known) => (
            <Show when={known().workSeconds > 0}>
              <Balance workSeconds={known().workSeconds} target={props.target} />
            </Show>
          )}
        </Show>
        <p class={styles.details}>{details().join(" · ")}</p>
      </Show>
      <Show when={isOpen()}>
        <ZoneEditor zones={props.zones} zone={props.zone} map={props.map} layout={props.layout} />
      </Show>
    </li>
  );
}

/** Work against the target: the bar ends at twice the target, whose place is marked. */
function Balance(props: { readonly workSeconds: number; readonly target: number | null }) {
  const { t, formats } = useLanguage();
  return (
    <Show when={props.target}>
      {(target) => {
        const share = () => props.workSeconds / target();
        const word = () => balanceWord(props.workSeconds, target());
        return (
          <p class={styles.balance} data-balance={word()}>
            <span class={styles.track} aria-hidden="true">
              <i style={{ width: `${Math.min(100, share() * 50)}%` }} />
            </span>
            <span>{t(`zones.balance.${word()}`, formats().share(share(), 0))}</span>
          </p>
        );
      }}
    </Show>
  );
}
