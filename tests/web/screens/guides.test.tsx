import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { JSX } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { en } from "../../../web/i18n/en.ts";
import { frGuide } from "../../../web/i18n/fr-guide.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { type GuideScreen, ScreenGuide } from "../../../web/screens/guide/screen-guide.tsx";
import { LookOnly } from "../../../web/screens/people/look-only.tsx";

const SCREENS = Object.entries(frGuide).flatMap(([name, words]) => (typeof words === "object" ? [name] : []));

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "en"));
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

describe("the help of a screen", () => {
  it("is opened somewhere, whatever it was written for", () => {
    const folder = join(import.meta.dirname, "../../../web/screens");
    const texts = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tsx"))
      .map((path) => readFileSync(join(folder, path), "utf8"));

    const opened = new Set(
      texts.flatMap((text) => [...text.matchAll(/\b(?:screen|guide)="(\w+)"/g)].map(([, name]) => name)),
    );
    expect([...opened].toSorted()).toEqual(SCREENS.toSorted());
    expect(SCREENS.length).toBeGreaterThan(15);
  });

  it("says what it shows, how to read it and what it does not say", () => {
    show(() => <ScreenGuide screen="coverage" />);
    button("coverage")?.click();

    const said = document.querySelector("[role=dialog]")?.textContent;
    for (const part of [en.guide.coverage.shows, en.guide.coverage.read, en.guide.coverage.silent]) {
      expect(said).toContain(part);
    }
  });

  it("stays within reach of who may only look, and is there once", () => {
    const screen: GuideScreen = "camps";
    show(() => (
      <LookOnly isAllowed={false} reason="Only to look at." guide={screen}>
        <ScreenGuide screen={screen} />
        <input />
      </LookOnly>
    ));

    expect(document.querySelectorAll(`[aria-label="${name(screen)}"]`)).toHaveLength(1);
    expect(button(screen)?.closest("fieldset[disabled]")).toBeNull();
    expect(document.querySelector("input")?.closest("fieldset[disabled]")).not.toBeNull();
  });
});

function name(screen: GuideScreen): string {
  return en.guide.open(en.guide[screen].name);
}

function button(screen: GuideScreen): HTMLElement | null {
  return document.querySelector(`[aria-label="${name(screen)}"]`);
}

function show(content: () => JSX.Element): void {
  const page = document.createElement("div");
  document.body.replaceChildren(page);
  leave = render(() => <LanguageProvider>{content()}</LanguageProvider>, page);
}
