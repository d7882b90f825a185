import type { EditDifferences } from "../workspace/edit-differences.ts";
import type { Translate } from "./language.tsx";

/** What an edit took out, put back, locked or unlocked, a sentence each. */
export function differenceWords(t: Translate, differences: EditDifferences): string[] {
  const { takenOut, lockedStops, lockedRoutes, unlockedRoutes } = differences;
  return [
    takenOut > 0 ? t("edit.tookOut", takenOut) : "",
    takenOut < 0 ? t("edit.wasPutBack", -takenOut) : "",
    lockedStops > 0 ? t("edit.stopsLocked", lockedStops) : "",
    lockedStops < 0 ? t("edit.stopsUnlocked", -lockedStops) : "",
    ...lockedRoutes.map((id) => t("edit.routeNowLocked", id)),
    ...unlockedRoutes.map((id) => t("edit.routeNowUnlocked", id)),
  ].filter(Boolean);
}
