import { render } from "solid-js/web";
import { afterEach, expect, it, vi } from "vitest";
import { TableScroll } from "../../../web/design/table-scroll.tsx";
import { LanguageProvider } from "../../../web/i18n/language.tsx";

let leave: () => void = () => undefined;
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

/** A table of the given width in a place of 300 pixels. */
function show(width: number): Element | null {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      readonly #tell: () => void;
      constructor(tell: () => void) {
        this.#tell = tell;
      }
      observe(place: HTMLElement) {
        if (place.localName !== "section") return;
        Object.defineProperties(place, { scrollWidth: { value: width }, clientWidth: { value: 300 } });
        this.#tell();
      }
      disconnect() {}
    },
  );
  localStorage.setItem("arpent.language", "fr");
  leave = render(
    () => (
      <LanguageProvider>
        <TableScroll label="Par bureau">
          <table />
        </TableScroll>
      </LanguageProvider>
    ),
    document.body,
  );
  return document.querySelector("section");
}

it("is reached by keys, and has a name, when its table is wider than its place", () => {
  const place = show(500);

  expect(place?.getAttribute("tabindex")).toBe("0");
  expect(place?.getAttribute("aria-label")).toBe("Tableau\u00a0: Par bureau");
});

it("is no stop on the way when there is nothing to scroll", () => {
  const place = show(300);

  expect(place?.hasAttribute("tabindex")).toBe(false);
  expect(place?.hasAttribute("aria-label")).toBe(false);
});
