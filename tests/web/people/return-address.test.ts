import { describe, expect, it } from "vitest";
import { returnAddress, signInAddress } from "../../../web/people/return-address.ts";

const back = (address: string) => returnAddress(`?retour=${encodeURIComponent(address)}`, "http://localhost:4810");

describe("after signing in", () => {
  it.each(["/t/demo?tab=routes#map", "/equipe", "/"])("one is back where one was: %s", (address) => {
    const url = new URL(signInAddress(address), "http://localhost:4810");

    expect(url.pathname).toBe("/connexion");
    expect(returnAddress(url.search, url.origin)).toBe(address);
  });

  it.each([
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/./\\evil.example",
    "/%2e//evil.example",
    "evil.example",
    "/connexion?retour=/connexion",
  ])("no address leads to another site, or round in circles: %s", (address) => {
    expect(new URL(back(address), "http://localhost:4810").host).toBe("localhost:4810");
    expect(back(address)).not.toContain("connexion");
    expect(back(address).startsWith("//")).toBe(false);
  });

  it("one is at home without a place to go back to", () => {
    expect(returnAddress("", "http://localhost:4810")).toBe("/");
  });
});
