import { render } from "solid-js/web";
import { afterEach, beforeEach, expect, it } from "vitest";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import type { PrintedZone } from "../../../web/screens/print-map/create-printed-zones.ts";
import { ZonesLegend } from "../../../web/screens/print-map/zones-legend.tsx";

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "en"));
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

const zoneOf = (number: number): PrintedZone => ({ name: `Zone ${number}`, colour: number % 12, doors: 10 });

function linesOf(zones: readonly PrintedZone[], freeDoors: number): readonly string[] {
  const page = document.createElement("div");
  document.body.append(page);
  leave = render(
    () => (
      <LanguageProvider>
        <ZonesLegend zones={{ name: "Plan A", zones, freeDoors, drawn: [] }} />
      </LanguageProvider>
    ),
    page,
  );
  return [...page.querySelectorAll("h4, li, p")].map(({ textContent }) => textContent ?? "");
}

it("the legend of printed zones has each zone with its doors, and the doors of none", () => {
  expect(linesOf([zoneOf(1), { ...zoneOf(2), doors: 1 }], 7)).toEqual([
    "Plan A",
    "Zone 110 doors",
    "Zone 21 door",
    "In no zone7 doors",
    "11 doors in the zones. The outline of a zone follows its addresses.",
  ]);
});

it("the legend of many zones takes those that the page has no room for together", () => {
  const lines = linesOf(
    Array.from({ length: 40 }, (_, number) => zoneOf(number)),
    0,
  );

  expect(lines).toHaveLength(1 + 27 + 1 + 1);
  expect(lines.at(-2)).toBe("and 13 other zones130 doors");
  expect(lines.at(-1)).toContain("400 doors");
});
