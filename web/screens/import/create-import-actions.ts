import { createEffect, createSignal, on } from "solid-js";
import type { ImportOptions, SaidOfFile } from "../../../server/contract/imports.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { Client } from "../../api/client.ts";
import { asProblem } from "../../api/create-load.ts";
import type { Importing } from "./create-import.ts";

export type AskedOfBuild = "build" | "cancel";

/**
 * What is asked for an import; the last thing that could not be done is kept as its problem, that of the build apart, to be
 * told beside its button.
 */
export function createImportActions(api: Client, importing: Importing) {
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const [asked, setAsked] = createSignal<AskedOfBuild | null>(null);
  const [buildProblem, setBuildProblem] = createSignal<ApiProblem | null>(null);
  async function ask(what: (importId: string) => Promise<unknown>, tell = setProblem): Promise<boolean> {
    const id = importing.state()?.id;
    if (id === undefined) return false;
    tell(null);
    try {
      await what(id);
      return true;
    } catch (failure) {
      tell(asProblem(failure));
      return false;
    }
  }
  /** Asked once: until what was asked is seen to be so, another press would be refused. */
  async function askOfBuild(kind: AskedOfBuild, what: (importId: string) => Promise<void>): Promise<void> {
    if (asked() !== null) return;
    setAsked(kind);
    if (!(await ask(what, setBuildProblem))) setAsked(null);
  }
  const status = () => importing.state()?.build?.status;
  createEffect(on([status, () => importing.state()?.build?.startedAt], () => setAsked(null), { defer: true }));
  // What could not be done then is no news any more once there is other news.
  createEffect(
    on(
      [importing.isConnected, status],
      () => {
        setProblem(null);
        setBuildProblem(null);
      },
      { defer: true },
    ),
  );
  return {
    problem,
    asked,
    buildProblem,
    say: (fileId: string, said: SaidOfFile) =>
      void ask(async (id) => importing.set(await api.sayOfFile(id, fileId, said))),
    remove: (fileId: string) => void ask((id) => api.removeImportFile(id, fileId)),
    setOptions: (options: ImportOptions) =>
      void ask(async (id) => importing.set(await api.setImportOptions(id, options))),
    build: () => void askOfBuild("build", api.startBuild),
    cancel: () => void askOfBuild("cancel", api.cancelBuild),
  };
}
