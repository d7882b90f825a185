import type { Workspace } from "./workspace-context.tsx";

/** Where the open territory is built again with more files. */
export function workspaceImportAddress(workspace: Pick<Workspace, "territory" | "territoryName">): string {
  const name = workspace.territoryName();
  const title = workspace.territory.value()?.summary.title ?? name;
  return `/importer?${new URLSearchParams({ nom: name, titre: title })}`;
}
