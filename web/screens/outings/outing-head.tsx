import { Show } from "solid-js";
import type { Outing } from "../../../server/contract/outings.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button, LinkButton } from "../../design/button.tsx";
import { Icon } from "../../design/icon.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import type { OutingWish } from "./outing-dialogs.tsx";
import { middleOf } from "./outing-form.ts";
import styles from "./outing-view.module.css";

/** Name, day and place of an outing, what it comes to, and what is printed of it. */
export function OutingHead(props: {
  readonly outing: Outing;
  readonly doorsTried: number;
  readonly home: string;
  readonly onWish: (wish: OutingWish) => void;
}) {
  const api = useApi();
  const { t, formats } = useLanguage();
  const { allowed } = useSession();
  const when = () => t("outings.when", formats().date(middleOf(props.outing.day)), props.outing.startsAt);
  const end = () =>
    props.outing.endedAt === null
      ? t("outings.closesAt", formats().dateTime(props.outing.closesAt))
      : t("outings.closedAt", formats().dateTime(props.outing.endedAt));
  const who = () => {
    const { leadAccountId, leadName } = props.outing;
    return leadAccountId === null ? "" : t("outings.leadBy", leadName ?? t("outings.leadGone"));
  };
  const figures = () => {
    const { routes, stops, doors } = props.outing;
    const written = formats().integer;
    return [
      t("outings.routesCount", routes),
      t("outings.stopsCount", stops, written(stops)),
      t("outings.doorsCount", doors, written(doors)),
      ...(props.doorsTried > 0 ? [t("outings.tried", props.doorsTried, written(props.doorsTried))] : []),
    ].join(" · ");
  };
  const pdf = (file: "sheets" | "cards") => api.outingPdfAddress(props.outing.id, file);
  return (
    <header class={styles.head}>
      <Guided screen="outing">
        <h1>{props.outing.name}</h1>
      </Guided>
      <p>{[when(), props.outing.meetingPoint.label, who()].filter((part) => part !== "").join(" · ")}</p>
      <p class={styles.soft}>{figures()}</p>
      <p class={styles.soft}>{end()}</p>
      <div class={styles.actions}>
        <Show when={props.outing.endedAt === null}>
          <Button look="primary" onClick={() => props.onWish({ kind: "replan" })}>
            {t("outings.replan")}
          </Button>
          <LinkButton href={pdf("cards")} download="" rel="external">
            <Icon name="print" />
            {t("outings.printCards")}
          </LinkButton>
          <LinkButton href={pdf("sheets")} download="" rel="external">
            <Icon name="download" />
            {t("outings.printSheets")}
          </LinkButton>
          <Button onClick={() => props.onWish({ kind: "edit" })}>{t("outings.edit")}</Button>
          <Button onClick={() => props.onWish({ kind: "survey" })}>
            <Icon name="talk" />
            {t("survey.edit")}
          </Button>
        </Show>
        <Show when={allowed().seesPlans}>
          <LinkButton look="quiet" href={`${props.home}?tab=routes&plan=${encodeURIComponent(props.outing.planId)}`}>
            {t("outings.toPlan")}
          </LinkButton>
        </Show>
      </div>
    </header>
  );
}
