import { createRoot, createSignal } from "solid-js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createStationFilter } from "../../../web/workspace/create-station-filter.ts";

const TEXTS = ["mairie 0001 quimper", "ecole jean-zay 0002 quimper"];

let filter: ReturnType<typeof createStationFilter>;
let written: string[];
let leave: () => void;
const [kept, setKept] = createSignal("");
const [texts, setTexts] = createSignal<(() => readonly string[]) | null>(null);

function open(address: string): void {
  written = [];
  setKept(address);
  leave = createRoot((dispose) => {
    filter = createStationFilter({
      kept,
      keep: (text) => {
        if (text === kept()) return;
        written.push(text);
        setKept(text);
      },
      texts,
    });
    return dispose;
  });
}

describe("the filter of the list of stations", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    setTexts(() => () => TEXTS);
  });
  afterEach(() => {
    leave();
    vi.useRealTimers();
  });

  it("narrows at every letter, and is written once, when typing has come to rest", () => {
    open("");
    for (const text of ["m", "ma", "mai "]) {
      filter.type(text);
      vi.advanceTimersByTime(100);
    }

    expect(filter.text()).toBe("mai ");
    expect(written).toEqual([]);

    vi.advanceTimersByTime(1000);
    expect(written).toEqual(["mai"]);
    expect(filter.text()).toBe("mai ");
  });

  it("is written at once by who leaves the field", () => {
    open("");
    filter.type("zay");
    filter.settle();

    expect(written).toEqual(["zay"]);
  });

  it("opens as the link says", () => {
    open("zay");

    expect(filter.text()).toBe("zay");
    expect(written).toEqual([]);
  });

  it("keeps on the screen alone what finds no station", () => {
    open("zay");
    filter.type("zay camille");
    filter.settle();

    expect(filter.text()).toBe("zay camille");
    expect(written).toEqual([""]);
  });

  it("takes a name out of the address that no station has, once the stations are known", () => {
    setTexts(null);
    open("camille");
    expect(written).toEqual([]);

    setTexts(() => () => TEXTS);
    expect(written).toEqual([""]);
    expect(filter.text()).toBe("camille");
  });

  it("follows who goes back and forward, and does not fight with them", () => {
    open("");
    filter.type("zay");
    filter.settle();
    written = [];

    setKept("mairie");
    expect(filter.text()).toBe("mairie");
    setKept("");
    expect(filter.text()).toBe("");
    vi.advanceTimersByTime(1000);
    expect(written).toEqual([]);
  });

  it("is cleared at once", () => {
    open("zay");
    filter.clear();

    expect(filter.text()).toBe("");
    expect(written).toEqual([""]);
  });
});
