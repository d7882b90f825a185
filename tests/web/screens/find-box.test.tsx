import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { foldName } from "../../../geodata/geometry/fold-name.ts";
import type { SearchHit } from "../../../server/contract/territories.ts";
import { fr } from "../../../web/i18n/fr.ts";
import { LanguageProvider } from "../../../web/i18n/language.tsx";
import { FindBox } from "../../../web/screens/finding/find-box.tsx";
import type { Findable } from "../../../web/workspace/find-things.ts";
import { recentSearches } from "../../../web/workspace/recent-searches.ts";

let page: HTMLElement;
let leave: () => void;
let ran: string[];
let hits: readonly SearchHit[] | null;
beforeEach(() => {
  localStorage.clear();
  localStorage.setItem("arpent.language", "fr");
  ran = [];
  hits = [];
  page = document.createElement("div");
  document.body.append(page);
});
afterEach(() => {
  leave();
  page.remove();
});

const thing = (kind: Findable["kind"], label: string, more: Partial<Findable> = {}): Findable => ({
  kind,
  id: label,
  label,
  detail: null,
  words: foldName(label),
  run: () => void ran.push(label),
  ...more,
});
const STREET: SearchHit = {
  kind: "street",
  id: "s1",
  label: "Boulevard Voltaire, 75011 Paris",
  position: [2, 48],
  box: null,
  stationIndex: null,
  match: "close",
};

function show({
  isPalette = false,
  hasStreets = true,
}: {
  readonly isPalette?: boolean;
  readonly hasStreets?: boolean;
} = {}): void {
  const things = [
    thing("station", "Bureau 12"),
    thing("command", "Imprimer la carte", { isOffered: true, keys: ["P"] }),
  ];
  const sources = {
    search: async () => {
      if (hits === null) throw new Error("the server is gone");
      return hits;
    },
    things: () => things,
    thingOf: (hit: SearchHit) => thing(hit.kind, hit.label),
  };
  leave = render(
    () => (
      <LanguageProvider>
        <FindBox
          sources={sources}
          territoryName="demo"
          hasStreets={hasStreets}
          onBegin={() => undefined}
          onClear={() => undefined}
          isPalette={isPalette}
        />
      </LanguageProvider>
    ),
    page,
  );
}

