import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import solid from "vite-plugin-solid";
import { compressedBuild } from "./web/compressed-build.ts";
import { fieldBuild } from "./web/field-build.ts";
import { fileOf } from "./web/file-groups.ts";
import { lettersBuild } from "./web/letters/letters-build.ts";

const page = (name: string) => fileURLToPath(new URL(`web/${name}`, import.meta.url));

export default defineConfig({
  root: "web",
  plugins: [solid(), lettersBuild(), fieldBuild(), territoryPage(), compressedBuild()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: [page("index.html"), page("field.html")],
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [{ debugName: "by who needs it", name: fileOf }],
        },
      },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:4810" } },
});

/** What the map asks for once it runs: its worker, and the letters that nearly all labels are written with. */
const OF_THE_MAP = /^assets\/(maplibre-gl-worker-.*\.js|letters-\w+-0-.*\.pbf\.gz)$/;

/**
 * Writes `territory.html`, the page of a territory's address: index.html that also names the files of the workspace and
 * its map. They are then loaded beside the entry, not once it has been read and run.
 */
function territoryPage(): Plugin {
  return {
    name: "territory-page",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const page = bundle["index.html"];
        const files = Object.values(bundle);
        const screen = files.find(
          (file) => file.type === "chunk" && file.moduleIds.some((id) => id.endsWith("/workspace-screen.tsx")),
        );
        if (page?.type !== "asset" || screen?.type !== "chunk") throw new Error("the workspace is not in the build");
        const scripts = new Set([screen.fileName]);
        const styles = new Set<string>();
        for (const name of scripts) {
          const file = bundle[name];
          if (file?.type !== "chunk") continue;
          for (const style of file.viteMetadata?.importedCss ?? []) styles.add(style);
          for (const imported of file.imports) scripts.add(imported);
        }
        const html = page.source.toString();
        const links = [
          ...[...scripts].map((name) => `<link rel="modulepreload" crossorigin href="/${name}">`),
          ...[...styles].map((name) => `<link rel="stylesheet" crossorigin href="/${name}">`),
          ...files
            .filter(({ fileName }) => OF_THE_MAP.test(fileName))
            .map(({ fileName }) => `<link rel="prefetch" crossorigin href="/${fileName}">`),
        ].filter((link) => !html.includes(link.slice(link.indexOf("/"), -1)));
        const source = html.replace("</head>", `  ${links.join("\n    ")}\n  </head>`);
        this.emitFile({ type: "asset", fileName: "territory.html", source });
      },
    },
  };
}
