import { Show } from "solid-js";
import type { Person } from "../../../server/contract/people.ts";
import { Menu } from "../../design/menu.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import styles from "./people.module.css";

interface PersonLineProps {
  readonly person: Person;
  readonly isOwn: boolean;
  readonly onRole: () => void;
  readonly onSignOut: () => void;
  readonly onDropFactor: () => void;
  readonly onClose: () => void;
}

/** One account: who, in what role and where, when seen, and what can be done about it. */
export function PersonLine(props: PersonLineProps) {
  const { t, formats } = useLanguage();
  const limits = () => {
    const known = props.person.limits;
    if (known === null) return "";
    const stations = known.stations.reduce((sum, { stationIds }) => sum + stationIds.length, 0);
    return t("people.limits.summary", stations, known.communes.length, known.zones.length);
  };
  const seen = () => {
    const { seenAt, sessions } = props.person;
    if (seenAt === null) return t("people.team.neverSeen");
    return `${t("people.team.seen", formats().dateTime(seenAt))}, ${t("people.team.signedInOn", sessions)}`;
  };
  const choices = () => [
    { label: t("people.team.change"), onChoose: props.onRole },
    { label: t("people.team.signOut"), isDisabled: props.person.sessions === 0, onChoose: props.onSignOut },
    { label: t("people.team.dropFactor"), isDisabled: !props.person.hasSecondFactor, onChoose: props.onDropFactor },
    { label: t("people.team.close"), onChoose: props.onClose },
  ];
  return (
    <li class={styles.line}>
      <div class={styles.who}>
        <span class={styles.name}>
          {props.person.name}
          <Show when={props.isOwn}>
            <span class={styles.plainBadge}>{t("people.team.you")}</span>
          </Show>
          <span class={styles.badge}>{t(`people.roles.${props.person.role}`)}</span>
          <Show when={limits()}>{(words) => <span class={styles.plainBadge}>{words()}</span>}</Show>
          <Show when={props.person.hasSecondFactor}>
            <span class={styles.plainBadge}>{t("people.team.secondFactor")}</span>
          </Show>
        </span>
        <span class={styles.soft}>{props.person.email}</span>
        <span class={styles.soft}>{seen()}</span>
      </div>
      <Menu label={t("people.team.actions", props.person.name)} icon="dots" groups={[{ choices: choices() }]} />
    </li>
  );
}
