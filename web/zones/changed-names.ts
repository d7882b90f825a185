import type { Zone, ZoneStep } from "../../server/contract/drawn-zones.ts";

/** Names of the zones that steps have changed, each once, in the order of the steps. A zone that is gone has its last one. */
export function changedNames(zones: readonly Zone[], steps: readonly ZoneStep[]): string[] {
  const names = new Map(zones.map(({ id, name }) => [id, name]));
  const changed = new Map<string, string>();
  const add = (id: string, ownName: string | undefined) => {
    const name = names.get(id) ?? ownName;
    if (name !== undefined) changed.set(id, name);
  };
  for (const step of steps) {
    switch (step.kind) {
      case "zone-added":
      case "zone-removed":
        add(step.zone.id, step.zone.name);
        break;
      case "zone-changed":
        add(step.after.id, step.after.name);
        break;
      case "addresses-moved":
        for (const id of [step.from, step.to]) if (id !== null) add(id, undefined);
    }
  }
  return [...changed.values()];
}
