import { createSignal, Show } from "solid-js";
import type { Outing, OutingRouteSummary } from "../../../server/contract/outings.ts";
import { writtenCode } from "../../../server/contract/route-code.ts";
import { useApi } from "../../api/api-context.tsx";
import { Button } from "../../design/button.tsx";
import { copyText } from "../../design/copy-text.ts";
import { Icon } from "../../design/icon.tsx";
import { Menu, type MenuChoice } from "../../design/menu.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { OutingWish } from "./outing-dialogs.tsx";
import styles from "./route-line.module.css";

/** How long a button says that it has done its work. */
const COPIED_MS = 2500;

/** A route of an outing: who has it, how far it is, and how to hand it over. */
export function RouteLine(props: {
  readonly outing: Outing;
  readonly route: OutingRouteSummary;
  readonly onWish: (wish: OutingWish) => void;
  readonly onTell: (words: string) => void;
}) {
  const api = useApi();
  const { t, formats } = useLanguage();
  const [hasCopied, setHasCopied] = createSignal(false);
  const number = () => props.route.routeId;
  const isDead = () => props.route.state === "taken-back" || props.outing.endedAt !== null;
  const figures = () => {
    const { stops, doors, durationSeconds } = props.route;
    if (stops === 0) return t("outings.noStops");
    const written = formats().integer;
    return [
      t("outings.stopsCount", stops, written(stops)),
      t("outings.doorsCount", doors, written(doors)),
      formats().duration(durationSeconds),
    ].join(" · ");
  };
  const copy = async () => {
    // Where nothing can be copied, the link is shown to be copied by hand.
    if (await copyText(`${props.outing.linkBase}${props.route.path}`)) {
      props.onTell(t("outings.copied", number()));
      setHasCopied(true);
      setTimeout(() => setHasCopied(false), COPIED_MS);
    } else props.onWish({ kind: "qr", routeId: props.route.id });
  };
  const wish = (kind: Extract<OutingWish, { routeId: string }>["kind"]) => () =>
    props.onWish({ kind, routeId: props.route.id });
  const choices = (): readonly MenuChoice[] => [
    { label: t("outings.give"), isDisabled: props.route.stops === 0, onChoose: wish("give") },
    { label: t("outings.renew"), onChoose: wish("renew") },
    { label: t("outings.takeBack"), isDisabled: props.route.state === "taken-back", onChoose: wish("take-back") },
    {
      label: t("outings.printRoute"),
      isDisabled: props.route.stops === 0,
      onChoose: () => window.location.assign(api.outingPdfAddress(props.outing.id, "sheets", props.route.id)),
    },
  ];
  return (
    <li class={styles.line} data-state={props.route.state}>
      <span class={styles.number} aria-hidden="true">
        {number()}
      </span>
      <div class={styles.who}>
        <h3>
          {t("outings.route", number())}
          <span class={styles.name}>{props.route.firstName ?? t("outings.noOne")}</span>
        </h3>
        <p>
          <span class={styles.state}>{t(`outings.state.${props.route.state}`)}</span>
          {` · ${figures()}`}
        </p>
        <Show when={props.route.heardAt}>{(at) => <p>{t("outings.heardAt", formats().dateTime(at()))}</p>}</Show>
      </div>
      <div class={styles.actions}>
        <Show when={!isDead()}>
          <span class={styles.code}>
            <small>{t("outings.code")}</small> <strong>{writtenCode(props.route.code)}</strong>
          </span>
          <Button size="small" aria-label={t("outings.copyLinkOf", number())} onClick={copy}>
            <Icon name="link" />
            {hasCopied() ? t("app.copied") : t("outings.copyLink")}
          </Button>
          <Button size="small" aria-label={t("outings.showQrOf", number())} onClick={wish("qr")}>
            {t("outings.showQr")}
          </Button>
        </Show>
        <Show when={props.outing.endedAt === null}>
          <Menu label={t("outings.more", number())} icon="dots" groups={[{ choices: choices() }]} />
        </Show>
      </div>
    </li>
  );
}
