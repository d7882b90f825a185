import { For, Show } from "solid-js";
import { Button } from "../../design/button.tsx";
import { Notice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { Comparison, Subject } from "../../workspace/compare-subjects.ts";
import type { OpenComparison } from "../../workspace/create-comparison.ts";

interface CompareLostProps {
  readonly comparing: OpenComparison;
  readonly onForget: (comparison: Comparison) => void;
}

/** What the link asks for and is not there: named, left out of the table, and taken out of the link when asked. */
export function CompareLost(props: CompareLostProps) {
  const { t, formats } = useLanguage();
  const subjects = () =>
    props.comparing.lost().map(({ subject, reason }) => t(`compare.lost.${reason}`, idOf(subject)));
  const zones = () =>
    props.comparing.shown().flatMap(({ compared }) => {
      if (compared.status !== "ready" || compared.origin.kind !== "zones") return [];
      const { zoning, lostZones } = compared.origin;
      return lostZones === 0 ? [] : [t("compare.lost.some", zoning.name, lostZones, formats().integer(lostZones))];
    });
  const stations = () => {
    const count = props.comparing.unknownStations();
    return count === 0 ? [] : [t("compare.unknownStations", count, formats().integer(count))];
  };
  const sentences = () => [...subjects(), ...zones(), ...stations()];
  return (
    <div role="status">
      <Show when={sentences().length > 0}>
        <Notice kind="warning">
          <strong>{t("compare.lost.heading")}</strong>
          <For each={sentences()}>{(sentence) => <p>{sentence}</p>}</For>
          <Show when={subjects().length > 0}>
            <Button size="small" onClick={() => props.onForget(props.comparing.withoutLost())}>
              {t("compare.lost.forget")}
            </Button>
          </Show>
        </Notice>
      </Show>
    </div>
  );
}

function idOf(subject: Subject): string {
  switch (subject.kind) {
    case "stations":
      return subject.stationIds[0] ?? "";
    case "zones":
      return subject.zoningId;
    case "plan":
      return subject.planId;
  }
}
