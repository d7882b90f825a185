import type { createTheme } from "../../design/theme.tsx";
import type { useLanguage } from "../../i18n/language.tsx";
import type { useSession } from "../../people/session-context.tsx";
import type { Workspace } from "../../workspace/workspace-context.tsx";

/** What commands and found things act upon. */
export interface FindingScreen {
  readonly workspace: Workspace;
  readonly words: ReturnType<typeof useLanguage>;
  readonly theme: ReturnType<typeof createTheme>;
  readonly allowed: ReturnType<typeof useSession>["allowed"];
  readonly actions: {
    readonly openHelp: () => void;
    readonly copyLink: () => void;
    readonly printMap: () => void;
    readonly fitTerritory: () => void;
    /** Opens another screen. */
    readonly goTo: (address: string) => void;
    /** Brings the map to a place; a box is fitted, a position without one is approached. */
    readonly showPlace: (position: readonly [number, number], box: Box | null) => void;
    /** Opens a drawn zone, and brings the map to it once it is there. */
    readonly showZone: (zoningId: string, zoneId: string) => void;
  };
}

export type Box = readonly [number, number, number, number];
