import { createUniqueId, Match, Show, Switch } from "solid-js";
import type { Outing, OutingRouteSummary } from "../../../server/contract/outings.ts";
import { writtenCode } from "../../../server/contract/route-code.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { Modal } from "../../design/modal.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { EditSurvey } from "../surveys/edit-survey.tsx";
import type { OpenOuting } from "./create-outing.ts";
import styles from "./dialog.module.css";
import { EditOuting } from "./edit-outing.tsx";
import { GiveStops } from "./give-stops.tsx";
import { Replan } from "./replan.tsx";

/** What somebody is about to do to an outing, or to one of its routes. */
export type OutingWish =
  | { readonly kind: "edit" | "close" | "replan" | "survey" }
  | { readonly kind: "qr" | "renew" | "take-back" | "give"; readonly routeId: string };

interface OutingDialogsProps {
  readonly open: OpenOuting;
  readonly outing: Outing;
  readonly wish: OutingWish | null;
  readonly onDone: () => void;
}

/** One dialog at a time. What was refused is said in it, and it stays open. */
export function OutingDialogs(props: OutingDialogsProps) {
  const { t } = useLanguage();
  const route = () => {
    const { wish } = props;
    return wish && "routeId" in wish ? props.outing.outingRoutes.find(({ id }) => id === wish.routeId) : undefined;
  };
  const number = () => route()?.routeId ?? "";
  const title = () => {
    switch (props.wish?.kind) {
      case "edit":
        return t("outings.edit");
      case "survey":
        return t("survey.title");
      case "close":
        return t("outings.close");
      case "replan":
        return t("outings.replan");
      case "qr":
        return t("outings.route", number());
      case "renew":
        return t("outings.renewTitle", number());
      case "take-back":
        return t("outings.takeBackTitle", number());
      case "give":
        return t("outings.giveTitle", number());
      case undefined:
        return "";
    }
  };
  const leave = () => {
    props.open.forgetProblem();
    props.onDone();
  };
  return (
    <Modal title={title()} isOpen={props.wish !== null} onClose={leave}>
      <Switch>
        <Match when={props.wish?.kind === "edit"}>
          <EditOuting open={props.open} outing={props.outing} onDone={leave} />
        </Match>
        <Match when={props.wish?.kind === "survey"}>
          <EditSurvey
            outingId={props.outing.id}
            territoryName={props.outing.territoryName}
            onDone={(told) => {
              if (told !== null) {
                props.open.tell(told);
                props.open.retry();
              }
              leave();
            }}
          />
        </Match>
        <Match when={props.wish?.kind === "replan"}>
          <Replan open={props.open} outing={props.outing} onDone={leave} />
        </Match>
        <Match when={props.wish?.kind === "close"}>
          <Sure
            open={props.open}
            sentence={t("outings.closeSure")}
            go={t("outings.close")}
            onGo={() => props.open.close(t("outings.closed"))}
            onDone={leave}
          />
        </Match>
        <Match when={props.wish?.kind === "qr" && route()}>
          {(known) => <QrCode outing={props.outing} route={known()} />}
        </Match>
        <Match when={props.wish?.kind === "renew" && route()}>
          {(known) => (
            <Sure
              open={props.open}
              sentence={t("outings.renewSure")}
              go={t("outings.renew")}
              onGo={() => props.open.renew(known().id, t("outings.renewed", number()))}
              onDone={leave}
            />
          )}
        </Match>
        <Match when={props.wish?.kind === "take-back" && route()}>
          {(known) => (
            <Sure
              open={props.open}
              sentence={t("outings.takeBackSure")}
              go={t("outings.takeBack")}
              onGo={() => props.open.takeBack(known().id, t("outings.takenBack", number()))}
              onDone={leave}
            />
          )}
        </Match>
        <Match when={props.wish?.kind === "give" && route()?.id} keyed>
          {(routeId) => <GiveStops open={props.open} outing={props.outing} routeId={routeId} onDone={leave} />}
        </Match>
      </Switch>
    </Modal>
  );
}

function Sure(props: {
  readonly open: OpenOuting;
  readonly sentence: string;
  readonly go: string;
  readonly onGo: () => Promise<boolean>;
  readonly onDone: () => void;
}) {
  const { t } = useLanguage();
  const go = async () => {
    if (await props.onGo()) props.onDone();
  };
  return (
    <div class={styles.form}>
      <p>{props.sentence}</p>
      <Show when={props.open.problem()}>{(problem) => <ProblemNotice problem={problem()} />}</Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onDone()}>{t("app.cancel")}</Button>
        <Button look="danger" isBusy={props.open.isBusy()} onClick={go}>
          {props.go}
        </Button>
      </div>
    </div>
  );
}

function QrCode(props: { readonly outing: Outing; readonly route: OutingRouteSummary }) {
  const api = useApi();
  const { t } = useLanguage();
  const linkId = createUniqueId();
  const link = () => `${props.outing.linkBase}${props.route.path}`;
  return (
    <div class={styles.form}>
      <img
        class={styles.qr}
        width="320"
        height="320"
        src={api.qrAddress(props.outing.id, props.route.id, props.route.code)}
        alt={t("outings.showQrOf", props.route.routeId)}
      />
      <p class={styles.code}>{writtenCode(props.route.code)}</p>
      <p class={`${styles.soft} ${styles.center}`}>{`${t("outings.qrHow")} ${props.outing.linkBase}/code`}</p>
      <div class={styles.link}>
        <label for={linkId}>{t("outings.link")}</label>
        <input id={linkId} readonly value={link()} onFocus={(event) => event.currentTarget.select()} />
      </div>
    </div>
  );
}
