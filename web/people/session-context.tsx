import { createContext, onCleanup, type ParentProps, useContext } from "solid-js";
import type { Me } from "../../server/contract/people.ts";
import { SIGN_IN_NEEDED } from "../api/answers.ts";
import { useApi } from "../api/api-context.tsx";
import { createLoad } from "../api/create-load.ts";
import { type Allowed, allowed, NOTHING_YET } from "./allowed.ts";

export interface SessionTools {
  /** Null until the server has answered. */
  readonly me: () => Me | null;
  /** The server has not answered yet, and has not failed to. */
  readonly isAsking: () => boolean;
  /** Nothing while the server is being asked. */
  readonly allowed: () => Allowed;
  /** Asks again who is there. Resolves with the answer. */
  readonly refresh: () => Promise<Me>;
}

const FOR_VOLUNTEERS = /^\/(r|w|code)(\/|$)/;

const SessionContext = createContext<SessionTools>();

/** Who uses the application: asked once, and again whenever the server asks who is there. */
export function SessionProvider(props: ParentProps) {
  const api = useApi();
  // Volunteers' pages know no accounts, and open without the network.
  const asks = !FOR_VOLUNTEERS.test(window.location.pathname);
  const load = createLoad(
    () => (asks ? "me" : null),
    (_, signal) => api.me(signal),
  );
  const refresh = async () => {
    const me = await api.me();
    load.set(me);
    return me;
  };
  const isAsking = () => asks && load.value() === null && load.status() !== "failed";
  const onNeeded = () => {
    // What is asked for beside the first question, by somebody who is not signed in, tells nothing new.
    if (!isAsking() && load.value()?.state !== "signed-out") void refresh().catch(() => {});
  };
  window.addEventListener(SIGN_IN_NEEDED, onNeeded);
  onCleanup(() => window.removeEventListener(SIGN_IN_NEEDED, onNeeded));
  const tools = {
    me: load.value,
    isAsking,
    allowed: () => (isAsking() ? NOTHING_YET : allowed(load.value())),
    refresh,
  };
  return <SessionContext.Provider value={tools}>{props.children}</SessionContext.Provider>;
}

/** Without a provider above, as in tests of a single screen, everything is allowed. */
export function useSession(): SessionTools {
  return useContext(SessionContext) ?? EVERYBODY;
}

const EVERYBODY: SessionTools = {
  me: () => null,
  isAsking: () => false,
  allowed: () => allowed(null),
  refresh: () => Promise.reject(new Error("useSession needs a SessionProvider above it to refresh")),
};
