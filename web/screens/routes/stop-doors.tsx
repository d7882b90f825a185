import { Show } from "solid-js";
import { floorsToTell } from "../../../server/contract/floors-to-tell.ts";
import type { PlanStop } from "../../../server/contract/plan.ts";
import { useLanguage } from "../../i18n/language.tsx";

/** Doors of a stop and, of a building with several, its floors: "12 portes, 5 niveaux"; and who asked for no more visits. */
export function StopDoors(props: { readonly stop: Pick<PlanStop, "doors" | "floors" | "neverAskedDoors"> }) {
  const { t } = useLanguage();
  return (
    <>
      {t("page.doors", props.stop.doors)}
      <Show when={floorsToTell(props.stop)}>{(floors) => <>, {t("page.floors", floors())}</>}</Show>
      <Show when={props.stop.neverAskedDoors}>{(doors) => <>, {t("page.neverAsked", doors())}</>}</Show>
    </>
  );
}