describe("the search box", () => {
  it("finds what the browser holds at once, in groups, with what was typed marked", () => {
    show();
    type("bureau 1");

    expect(groups()).toEqual([fr.search.group.station]);
    expect([...page.querySelectorAll("mark")].map((mark) => mark.textContent)).toEqual(["Bureau", "1"]);
    expect(box().getAttribute("aria-expanded")).toBe("true");
    expect(pointed()?.textContent).toContain("Bureau 12");
  });

  it("says that nothing is exact when only slips lead to a name", async () => {
    hits = [STREET];
    show();
    type("bd voltere");
    await answered();

    expect(page.textContent).toContain(fr.search.close("bd voltere"));
    expect(options()).toEqual(["Boulevard Voltaire, 75011 Paris"]);
  });

  it("asks what was meant when no name holds all the words", async () => {
    hits = [{ ...STREET, match: "partial" }];
    show();
    type("zzz voltaire");
    await answered();

    expect(page.textContent).toContain(fr.search.partial("zzz voltaire"));
  });

  it("says in words that nothing was found, and what to try", async () => {
    show();
    type("zzz");
    await answered();

    expect(page.textContent).toContain(fr.search.none("zzz"));
    expect(page.textContent).toContain(fr.search.noneHow);
    await expect
      .poll(() => page.querySelector("[role=status]")?.textContent, { timeout: 2000 })
      .toBe(fr.search.none("zzz"));
  });

  it("goes on with what the browser holds when the server is gone, and says so", async () => {
    hits = null;
    show();
    type("bureua 12");
    await answered();

    expect(options()).toEqual(["Bureau 12"]);
    expect(page.textContent).toContain(fr.search.serverGone);
  });

  it("says nothing of names that only the server knows while it is gone", async () => {
    hits = null;
    show();
    type("temple");
    await answered();

    expect(page.textContent).toContain(fr.search.noneHere("temple"));
    expect(page.textContent).toContain(fr.search.serverGone);
    expect(page.textContent).not.toContain(fr.search.none("temple"));
    expect(page.textContent).not.toContain(fr.search.noneHow);
  });

  it("sends nobody to streets where there are none", async () => {
    show({ hasStreets: false });
    expect(box().placeholder).toBe(fr.search.placeholderStations);
    type("zzz");
    await answered();

    expect(page.textContent).toContain(fr.search.noneHowStations);
    expect(page.textContent).not.toContain(fr.search.noneHow);
  });

  it("guesses at nothing where a word is found as it was typed", async () => {
    hits = [{ ...STREET, label: "Rue Bureat, Paris" }];
    show();
    type("bureau");
    await answered();

    expect(options()).toEqual(["Bureau 12"]);
  });

  it("is driven by arrows, Enter and Escape", async () => {
    hits = [{ ...STREET, label: "Rue du Bureau, Paris", match: "exact" }];
    show();
    type("bureau");
    await answered();

    press("ArrowDown");
    expect(pointed()?.textContent).toContain("Rue du Bureau");
    press("ArrowDown");
    press("ArrowUp");
    expect(pointed()?.textContent).toContain("Bureau 12");
    press("Escape");
    expect(box().getAttribute("aria-expanded")).toBe("false");
    press("ArrowDown");
    press("Enter");

    expect(ran).toEqual(["Bureau 12"]);
    expect(box().value).toBe("Bureau 12");
    press("Escape");
    expect(box().value).toBe("");
  });

  it("keeps the last searches on this device, offers them, and forgets them when asked", async () => {
    show();
    type("bureau 12");
    press("Enter");
    await answered();
    press("Escape");

    expect(recentSearches("demo")).toEqual(["Bureau 12"]);
    expect(recentSearches("elsewhere")).toEqual([]);
    focusIn();
    expect(groups()).toEqual([fr.search.recent]);
    press("Enter");
    expect(box().value).toBe("Bureau 12");

    press("Escape");
    press("Escape");
    focusIn();
    [...page.querySelectorAll("button")].find(({ textContent }) => textContent === fr.search.forget)?.click();
    expect(recentSearches("demo")).toEqual([]);
  });

  it("waits for the answer when Enter comes first", async () => {
    hits = [{ ...STREET, label: "Rue Imprimerie, Paris", match: "exact" }];
    show();
    type("rue imprim");
    press("Enter");
    expect(ran).toEqual([]);
    await answered();

    expect(ran).toEqual(["Rue Imprimerie, Paris"]);
  });

  it("offers commands with their keys before anything is typed, as a palette", async () => {
    show({ isPalette: true });

    expect(groups()).toEqual([fr.search.offered]);
    expect(page.querySelector("kbd")?.textContent).toBe("P");
    type("imprmier");
    press("Enter");
    await answered();
    expect(ran).toEqual(["Imprimer la carte"]);
    expect(recentSearches("demo")).toEqual([]);
  });
});

it("reads what others wrote into the memory of searches as nothing", () => {
  for (const kept of ["{", "12", '[{"a":1}]', "null"]) {
    localStorage.setItem("arpent.searches.demo", kept);

    expect(recentSearches("demo")).toEqual([]);
  }
});

function box(): HTMLInputElement {
  const found = page.querySelector("input");
  if (found === null) throw new Error("there is no field");
  return found;
}
const options = () => [...page.querySelectorAll("[role=option]")].map((one) => one.textContent);
const groups = () =>
  [...page.querySelectorAll("[role=group]")].map(
    (group) => document.getElementById(group.getAttribute("aria-labelledby") ?? "")?.textContent,
  );
const pointed = () => document.getElementById(box().getAttribute("aria-activedescendant") ?? "");
const answered = () => new Promise((resolve) => setTimeout(resolve, 200));

function focusIn(): void {
  box().blur();
  box().focus();
}

function type(text: string): void {
  box().focus();
  box().value = text;
  box().dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function press(key: string): void {
  box().dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}
