import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, sourceFiles } from "./read-imports.ts";

/**
 * French sentences have ’ for an apostrophe, a no-break space before a colon and inside « », and a narrow one before
 * ; ? and !. A plain space there lets a line begin with a sign. Directions are read by other programs too, from GPX
 * and CSV, and keep to plain spaces.
 */
const SLIP = /[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ«]| [:;?!»]|« /;
/** The sentence that belongs to an English one, up to where that begins. */
const FRENCH = /\bfr: ([\s\S]*?)\ben: /g;
const LITERALS = /"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g;

describe("French sentences of the server and of public files", () => {
  const sentences = sourceFiles("server")
    .concat(sourceFiles("geodata"))
    .filter((path) => !path.startsWith("server/directions/"))
    .flatMap((path) => frenchOf(readFileSync(join(ROOT, path), "utf8")).map((text) => ({ path, text })));

  it("are spaced and pointed as French is", () => {
    expect(sentences.length).toBeGreaterThan(400);
    expect(sentences.filter(({ text }) => SLIP.test(text))).toEqual([]);
  });

  it("fail when one is not", () => {
    const slips = [
      'fr: "Il n\'y a rien.", en: ""',
      `fr: \`Vide : \${name ? one : two}\`, en: \`\``,
      'fr: "« Ici »", en: ""',
    ];
    const good = ['fr: "Il n’y a rien.", en: ""', `fr: \`Vide\u00a0: \${name ? one : two}\`, en: \`\``];

    expect(slips.flatMap(frenchOf).filter((text) => SLIP.test(text))).toHaveLength(slips.length);
    expect(good.flatMap(frenchOf).filter((text) => SLIP.test(text))).toEqual([]);
  });
});

function frenchOf(source: string): string[] {
  return [...source.matchAll(FRENCH)].flatMap(([, value = ""]) =>
    [...withoutCode(value).matchAll(LITERALS)].map(([, plain, template]) => plain ?? template ?? ""),
  );
}

/** What stands in `${…}` is code, the innermost first. */
function withoutCode(value: string): string {
  const outer = value.replace(/\$\{[^{}]*\}/g, "…");
  return outer === value ? value : withoutCode(outer);
}
