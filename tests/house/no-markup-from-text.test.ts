import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, sourceFiles } from "./read-imports.ts";

/** What makes a page, a script or a place to go to out of text. */
const SINKS =
  /\b(innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe|setDOMContent|srcdoc|createContextualFragment|DOMParser)\b|document\.write|\beval\(|new Function\(|javascript:|customAttribution/;
/** Addresses that lead where the program says, whatever a file or a person has written. */
const LINK = /\b(?:href|src|action)=\{([^}]*)\}/g;
const OUTSIDE = /\bprops\.\w+\.(?:url|link|website|homepage)\b/;

describe("what files and people write", () => {
  const files = [...sourceFiles("web"), ...sourceFiles("server")].map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), "utf8"),
  }));

  it("is never made into a page, on any screen and in any field, those to come as well", () => {
    expect(files.length).toBeGreaterThan(500);
    expect(files.filter(({ text }) => SINKS.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it("is never where a link leads", () => {
    const links = files.flatMap(({ path, text }) => [...text.matchAll(LINK)].map(([link]) => `${path} ${link}`));

    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => OUTSIDE.test(link))).toEqual([]);
  });

  it("would be found", () => {
    for (const slip of ["element.innerHTML = name", "new maplibre.Popup().setHTML(name)", "<iframe srcdoc={name} />"]) {
      expect(SINKS.test(slip)).toBe(true);
    }
  });
});
