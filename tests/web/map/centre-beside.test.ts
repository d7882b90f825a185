import { describe, expect, it } from "vitest";
import { centreBeside } from "../../../web/map/centre-beside.ts";

describe("the middle of the map", () => {
  it("is that of what is seen of it, not of what lies under the panel", () => {
    const map = {
      getContainer: () => ({ clientWidth: 400, clientHeight: 800 }) as HTMLElement,
      unproject: ([x, y]: [number, number]) => ({ lng: x, lat: y }),
    };

    const centre = centreBeside(map as unknown as Parameters<typeof centreBeside>[0], {
      top: 60,
      right: 20,
      bottom: 480,
      left: 20,
    });

    expect(centre).toEqual([200, 190]);
  });
});
