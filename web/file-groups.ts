import { fileURLToPath } from "node:url";

/** What the bundler knows of a module: its absolute path and what it imports. */
interface BundledModule {
  readonly importedIds: readonly string[];
  readonly dynamicallyImportedIds: readonly string[];
}
interface Bundling {
  readonly getModuleInfo: (id: string) => BundledModule | null;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const APP = here("main.tsx");
const FIELD = here("field/field-main.tsx");
const WORKSPACE = here("screens/workspace/workspace-screen.tsx");

/**
 * The file a module of the application goes to, by who needs it: what every page begins with, what the workspace shares
 * with other screens, and what it has for itself. Left to the bundler each set of screens that share something would be
 * a file of its own, and the first map would wait for forty of them; each costs browser and server more than it holds.
 *
 * @returns null for what the bundler places better: what other screens have, and all that the phone page needs too,
 *   which is kept on phones and small
 */
export function fileOf(id: string, bundling: Bundling): string | null {
  if (reached([FIELD], bundling, "all").has(id)) return null;
  if (reached([APP], bundling).has(id)) return "start";
  if (!reached([WORKSPACE], bundling).has(id)) return null;
  return reached(otherScreens(bundling), bundling).has(id) ? "shared" : "workspace";
}

function otherScreens(bundling: Bundling): readonly string[] {
  const screens = [...reached([APP], bundling)].flatMap(
    (id) => bundling.getModuleInfo(id)?.dynamicallyImportedIds ?? [],
  );
  return screens.filter((id) => id !== WORKSPACE);
}

const known = new WeakMap<Bundling["getModuleInfo"], Map<string, ReadonlySet<string>>>();

/** Everything that these modules import, and what that imports; also what is loaded later, for "all". */
function reached(roots: readonly string[], bundling: Bundling, extent: "at once" | "all" = "at once") {
  const kept = known.get(bundling.getModuleInfo) ?? new Map<string, ReadonlySet<string>>();
  known.set(bundling.getModuleInfo, kept);
  const key = `${extent} ${roots.join(" ")}`;
  const before = kept.get(key);
  if (before !== undefined) return before;
  const seen = new Set(roots);
  for (const id of seen) {
    const module = bundling.getModuleInfo(id);
    for (const next of module?.importedIds ?? []) seen.add(next);
    if (extent === "all") for (const next of module?.dynamicallyImportedIds ?? []) seen.add(next);
  }
  kept.set(key, seen);
  return seen;
}
