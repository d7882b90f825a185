import { useLocation, useNavigate } from "@solidjs/router";
import { createEffect, Match, type ParentProps, Switch } from "solid-js";
import { NoAccountScreen } from "../screens/people/no-account-screen.tsx";
import { signInAddress } from "./return-address.ts";
import { useSession } from "./session-context.tsx";

/** Pages that need nobody signed in: signing in, invitations, and those of volunteers. */
const FOR_EVERYBODY = /^\/(connexion|invitation|r|w|code|c)(\/|$)/;

/** Pages that begin to load beside the question who is there: whoever may not see them gets no answer from the server. */
const AT_ONCE = /^\/(t\/|$)/;

/**
 * Sends who is not signed in to the page for it, and from there back to where they were. The other pages wait until the
 * server has said who is there; when it says nothing at all, pages say so themselves.
 */
export function Gate(props: ParentProps) {
  const { me, isAsking } = useSession();
  const location = useLocation();
  const navigate = useNavigate();
  const isForEverybody = () => FOR_EVERYBODY.test(location.pathname);
  const isWaiting = () => isAsking() && !isForEverybody() && !AT_ONCE.test(location.pathname);
  const isOut = () => me()?.state === "signed-out" && !isForEverybody();
  createEffect(() => {
    if (!isOut()) return;
    navigate(signInAddress(`${location.pathname}${location.search}${location.hash}`), { replace: true });
  });
  return (
    <Switch fallback={props.children}>
      <Match when={isOut() || isWaiting()}>{null}</Match>
      <Match when={me()?.state === "no-account" && !isForEverybody()}>
        <NoAccountScreen />
      </Match>
    </Switch>
  );
}
