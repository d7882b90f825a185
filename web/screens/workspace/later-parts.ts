import { later } from "../../design/later.tsx";

const LINES = 5;

/** Parts of the workspace that nobody sees before they ask for them: the map does not wait until they are read. */
export const AreaDrawing = later(async () => (await import("./area-drawing.tsx")).AreaDrawing);
export const CampsTab = later(async () => (await import("../camps/camps-tab.tsx")).CampsTab, LINES);
export const CompareSheet = later(async () => (await import("../compare/compare-sheet.tsx")).CompareSheet);
export const PrintMap = later(async () => (await import("../print-map/print-map.tsx")).PrintMap);
export const ReliabilityTab = later(
  async () => (await import("../reliability/reliability-tab.tsx")).ReliabilityTab,
  LINES,
);
export const RoutesTab = later(async () => (await import("../routes/routes-tab.tsx")).RoutesTab, LINES);
export const SourcesTab = later(async () => (await import("../sources/sources-tab.tsx")).SourcesTab, LINES);
export const StationPanel = later(async () => (await import("../stations/station-panel.tsx")).StationPanel, LINES);
export const ZoneStage = later(async () => (await import("../zones/zone-stage.tsx")).ZoneStage);
export const ZonesTab = later(async () => (await import("../zones/zones-tab.tsx")).ZonesTab, LINES);

/** Loads them one after the other, those first that most people open next. */
export async function loadLaterParts(): Promise<void> {
  const parts = [StationPanel, RoutesTab, ZonesTab, ZoneStage, CampsTab, AreaDrawing, CompareSheet, PrintMap];
  for (const part of [...parts, ReliabilityTab, SourcesTab]) await part.preload();
}
