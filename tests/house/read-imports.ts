import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export interface Import {
  /** Path from the root of the repository. */
  readonly from: string;
  /** Path from the root for a file of the project, else the name of the package or built-in module. */
  readonly to: string;
  readonly isTypeOnly: boolean;
  readonly isPackage: boolean;
}

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{][^;"']*?\bfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

/** Every import of every source file under the given top-level folders. */
export function readImports(folders: readonly string[]): readonly Import[] {
  return folders.flatMap(sourceFiles).flatMap((from) => importsOf(from, readFileSync(join(ROOT, from), "utf8")));
}

/** Every source file under a folder, as paths from the root. */
export function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)));
}

function importsOf(from: string, text: string): readonly Import[] {
  return [...text.matchAll(IMPORT)].map((match) => {
    const specifier = match[2] ?? match[3] ?? "";
    const isPackage = !specifier.startsWith(".");
    return {
      from,
      to: isPackage
        ? packageName(specifier)
        : relative(ROOT, resolve(ROOT, dirname(from), specifier.split("?")[0] ?? "")),
      isTypeOnly: match[1] !== undefined || onlyTypes(match[0]),
      isPackage,
    };
  });
}

/** `import { type A, type B } from` erases like `import type`. */
function onlyTypes(statement: string): boolean {
  const names = /\{([^}]*)\}/.exec(statement)?.[1];
  if (names === undefined || /import\s+\w/.test(statement)) return false;
  return names.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type "));
}

function packageName(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
