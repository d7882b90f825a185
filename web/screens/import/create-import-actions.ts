import { createSignal } from "solid-js";
import type { ImportOptions, SaidOfFile } from "../../../server/contract/imports.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { Client } from "../../api/client.ts";
import { asProblem } from "../../api/create-load.ts";
import type { Importing } from "./create-import.ts";

/** What is asked for an import; the last thing that could not be done is kept as its problem. */
export function createImportActions(api: Client, importing: Importing) {
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  async function ask(what: (importId: string) => Promise<unknown>): Promise<void> {
    const id = importing.state()?.id;
    if (id === undefined) return;
    setProblem(null);
    try {
      await what(id);
    } catch (failure) {
      setProblem(asProblem(failure));
    }
  }
  return {
    problem,
    say: (fileId: string, said: SaidOfFile) =>
      void ask(async (id) => importing.set(await api.sayOfFile(id, fileId, said))),
    remove: (fileId: string) => void ask((id) => api.removeImportFile(id, fileId)),
    setOptions: (options: ImportOptions) =>
      void ask(async (id) => importing.set(await api.setImportOptions(id, options))),
    build: () => void ask(api.startBuild),
    cancel: () => void ask(api.cancelBuild),
  };
}
