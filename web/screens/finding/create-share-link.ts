import { type Accessor, createSignal, onCleanup } from "solid-js";
import { copyText } from "../../design/copy-text.ts";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { encodeWorkspace, isAreaLeftOut } from "../../workspace/workspace-address.ts";
import type { Workspace } from "../../workspace/workspace-context.tsx";

const SHOWN_FOR_MILLISECONDS = 6000;

/** What came of copying the link: how many stations it had no room for, and the link itself where it could not be copied. */
export interface CopiedLink {
  readonly isCopied: boolean;
  readonly address: string;
  readonly stationsLeftOut: number;
}

/**
 * A link to what is seen: the address of the page, with the map's view even if nobody has moved it, and without the
 * reader's language. Ids, a polygon, a camera and words of stations' names: nothing about a person, no token.
 */
export function createShareLink(workspace: Workspace, map: Accessor<TerritoryMap | null>) {
  const [outcome, setOutcome] = createSignal<CopiedLink | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  onCleanup(() => clearTimeout(timer));

  const copy = () => {
    const state = workspace.state();
    const query = encodeWorkspace({ ...state, camera: map()?.camera() ?? state.camera });
    const address = `${window.location.origin}${window.location.pathname}${query === "" ? "" : `?${query}`}`;
    const stationsLeftOut = isAreaLeftOut(query) && state.area.kind === "stations" ? state.area.stationIds.length : 0;
    clearTimeout(timer);
    copyText(address).then((isCopied) => {
      setOutcome({ isCopied, address, stationsLeftOut });
      // What has to be copied by hand stays until it is closed.
      if (isCopied) timer = setTimeout(() => setOutcome(null), SHOWN_FOR_MILLISECONDS);
    });
  };
  return { outcome, copy, close: () => setOutcome(null) };
}

export type ShareLink = ReturnType<typeof createShareLink>;
