import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { useApi } from "../../api/api-context.tsx";
import { asProblem } from "../../api/create-load.ts";
import { Menu, type MenuChoice } from "../../design/menu.tsx";
import { Announcement } from "../../design/spoken.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import { useSession } from "../../people/session-context.tsx";
import styles from "./people.module.css";

/** Who is signed in, and what they can open; before there are accounts, the way to the first. */
export function AccountMenu() {
  const api = useApi();
  const { t } = useLanguage();
  const { me, allowed, refresh } = useSession();
  const navigate = useNavigate();
  const [words, setWords] = createSignal("");
  const signOut = async () => {
    try {
      await api.signOut();
      await refresh();
      navigate("/connexion");
    } catch (failure) {
      setWords(asProblem(failure).message);
    }
  };
  const go = (label: string, address: string): MenuChoice => ({ label, onChoose: () => navigate(address) });
  const directing = () =>
    allowed().directs
      ? [
          go(t("people.team.title"), "/equipe"),
          go(t("contacts.menu"), "/contacts"),
          go(t("people.audit.title"), "/journal"),
        ]
      : [];
  const groups = () => {
    const account = me()?.account;
    if (!account) return [{ choices: [go(t("people.createDirector"), "/equipe"), ...directing()] }];
    const heading = `${account.name} · ${t(`people.roles.${account.role}`)}`;
    const own = [go(t("people.own"), "/compte"), ...directing()];
    return [{ heading, choices: own }, { choices: [{ label: t("people.signOut"), onChoose: () => void signOut() }] }];
  };
  const label = () => {
    const account = me()?.account;
    return account ? t("people.menu", account.name) : t("people.menuOpen");
  };
  return (
    <Show when={me()}>
      <span class={styles.menu}>
        <Menu label={label()} icon="person" groups={groups()} />
        <Announcement words={words()} />
      </span>
    </Show>
  );
}
