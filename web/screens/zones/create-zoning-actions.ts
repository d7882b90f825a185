import { type Accessor, createSignal } from "solid-js";
import type { NewZoning } from "../../../server/contract/drawn-zones.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import { asProblem } from "../../api/create-load.ts";
import { useLanguage } from "../../i18n/language.tsx";
import { useWorkspace } from "../../workspace/workspace-context.tsx";
import type { Zones } from "../../zones/create-zones.ts";

/** What is done to whole zonings: made, renamed, deleted. Each is told in words; the list is read again after it. */
export function createZoningActions(zones: Accessor<Zones>) {
  const workspace = useWorkspace();
  const { t } = useLanguage();
  const [isBusy, setIsBusy] = createSignal(false);
  const [problem, setProblem] = createSignal<ApiProblem | null>(null);
  const run = async (act: () => Promise<void>) => {
    if (isBusy()) return;
    setIsBusy(true);
    setProblem(null);
    try {
      await act();
      zones().list.retry();
    } catch (failure) {
      setProblem(asProblem(failure));
    } finally {
      setIsBusy(false);
    }
  };
  return {
    isBusy,
    problem,
    make: (made: NewZoning) =>
      run(async () => {
        const { id } = await zones().api.makeZoning(workspace.territoryName(), made);
        workspace.move({ type: "zoning-opened", zoningId: id });
        zones().tell(t(made.copyOf === null ? "zones.made" : "zones.duplicated", made.name));
      }),
    rename: (zoningId: string, name: string) =>
      run(async () => {
        await zones().api.renameZoning(zoningId, name);
        const open = zones().zoning();
        if (open?.zoningId !== zoningId) return;
        zones().tell(t("zones.renamed", open.name(), name));
        open.setName(name);
      }),
    remove: (zoningId: string) =>
      run(async () => {
        await zones().api.removeZoning(zoningId);
        const known = zones().list.value() ?? [];
        const others = known.filter(({ id }) => id !== zoningId);
        zones().list.set(others);
        workspace.move({ type: "zoning-opened", zoningId: others[0]?.id ?? null });
        zones().tell(t("zones.deleted", known.find(({ id }) => id === zoningId)?.name ?? ""));
      }),
  };
}

export type ZoningActions = ReturnType<typeof createZoningActions>;
