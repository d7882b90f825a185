import { createSignal, For, Show } from "solid-js";
import { MOST_CUT_ADDRESSES } from "../../../server/contract/zones.ts";
import { Button } from "../../design/button.tsx";
import { Choice } from "../../design/choice.tsx";
import { Notice } from "../../design/notice.tsx";
import { NumberField } from "../../design/number-field.tsx";
import { Segmented } from "../../design/segmented.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { LIMITS } from "../../workspace/plan-form.ts";
import { readWithin } from "../../workspace/team-form.ts";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { CutCount } from "../../zones/create-zone-cut.ts";
import type { Zones } from "../../zones/create-zones.ts";
import { CUT_SUBJECTS, type CutSubject, lockedNames } from "../../zones/places-to-cut.ts";
import { NO_CONTENT } from "../../zones/zoning-content.ts";
import styles from "./cut-view.module.css";

const ZONES = { low: 1, high: 200, step: 1 };
const SUGGESTED = "8";

/** What is to be cut, and into how many zones. */
export function CutForm(props: { readonly zones: Zones; readonly onAsk: (count: CutCount) => void }) {
  const workspace = useWorkspace();
  const { t, formats } = useLanguage();
  const [kind, setKind] = createSignal<CutCount["kind"]>("zones");
  const [zones, setZones] = createSignal(SUGGESTED);
  const [volunteers, setVolunteers] = createSignal("4");
  const [minutes, setMinutes] = createSignal("120");
  const cut = () => props.zones.cut;
  const doorsOf = (places: Iterable<number>) => props.zones.index()?.doorsOf(places) ?? 0;
  const hasArea = () => workspace.selection() !== null && workspace.selection()?.kind !== "best";
  const subjects = () =>
    CUT_SUBJECTS.filter(
      (one) =>
        one === "all" ||
        (one === "free" && props.zones.zones().length > 0 && props.zones.free().length > 0) ||
        (one === "zones" && props.zones.zones().length > 0) ||
        (one === "area" && hasArea()) ||
        one === cut().subject(),
    );
  const content = () => props.zones.zoning()?.content() ?? NO_CONTENT;
  const left = () => {
    const known = cut().chosen();
    return known === null ? [] : lockedNames(content(), known);
  };
  const range = (limits: { readonly low: number; readonly high: number }) =>
    t("plan.invalid", formats().integer(limits.low), formats().integer(limits.high));
  const count = (): CutCount | null => {
    if (kind() === "zones") {
      const asked = readWithin(zones(), ZONES);
      return asked === null || !Number.isInteger(asked) ? null : { kind: "zones", zones: asked };
    }
    const [people, time] = [readWithin(volunteers(), LIMITS.volunteers), readWithin(minutes(), LIMITS.minutes)];
    return people === null || time === null ? null : { kind: "team", volunteers: people, minutes: time };
  };
  const canAsk = () => count() !== null && (cut().chosen()?.places.length ?? 0) > 0 && !cut().isTooLarge();
  const ask = (event: SubmitEvent) => {
    event.preventDefault();
    const asked = count();
    if (asked !== null && canAsk() && cut().askedSince() === null) props.onAsk(asked);
  };
  /** Another question: what was cut answers it no more. */
  const changed = (set: (value: string) => void) => (value: string) => {
    cut().forget();
    set(value);
  };
  return (
    <form class={styles.form} onSubmit={ask}>
      <Choice<CutSubject>
        label={t("cut.subject")}
        labelPlace="above"
        value={cut().subject()}
        options={subjects().map((value) => ({ value, label: t(`cut.subjects.${value}`) }))}
        onChange={(value) => cut().choose(value)}
      />
      <Show when={cut().subject() === "zones"}>
        <fieldset class={styles.ticks}>
          <legend>{t("cut.whichZones")}</legend>
          <For each={props.zones.zones()}>
            {(zone) => (
              <label>
                <input
                  type="checkbox"
                  checked={cut().zoneIds().includes(zone.id)}
                  disabled={zone.isLocked}
                  onChange={(event) => {
                    const others = cut()
                      .zoneIds()
                      .filter((id) => id !== zone.id);
                    cut().choose("zones", event.currentTarget.checked ? [...others, zone.id] : others);
                  }}
                />
                {zone.isLocked ? `${zone.name} (${t("zones.locked")})` : zone.name}
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Show when={cut().chosen()}>
        {(chosen) => (
          <div class={styles.small} aria-live="polite">
            <p>{t("cut.doors", doorsOf(chosen().places), formats().integer(doorsOf(chosen().places)))}</p>
            <Show when={left().length > 0}>
              <p>{t("cut.locked", left().length, formats().list(left()))}</p>
            </Show>
            <Show when={chosen().away.length > 0}>
              <p>{t("cut.away", doorsOf(chosen().away), formats().integer(doorsOf(chosen().away)))}</p>
            </Show>
          </div>
        )}
      </Show>
      <Show when={cut().isTooLarge()}>
        <Notice kind="warning">
          {t(
            "cut.tooLarge",
            formats().integer(cut().chosen()?.places.length ?? 0),
            formats().integer(MOST_CUT_ADDRESSES),
          )}
        </Notice>
      </Show>
      <Segmented
        label={t("cut.count")}
        size="small"
        value={kind()}
        options={[
          { value: "zones", label: t("cut.counts.zones") },
          { value: "team", label: t("cut.counts.team") },
        ]}
        onChange={(value) => {
          cut().forget();
          setKind(value);
        }}
      />
      <Show
        when={kind() === "team"}
        fallback={
          <NumberField
            label={t("cut.zones")}
            value={zones()}
            limits={ZONES}
            problem={kind() === "zones" && count() === null ? range(ZONES) : undefined}
            onChange={changed(setZones)}
          />
        }
      >
        <div class={styles.pair}>
          <NumberField
            label={t("zones.volunteers")}
            value={volunteers()}
            limits={LIMITS.volunteers}
            problem={readWithin(volunteers(), LIMITS.volunteers) === null ? range(LIMITS.volunteers) : undefined}
            onChange={changed(setVolunteers)}
          />
          <NumberField
            label={t("zones.minutes")}
            suffix={t("zones.minutesSuffix")}
            value={minutes()}
            limits={LIMITS.minutes}
            problem={readWithin(minutes(), LIMITS.minutes) === null ? range(LIMITS.minutes) : undefined}
            onChange={changed(setMinutes)}
          />
        </div>
      </Show>
      <Button
        look={cut().shown() === null ? "primary" : "plain"}
        type="submit"
        disabled={!canAsk()}
        isBusy={cut().askedSince() !== null}
      >
        {cut().shown() === null ? t("cut.go") : t("cut.again")}
      </Button>
    </form>
  );
}
