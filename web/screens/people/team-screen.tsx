import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { PendingInvitation, PeopleList, Person } from "../../../server/contract/people.ts";
import { useApi } from "../../api/api-context.tsx";
import { createLoad } from "../../api/create-load.ts";
import { Button } from "../../design/button.tsx";
import { createTold } from "../../design/create-told.ts";
import { EmptyNote } from "../../design/empty-note.tsx";
import { Notice, ProblemNotice } from "../../design/notice.tsx";
import { Skeleton } from "../../design/skeleton.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import { Guided } from "../guide/screen-guide.tsx";
import { createAttempt } from "./create-attempt.ts";
import { DirectorOnly } from "./director-only.tsx";
import { InviteDialog } from "./invite-dialog.tsx";
import styles from "./people.module.css";
import { PeoplePage } from "./people-page.tsx";
import { PersonLine } from "./person-line.tsx";
import { CloseDialog, RoleDialog } from "./role-dialog.tsx";

export function TeamScreen() {
  return (
    <DirectorOnly>
      <Team />
    </DirectorOnly>
  );
}

type Opened = { readonly kind: "role" | "close"; readonly person: Person };

function Team() {
  const api = useApi();
  const { t } = useLanguage();
  const { me, refresh } = useSession();
  const list = createLoad(
    () => "people",
    (_, signal) => api.people(signal),
  );
  const { problem, isBusy, attempt } = createAttempt();
  const [isInviting, setIsInviting] = createSignal(false);
  const [opened, setOpened] = createSignal<Opened | null>(null);
  const [done, setDone] = createTold();
  const isOpen = () => me()?.state === "open";

  const after = (words: string) => {
    setOpened(null);
    setDone(words);
    list.retry();
    void refresh().catch(() => {});
  };
  const doing = (words: string, send: () => Promise<void>) =>
    void attempt(async () => {
      await send();
      after(words);
    });
  /** The first account: its own link, followed at once. */
  const createDirector = () =>
    attempt(async () => {
      const { path } = await api.invite({ name: t("people.roles.director"), role: "director" });
      // Not by the router: the path of another campaign begins at the server.
      window.location.assign(path);
    });

  return (
    <PeoplePage title={t("people.team.title")}>
      <div class={styles.titleLine}>
        <Guided screen="team">
          <h1 class={styles.title}>{t("people.team.title")}</h1>
        </Guided>
        <Show when={!isOpen()}>
          <Button look="primary" onClick={() => setIsInviting(true)}>
            {t("people.team.invite")}
          </Button>
        </Show>
      </div>
      <p class={styles.intro}>{t("people.team.intro")}</p>
      <Show when={problem()}>{(known) => <ProblemNotice problem={known()} />}</Show>
      <Show when={done() !== ""}>
        <Notice>{done()}</Notice>
      </Show>
      <Announcement words={done()} />
      <Switch fallback={<Skeleton lines={5} />}>
        <Match when={isOpen()}>
          <section class={`${styles.section} ${styles.boxed}`}>
            <h2>{t("people.team.open")}</h2>
            <p>{t("people.team.openText")}</p>
            <Button look="primary" isBusy={isBusy()} onClick={() => void createDirector()}>
              {t(isBusy() ? "people.working" : "people.createDirector")}
            </Button>
          </section>
        </Match>
        <Match when={list.problem()}>{(known) => <ProblemNotice problem={known()} onRetry={list.retry} />}</Match>
        <Match when={list.value()}>
          {(known) => (
            <TeamLists
              list={known()}
              ownId={me()?.account?.id ?? null}
              onOpen={setOpened}
              onInvite={() => setIsInviting(true)}
              onSignOut={({ id, name }) =>
                doing(t("people.team.done.signedOut", name), () => api.signOutEverywhere(id))
              }
              onDropFactor={({ id, name }) =>
                doing(t("people.team.done.factor", name), () => api.resetSecondFactor(id))
              }
              onWithdraw={({ id, name }) =>
                doing(t("people.team.done.withdrawn", name), () => api.withdrawInvitation(id))
              }
            />
          )}
        </Match>
      </Switch>
      <InviteDialog
        isOpen={isInviting()}
        onClose={(isMade) => {
          setIsInviting(false);
          if (isMade) list.retry();
        }}
      />
      <Show when={opened()} keyed>
        {({ kind, person }) =>
          kind === "role" ? (
            <RoleDialog
              person={person}
              onClose={() => setOpened(null)}
              onDone={() => after(t("people.team.done.role", person.name))}
            />
          ) : (
            <CloseDialog
              person={person}
              onClose={() => setOpened(null)}
              onDone={() => after(t("people.team.done.closed", person.name))}
            />
          )
        }
      </Show>
    </PeoplePage>
  );
}

interface TeamListsProps {
  readonly list: PeopleList;
  readonly ownId: string | null;
  readonly onOpen: (opened: Opened) => void;
  readonly onInvite: () => void;
  readonly onSignOut: (person: Person) => void;
  readonly onDropFactor: (person: Person) => void;
  readonly onWithdraw: (invitation: PendingInvitation) => void;
}

function TeamLists(props: TeamListsProps) {
  const { t, formats } = useLanguage();
  return (
    <>
      <section class={styles.section} aria-labelledby="people-accounts">
        <h2 id="people-accounts">{t("people.team.people")}</h2>
        <ul class={styles.list}>
          <For each={props.list.people}>
            {(person) => (
              <PersonLine
                person={person}
                isOwn={person.id === props.ownId}
                onRole={() => props.onOpen({ kind: "role", person })}
                onClose={() => props.onOpen({ kind: "close", person })}
                onSignOut={() => props.onSignOut(person)}
                onDropFactor={() => props.onDropFactor(person)}
              />
            )}
          </For>
        </ul>
      </section>
      <section class={styles.section} aria-labelledby="people-pending">
        <h2 id="people-pending">{t("people.team.pending")}</h2>
        <Show
          when={props.list.invitations.length > 0}
          fallback={
            <EmptyNote action={t("empty.invite")} onAction={props.onInvite}>
              <p>
                {props.list.people.length === 1 ? `${t("people.team.alone")} ` : ""}
                {t("empty.invitations")}
              </p>
            </EmptyNote>
          }
        >
          <ul class={styles.list}>
            <For each={props.list.invitations}>
              {(invitation) => (
                <li class={styles.line}>
                  <div class={styles.who}>
                    <span class={styles.name}>
                      {invitation.name}
                      <span class={styles.badge}>{t(`people.roles.${invitation.role}`)}</span>
                    </span>
                    <span class={styles.soft}>{t("people.team.until", formats().dateTime(invitation.expiresAt))}</span>
                  </div>
                  <Button size="small" look="quiet" onClick={() => props.onWithdraw(invitation)}>
                    {t("people.team.withdraw")}
                  </Button>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </>
  );
}
