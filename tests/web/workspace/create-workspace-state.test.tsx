import { Route, Router } from "@solidjs/router";
import { createEffect, createMemo, createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { createWorkspaceState } from "../../../web/workspace/create-workspace-state.ts";
import { STARTING_HAND } from "../../../web/workspace/hand.ts";
import type { WorkspaceState } from "../../../web/workspace/workspace-state.ts";

type State = ReturnType<typeof createWorkspaceState>;

describe("the workspace's address", () => {
  let workspace: State;
  let leave: () => void;
  const [hand, setHand] = createSignal(STARTING_HAND);
  /** What the screen does with each state. */
  let follow: (state: WorkspaceState) => void;
  /** What somebody who reads the measure alone has heard. */
  let measures: string[];
  beforeEach(() => {
    follow = () => undefined;
    measures = [];
    localStorage.setItem("arpent.language", "en");
    window.history.replaceState(null, "", "/t/demo");
    const Screen = () => {
      workspace = createWorkspaceState({ hand, setHand });
      createEffect(() => follow({ ...workspace.state() }));
      createMemo(() => {
        measures.push(workspace.state().measure);
      });
      return null;
    };
    leave = render(
      () => (
        <LanguageProvider>
          <Router>
            <Route path="/t/:territory" component={Screen} />
          </Router>
        </LanguageProvider>
      ),
      document.createElement("div"),
    );
  });
  afterEach(() => {
    leave();
    vi.restoreAllMocks();
  });

  it("makes an entry of each page, even of one opened while the map still settles", () => {
    const pushed = vi.spyOn(window.history, "pushState");

    workspace.move({ type: "plan-opened", planId: "p" });
    workspace.move({ type: "camera-moved", camera: { longitude: 4, latitude: 47, zoom: 15 } });
    workspace.move({ type: "route-opened", routeId: "2" });
    workspace.move({ type: "camera-moved", camera: { longitude: 4.1, latitude: 47, zoom: 17 } });

    expect(pushed.mock.calls.map(([, , address]) => address)).toEqual([
      "/t/demo?tab=routes&plan=p",
      "/t/demo?tab=routes&plan=p&route=2&at=4.00000%2C47.00000%2C15.00",
    ]);
    expect(window.location.search).toBe("?tab=routes&plan=p&route=2&at=4.10000%2C47.00000%2C17.00");
  });

  it("tells of the camera nobody who does not read it", () => {
    workspace.move({ type: "camera-moved", camera: { longitude: 4, latitude: 47, zoom: 15 } });
    workspace.move({ type: "measure-chosen", measure: "persuasion" });
    workspace.move({ type: "camera-moved", camera: { longitude: 5, latitude: 47, zoom: 15 } });

    expect(measures).toEqual(["mobilisation", "persuasion"]);
    expect(workspace.state().camera?.longitude).toBe(5);
  });

  it("makes an entry of a page that moves the map as it opens", () => {
    const pushed = vi.spyOn(window.history, "pushState");
    follow = (state) => {
      if (state.routeId !== null && state.camera === null) {
        workspace.move({ type: "camera-moved", camera: { longitude: 4, latitude: 47, zoom: 17 } });
      }
    };

    workspace.move({ type: "plan-opened", planId: "p" });
    workspace.move({ type: "route-opened", routeId: "2" });

    expect(pushed).toHaveBeenCalledTimes(2);
    expect(window.location.search).toBe("?tab=routes&plan=p&route=2&at=4.00000%2C47.00000%2C17.00");
  });

  it("leaves the reader's language out of the address", () => {
    workspace.move({ type: "tab-chosen", tab: "camps" });

    expect(window.location.search).toBe("?tab=camps");
  });

  it("keeps a selection that had no room in the address when the reader goes back", () => {
    const stationIds = Array.from({ length: 5000 }, (_, place) => `75056_${place}`);
    workspace.changeArea({ kind: "stations", stationIds });
    window.history.replaceState(null, "", "/t/demo?tab=camps&area=left-out");

    window.dispatchEvent(new PopStateEvent("popstate"));

    expect(workspace.state()).toMatchObject({ tab: "camps", area: { kind: "stations", stationIds } });
  });

  it("restores what the address says when the reader goes back", () => {
    workspace.move({ type: "tab-chosen", tab: "camps" });
    window.history.replaceState(null, "", "/t/demo?tab=routes&plan=p&route=3");

    window.dispatchEvent(new PopStateEvent("popstate"));

    expect(workspace.state()).toMatchObject({ tab: "routes", planId: "p", routeId: "3" });
  });
});
