import { describe, expect, it } from "vitest";
import { Refusal } from "../../../server/contract/refusal.ts";
import { parseRouterUrl } from "../../../server/osrm-router/parse-router-url.ts";

describe("ROUTER_URL", () => {
  it("is not asked for: without it Arpent walks by itself", () => {
    expect(parseRouterUrl(undefined)).toBeNull();
    expect(parseRouterUrl("  ")).toBeNull();
  });

  it("names a server, a profile and how the profile walks", () => {
    expect(parseRouterUrl("osrm+http://osrm:5000/foot?speed=4.8&table=50&timeout=3")).toEqual({
      address: "http://osrm:5000",
      profile: "foot",
      speedKilometresPerHour: 4.8,
      tableSize: 50,
      timeoutSeconds: 3,
    });
  });

  it.each([
    ["osrm+http://osrm:5000", "http://osrm:5000", "foot"],
    ["osrm+http://osrm:5000/", "http://osrm:5000", "foot"],
    ["OSRM+HTTPS://osrm.example.org/walking/", "https://osrm.example.org", "walking"],
    ["osrm+https://example.org/routed/on-foot/driving", "https://example.org/routed/on-foot", "driving"],
    ["osrm+http://[::1]:5000/foot", "http://[::1]:5000", "foot"],
  ])("fills in what %s leaves out", (text, address, profile) => {
    expect(parseRouterUrl(text)).toEqual({
      address,
      profile,
      speedKilometresPerHour: 5,
      tableSize: 100,
      timeoutSeconds: 10,
    });
  });

  it.each([
    ["http://osrm:5000/foot", "its beginning is unknown"],
    ["osrm://osrm:5000/foot", "its beginning is unknown"],
    ["osrm+ftp://osrm/foot", "its beginning is unknown"],
    ["osrm+http://", "its address cannot be read"],
    ["osrm+http://osrm:99999/foot", "its address cannot be read"],
    ["osrm+http://osrm:5000/foot?sped=5", "its option “sped” is unknown"],
    ["osrm+http://osrm:5000/foot?speed=0", "“speed” is “0” instead of a number from 0.5 to 30"],
    ["osrm+http://osrm:5000/foot?speed=", "“speed” is “” instead of a number"],
    ["osrm+http://osrm:5000/foot?speed=fast", "“speed” is “fast” instead of a number"],
    ["osrm+http://osrm:5000/foot?table=12.5", "“table” is “12.5” instead of a whole number from 2 to 10000"],
    ["osrm+http://osrm:5000/foot?timeout=-1", "“timeout” is “-1” instead of a number"],
  ])("refuses %s with its value and the form expected", (text, why) => {
    const refusal = refusalOf(text);

    expect(refusal.code).toBe("router-url");
    expect(refusal.sentence.en).toContain(`ROUTER_URL is “${text}”: ${why}`);
    expect(refusal.sentence.en).toContain("osrm+http://localhost:5000/foot?speed=5");
    expect(refusal.sentence.fr).toContain(`ROUTER_URL vaut « ${text} » : `);
  });

  it("does not repeat a password", () => {
    expect(refusalOf("osrm+http://me:secret@osrm:5000/foot").sentence.en).not.toContain("secret");
  });
});

function refusalOf(text: string): Refusal {
  try {
    parseRouterUrl(text);
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error(`"${text}" was accepted`);
}
