import { createSignal, For, Match, Show, Switch } from "solid-js";
import { AUDIT_ACTIONS, type AuditEntry, ROLES } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button, LinkButton } from "../../design/button.tsx";
import { EmptyNote } from "../../design/empty-note.tsx";
import { ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Spoken } from "../../design/spoken.tsx";
import { TableScroll } from "../../design/table-scroll.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { createAttempt } from "./create-attempt.ts";
import { DirectorOnly } from "./director-only.tsx";
import styles from "./people.module.css";
import { PeoplePage } from "./people-page.tsx";

export function AuditScreen() {
  return (
    <DirectorOnly>
      <AuditLog />
    </DirectorOnly>
  );
}

function AuditLog() {
  const api = useApi();
  const { t } = useLanguage();
  const latest = createLoad(
    () => "latest",
    (_, signal) => api.audit(null, signal),
  );
  const { problem, isBusy, attempt } = createAttempt();
  const [older, setOlder] = createSignal<readonly AuditEntry[]>([]);
  const [isAll, setIsAll] = createSignal(false);
  const entries = () => [...(latest.value()?.entries ?? []), ...older()];
  const hasMore = () => latest.value()?.hasMore === true && !isAll();
  const showOlder = () =>
    attempt(async () => {
      const page = await api.audit(entries().at(-1)?.sequence ?? null);
      setOlder((known) => [...known, ...page.entries]);
      setIsAll(!page.hasMore);
    });
  return (
    <PeoplePage title={t("people.audit.title")}>
      <div class={styles.titleLine}>
        <Guided screen="audit">
          <h1 class={styles.title}>{t("people.audit.title")}</h1>
        </Guided>
        <LinkButton href={api.auditFileAddress()} rel="external" download="journal.csv">
          {t("people.audit.download")}
        </LinkButton>
      </div>
      <p class={styles.intro}>{t("people.audit.intro")}</p>
      <Switch fallback={<Skeleton lines={6} />}>
        <Match when={latest.problem()}>{(known) => <ProblemNotice problem={known()} onRetry={latest.retry} />}</Match>
        <Match when={latest.value() && entries().length === 0}>
          <EmptyNote action={t("empty.toTeamPage")} href="/equipe">
            <p>{t("empty.audit")}</p>
          </EmptyNote>
        </Match>
        <Match when={latest.value()}>
          <AuditTable entries={entries()} />
        </Match>
      </Switch>
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <Show when={hasMore()}>
        <div>
          <Button isBusy={isBusy()} onClick={() => void showOlder()}>
            {t(isBusy() ? "people.working" : "people.audit.more")}
          </Button>
        </div>
      </Show>
    </PeoplePage>
  );
}

function AuditTable(props: { readonly entries: readonly AuditEntry[] }) {
  const { t, formats } = useLanguage();
  const said = (entry: AuditEntry) => {
    const action = AUDIT_ACTIONS.find((known) => known === entry.action);
    return action === undefined ? entry.action : t(`people.audit.actions.${action}`);
  };
  const facts = ({ details }: AuditEntry) => {
    const roles = Object.entries(details).flatMap(([name, value]) =>
      name === "role" || name === "from" || name === "to" ? [roleName(String(value))] : [],
    );
    return roles.join(" → ");
  };
  const who = ({ actor }: AuditEntry) => {
    if (actor === "machine" || actor === "timer") return t(`people.audit.${actor}`);
    if (actor === "command line") return t("people.audit.commandLine");
    return actor === "" ? t("people.audit.unknown") : actor;
  };
  const roleName = (word: string) => {
    const role = ROLES.find((known) => known === word);
    return role === undefined ? word : t(`people.roles.${role}`);
  };
  return (
    <TableScroll label={t("people.audit.title")}>
      <table class={styles.table}>
        <caption>
          <Spoken>{t("people.audit.title")}</Spoken>
        </caption>
        <thead>
          <tr>
            <th scope="col">{t("people.audit.when")}</th>
            <th scope="col">{t("people.audit.who")}</th>
            <th scope="col">{t("people.audit.what")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.entries}>
            {(entry) => (
              <tr>
                <td>
                  <time datetime={entry.at}>{formats().dateTime(entry.at)}</time>
                </td>
                <td>{who(entry)}</td>
                <td>
                  {said(entry)}
                  <Show when={facts(entry)}>{(words) => <> · {words()}</>}</Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </TableScroll>
  );
}
