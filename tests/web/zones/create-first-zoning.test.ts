import { createRoot, createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { createFirstZoning } from "../../../web/zones/create-first-zoning.ts";

describe("the zoning that is open at first", () => {
  it("is the one that the address names", () => {
    const { first, zoningId, know } = window("b");

    know(["a", "b"]);

    expect([zoningId(), first.isLost()]).toEqual(["b", false]);
  });

  it("is what was edited last where the address names none", () => {
    const { first, zoningId, know } = window(null);

    know(["a", "b"]);

    expect([zoningId(), first.isLost()]).toEqual(["a", false]);
  });

  it("takes the place of one that this territory does not have, and says that it was lost until that is understood", () => {
    const { first, zoningId, know } = window("elsewhere");

    know(["a"]);

    expect([zoningId(), first.isLost()]).toEqual(["a", true]);
    first.forgetLost();
    expect(first.isLost()).toBe(false);
  });

  it("is none where the territory has none", () => {
    const { first, zoningId, know } = window("deleted");

    know([]);

    expect([zoningId(), first.isLost()]).toEqual([null, true]);
  });

  it("is not mistaken for lost when it is made after the list was read", () => {
    const { first, zoningId, know, open } = window(null);
    know([]);

    open("made");

    expect([zoningId(), first.isLost()]).toEqual(["made", false]);
  });
});

/** A window whose address names a zoning, and the zonings of its territory once they are known. */
function window(named: string | null) {
  return createRoot(() => {
    const [list, setList] = createSignal<readonly { readonly id: string }[] | null>(null);
    const [zoningId, open] = createSignal(named);
    const first = createFirstZoning({ list, zoningId, open });
    return { first, zoningId, open, know: (ids: readonly string[]) => setList(ids.map((id) => ({ id }))) };
  });
}
