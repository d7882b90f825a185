import { type Accessor, createContext, createMemo, type ParentProps, untrack, useContext } from "solid-js";
import { useApi } from "../api/api-context.tsx";
import { useLanguage } from "../i18n/language.tsx";
import { useSession } from "../people/session-context.tsx";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import { createZones, type Zones } from "./create-zones.ts";

const ZonesContext = createContext<Accessor<Zones | null>>();

/** Zones cost nothing until their tab is opened, or routes are planned for some of them; without streets there are none. */
export function ZonesProvider(props: ParentProps) {
  const workspace = useWorkspace();
  const api = useApi();
  const language = useLanguage();
  const { allowed } = useSession();
  const isWanted = createMemo<boolean>((before) => {
    if (workspace.territory.value() === null || !workspace.hasStreets() || !allowed().seesPlans) return false;
    return before || workspace.isZoning() || workspace.area().kind === "zones";
  }, false);
  const zones = createMemo(() => (isWanted() ? untrack(() => createZones(api, workspace, language)) : null));
  return <ZonesContext.Provider value={zones}>{props.children}</ZonesContext.Provider>;
}

/** Null until somebody looks at zones. */
export function useZones(): Accessor<Zones | null> {
  const zones = useContext(ZonesContext);
  if (zones === undefined) throw new Error("useZones needs a ZonesProvider above it");
  return zones;
}
