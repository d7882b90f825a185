import { createRoot, createSignal } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ImportState } from "../../../server/contract/imports.ts";
import { ApiProblem } from "../../../web/api/api-problem.ts";
import type { Client } from "../../../web/api/client.ts";
import { fr } from "../../../web/i18n/fr.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { BuildPanel } from "../../../web/screens/import/build-panel.tsx";
import type { Importing } from "../../../web/screens/import/create-import.ts";
import { createImportActions } from "../../../web/screens/import/create-import-actions.ts";

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

describe("a build that is asked for and cancelled", () => {
  it("is asked for once, says so, and can be cancelled once it is seen to wait", () => {
    const page = show();
    page.press();
    page.press();
    expect([page.button().textContent, page.startBuild.mock.calls.length]).toEqual([fr.imports.asked.build, 1]);

    page.tell("waiting");
    expect(page.button().textContent).toBe(fr.imports.cancelBuild);
    page.press();
    page.press();
    expect([page.button().textContent, page.cancelBuild.mock.calls.length]).toEqual([fr.imports.asked.cancel, 1]);

    page.tell("cancelled");
    expect(page.text()).toContain(fr.imports.cancelled);
    expect(page.button().textContent).toBe(fr.imports.build);
  });

  it("says beside its button what was not heard, until there is other news", async () => {
    const page = show();
    page.tell("running");
    page.cancelBuild.mockRejectedValueOnce(new ApiProblem({ code: "offline", message: "Le serveur ne répond pas." }));
    page.press();
    await vi.waitFor(() => expect(page.text()).toContain("Le serveur ne répond pas."));
    expect(page.button().textContent).toBe(fr.imports.cancelBuild);

    page.connect(false);
    expect(page.text()).toContain(fr.app.disconnected);
    expect(page.text()).not.toContain(fr.imports.pageMayClose);
    page.connect(true);
    expect(page.text()).not.toContain("Le serveur ne répond pas.");
    expect(page.text()).toContain(fr.imports.pageMayClose);
  });
});

function show() {
  const [state, setState] = createSignal<ImportState | null>(importOf(null));
  const [isConnected, setIsConnected] = createSignal(true);
  const startBuild = vi.fn(async () => undefined);
  const cancelBuild = vi.fn(async () => undefined);
  const importing = { state, isConnected } as unknown as Importing;
  const page = document.createElement("div");
  document.body.append(page);
  createRoot((dispose) => {
    const actions = createImportActions({ startBuild, cancelBuild } as unknown as Client, importing);
    const gone = render(
      () => (
        <LanguageProvider>
          <BuildPanel
            state={state() ?? importOf(null)}
            progress={null}
            isConnected={isConnected()}
            asked={actions.asked()}
            problem={actions.buildProblem()}
            onBuild={actions.build}
            onCancel={actions.cancel}
          />
        </LanguageProvider>
      ),
      page,
    );
    leave = () => {
      gone();
      dispose();
    };
  });
  const button = () => {
    const only = page.querySelector("button");
    if (only === null) throw new Error("there is no button");
    return only;
  };
  return {
    startBuild,
    cancelBuild,
    button,
    press: () => button().click(),
    text: () => page.textContent ?? "",
    tell: (status: Status) => setState(importOf(status)),
    connect: setIsConnected,
  };
}

type Status = NonNullable<ImportState["build"]>["status"];

/** Of the invented town, which is always ready to be built. */
function importOf(status: Status | null): ImportState {
  const build = status === null ? null : { status, startedAt: "2026-11-27T08:00:00.000Z", failure: null };
  return { id: "import-1", kind: "demo", files: [], build } as unknown as ImportState;
}
