import { describe, expect, it } from "vitest";
import { picksLeft } from "../../../web/zones/picks-left.ts";

const zones = (...ids: string[]) => ids.map((id) => ({ id }));

describe("zones that are ticked", () => {
  it("are ticked no more once they are removed", () => {
    expect(picksLeft(["a", "b"], zones("a", "b", "c"), zones("b", "c"))).toEqual(["b"]);
  });

  it("stay the same list while others come and go, and before the zones are known", () => {
    const picked = ["a", "b"];

    expect(picksLeft(picked, zones("a", "b", "c"), zones("a", "b", "d"))).toBe(picked);
    expect(picksLeft(picked, [], zones("a", "d"))).toBe(picked);
  });
});
