import { type Accessor, createMemo } from "solid-js";
import type { WorkspaceState } from "./workspace-state.ts";

/**
 * The same state, whose readers hear of the fields that they read and of no others. Every move of the map changes the
 * camera: who reads the measure alone must not count 6,000 stations into classes again for it. It shows the present
 * and is no snapshot: what must stay as it was is copied, or asked of `whole`.
 */
export function followFields(whole: Accessor<WorkspaceState>): Accessor<WorkspaceState> {
  const follow = <Key extends keyof WorkspaceState>(key: Key) => createMemo(() => whole()[key]);
  const tab = follow("tab");
  const measure = follow("measure");
  const classCount = follow("classCount");
  const layer = follow("layer");
  const classMethod = follow("classMethod");
  const classScale = follow("classScale");
  const breaks = follow("breaks");
  const countShape = follow("countShape");
  const heldUp = follow("heldUp");
  const shownAnyway = follow("shownAnyway");
  const stationSort = follow("stationSort");
  const stationFilter = follow("stationFilter");
  const area = follow("area");
  const stationId = follow("stationId");
  const zoningId = follow("zoningId");
  const zoneId = follow("zoneId");
  const pickedZoneIds = follow("pickedZoneIds");
  const showsFreeDoors = follow("showsFreeDoors");
  const balance = follow("balance");
  const planId = follow("planId");
  const routeId = follow("routeId");
  const camera = follow("camera");
  const comparison = follow("comparison");
  const reliability = follow("reliability");
  const shown: WorkspaceState = {
    get tab() {
      return tab();
    },
    get measure() {
      return measure();
    },
    get classCount() {
      return classCount();
    },
    get layer() {
      return layer();
    },
    get classMethod() {
      return classMethod();
    },
    get classScale() {
      return classScale();
    },
    get breaks() {
      return breaks();
    },
    get countShape() {
      return countShape();
    },
    get heldUp() {
      return heldUp();
    },
    get shownAnyway() {
      return shownAnyway();
    },
    get stationSort() {
      return stationSort();
    },
    get stationFilter() {
      return stationFilter();
    },
    get area() {
      return area();
    },
    get stationId() {
      return stationId();
    },
    get zoningId() {
      return zoningId();
    },
    get zoneId() {
      return zoneId();
    },
    get pickedZoneIds() {
      return pickedZoneIds();
    },
    get showsFreeDoors() {
      return showsFreeDoors();
    },
    get balance() {
      return balance();
    },
    get planId() {
      return planId();
    },
    get routeId() {
      return routeId();
    },
    get camera() {
      return camera();
    },
    get comparison() {
      return comparison();
    },
    get reliability() {
      return reliability();
    },
  };
  return () => shown;
}
