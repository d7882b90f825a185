import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";

const COMPRESSED = /\.(js|css)$/;

/** Writes scripts and styles compressed beside themselves, so that the server need not do it for each reader again. */
export function compressedBuild(): Plugin {
  return {
    name: "arpent-compressed-build",
    apply: "build",
    writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      for (const file of Object.values(bundle)) {
        if (!COMPRESSED.test(file.fileName)) continue;
        const source = file.type === "chunk" ? file.code : file.source;
        writeFileSync(join(dir, `${file.fileName}.gz`), gzipSync(source, { level: 9 }));
      }
    },
  };
}
