import { useNavigate } from "@solidjs/router";
import { type Accessor, createSignal } from "solid-js";
import type { SearchHit } from "../../../server/contract/territories.ts";
import { useApi } from "../../api/api-context.tsx";
import { useTheme } from "../../design/theme.tsx";
import { useLanguage } from "../../i18n/language.tsx";
import type { TerritoryMap } from "../../map/territory-map.ts";
import { useSession } from "../../people/session-context.tsx";
import type { Workspace } from "../../workspace/workspace-context.tsx";
import type { Layout } from "../workspace/create-layout.ts";
import { createFindables } from "./create-findables.ts";
import { createShareLink } from "./create-share-link.ts";
import { createZoneSight } from "./create-zone-sight.ts";
import type { FindingScreen } from "./finding-screen.ts";
import { placeThing } from "./places.ts";

interface FindingParts {
  readonly workspace: Workspace;
  readonly map: Accessor<TerritoryMap | null>;
  readonly layout: Layout;
  readonly openHelp: () => void;
  readonly printMap: () => void;
}

export const SEARCH_ID = "place-search";

/** Finding things in the workspace: what can be found, the palette, and the link to what is seen. */
export function createWorkspaceFinding({ workspace, map, layout, openHelp, printMap }: FindingParts) {
  const api = useApi();
  const navigate = useNavigate();
  const [isPaletteOpen, setIsPaletteOpen] = createSignal(false);
  const link = createShareLink(workspace, map);
  const showZone = createZoneSight(workspace, (box) => map()?.fit(box, layout.padding()));
  const screen: FindingScreen = {
    workspace,
    words: useLanguage(),
    allowed: useSession().allowed,
    theme: useTheme(),
    actions: {
      openHelp,
      printMap,
      copyLink: link.copy,
      goTo: (address) => navigate(address),
      fitTerritory: () => {
        const box = workspace.territory.value()?.summary.box;
        if (box !== undefined) map()?.fit(box, layout.padding());
      },
      showPlace: (position, box) =>
        box === null ? map()?.flyTo(position, layout.padding()) : map()?.fit(box, layout.padding()),
      showZone,
    },
  };
  const { things, refresh } = createFindables(screen);
  return {
    /** What every search box of this screen is made with. */
    box: {
      sources: {
        search: (text: string, signal: AbortSignal) => api.search(workspace.territoryName(), text, signal),
        things,
        thingOf: (hit: SearchHit) => placeThing(screen, hit),
      },
      territoryName: workspace.territoryName(),
      get hasStreets() {
        return workspace.hasStreets();
      },
      onBegin: refresh,
      onClear: () => workspace.setPointedPlace(null),
    },
    link,
    isPaletteOpen,
    closePalette: () => setIsPaletteOpen(false),
    shortcuts: {
      /** To the box in the panel, or to the palette where the panel is covered. */
      search: () => {
        const box = document.getElementById(SEARCH_ID);
        if (box === null || box.closest("[inert]") !== null) setIsPaletteOpen(true);
        else box.focus();
      },
      togglePalette: () => setIsPaletteOpen(!isPaletteOpen()),
    },
  };
}

export type WorkspaceFinding = ReturnType<typeof createWorkspaceFinding>;
