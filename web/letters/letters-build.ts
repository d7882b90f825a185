import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { openSync } from "fontkit";
import type { Plugin } from "vite";
import { LETTER_FONTS, LETTER_RANGES, type LetterFont, letterFile } from "./letter-fonts.ts";
import { RANGE, writeRange } from "./write-range.ts";

const { resolve } = createRequire(import.meta.url);
const MODULE = "virtual:letter-files";
const RESOLVED = `\0${MODULE}`;
const DEVELOPING = "/@letters/";

/**
 * Draws the letters of maps when the application is built, in the font of the printed sheets, and tells the application
 * where they are: `virtual:letter-files` is their addresses by font and first code point. While developing they are
 * drawn when they are asked for.
 */
export function lettersBuild(): Plugin {
  let isBuild = false;
  return {
    name: "arpent-letters",
    configResolved(config) {
      isBuild = config.command === "build";
    },
    resolveId: (id) => (id === MODULE ? RESOLVED : null),
    load(id) {
      if (id !== RESOLVED) return null;
      const addresses = Object.fromEntries(
        LETTER_FONTS.map((font) => [
          font.name,
          Object.fromEntries(
            LETTER_RANGES.map((first) => {
              if (!isBuild) return [first, `${DEVELOPING}${font.name}/${first}`];
              const source = draw(font, first);
              const digest = createHash("sha256").update(source).digest("base64url").slice(0, 8);
              const fileName = letterFile(font.name, first, digest);
              this.emitFile({ type: "asset", fileName, source });
              return [first, `/${fileName}`];
            }),
          ),
        ]),
      );
      return `export default ${JSON.stringify(addresses)};`;
    },
    configureServer(server) {
      server.middlewares.use(DEVELOPING, (request, response, next) => {
        const [, name, first] = (request.url ?? "").split("/");
        const font = LETTER_FONTS.find((one) => one.name === name);
        if (font === undefined) next();
        else response.end(draw(font, Number(first)));
      });
    },
  };
}

/** Packed here and unpacked by the page: the server packs nothing of this kind, and phones keep half as much. */
function draw({ name, file }: LetterFont, first: number): Uint8Array {
  return gzipSync(writeRange(openSync(resolve(`dejavu-fonts-ttf/ttf/${file}`)), name, first - (first % RANGE)), {
    level: 9,
  });
}
