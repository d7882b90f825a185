import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin } from "vite";

export interface BundledProgram {
  /** What `node` is given in the place of `--import tsx scripts/arpent.ts`. */
  readonly entry: string;
  remove(): void;
}

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const THREAD = "work-thread";
/** How the pool of threads names what they run; they start in the bundle as well. */
const THREAD_SOURCE = `new URL("./${THREAD}.mjs", import.meta.url)`;
const THREAD_BUNDLED = `new URL("./${THREAD}.js", import.meta.url)`;
/** Their entry without the loader that reads TypeScript. */
const THREAD_CODE = `export { runTask as default } from "./run-task.ts";`;

/**
 * The whole command line as plain JavaScript, made in a second from the same sources. It is ready to answer with a third
 * of the processor time, which counts where a program is started again and again to be killed. What it reads beside
 * itself (the web application, its version, its home) it finds where the sources do.
 */
export async function bundleProgram(): Promise<BundledProgram> {
  // Inside node_modules its packages are found as from anywhere else in the project.
  const cache = join(ROOT, "node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "program-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: "error",
      plugins: [asAtItsSource()],
      build: {
        ssr: true,
        outDir: folder,
        target: "node20",
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          input: { arpent: join(ROOT, "scripts/arpent.ts"), [THREAD]: join(ROOT, `server/work/${THREAD}.mjs`) },
          output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { entry: join(folder, "arpent.js"), remove };
}

/** Leaves every file where it was as far as it can tell: paths go from the source, not from the bundle. */
function asAtItsSource(): Plugin {
  return {
    name: "as-at-its-source",
    enforce: "pre",
    transform(code, id) {
      if (id.endsWith(`${THREAD}.mjs`)) return { code: THREAD_CODE, map: null };
      if (!code.includes("import.meta.url")) return null;
      const here = JSON.stringify(pathToFileURL(id).href);
      const parts = code.split(THREAD_SOURCE).map((part) => part.replaceAll("import.meta.url", here));
      return { code: parts.join(THREAD_BUNDLED), map: null };
    },
  };
}
