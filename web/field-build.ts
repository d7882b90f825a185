import type { Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { isLeftToOthers } from "./letters/letter-fonts.ts";

/** What of the built application the phone page is made of. */
const ENTRY = "field.html";
const PUBLIC_FILES = ["favicon.svg", "field.webmanifest"];

/**
 * Builds the service worker of the phone page, which keeps that page's files and no others, and writes beside it how
 * many bytes they are: the page says so before a volunteer keeps them.
 */
export function fieldBuild(): Plugin[] {
  const files = new Set<string>([ENTRY, ...PUBLIC_FILES]);
  return [
    {
      name: "arpent-field-files",
      apply: "build",
      generateBundle(_options, bundle) {
        const chunks = Object.values(bundle).flatMap((one) => (one.type === "chunk" ? [one] : []));
        const assets = Object.values(bundle).flatMap((one) => (one.type === "asset" ? [one.fileName] : []));
        const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${ENTRY}`) ?? false);
        if (entry === undefined) throw new Error(`nothing was built from ${ENTRY}`);
        const seen = [entry];
        for (const chunk of seen) {
          files.add(chunk.fileName);
          for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
          // Workers are assets that a chunk knows by name alone.
          for (const asset of assets) if (chunk.code.includes(asset) && !isLeftToOthers(asset)) files.add(asset);
          for (const name of [...chunk.imports, ...chunk.dynamicImports]) {
            const next = chunks.find(({ fileName }) => fileName === name);
            if (next !== undefined && !seen.includes(next)) seen.push(next);
          }
        }
        const bytes = Object.values(bundle)
          .filter(({ fileName }) => files.has(fileName))
          .reduce((sum, one) => sum + Buffer.byteLength(one.type === "chunk" ? one.code : one.source), 0);
        this.emitFile({ type: "asset", fileName: "field-files.json", source: JSON.stringify({ bytes }) });
      },
    },
    {
      name: "arpent-field-addresses",
      configureServer(server) {
        server.middlewares.use((request, _response, next) => {
          if (request.url !== undefined && isFieldAddress(request.url)) request.url = `/${ENTRY}`;
          next();
        });
      },
    },
    ...VitePWA({
      strategies: "injectManifest",
      srcDir: "field/offline",
      filename: "field-worker.ts",
      injectRegister: false,
      manifest: false,
      injectManifest: {
        globPatterns: ["**/*"],
        maximumFileSizeToCacheInBytes: 5_000_000,
        manifestTransforms: [(entries) => ({ manifest: entries.filter(({ url }) => files.has(url)), warnings: [] })],
      },
    }),
  ];
}

function isFieldAddress(url: string): boolean {
  return /^\/(w\/|code(\?|$))/.test(url);
}
