import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { staticFiles } from "../../../server/http/static-files.ts";

const folder = mkdtempSync(join(tmpdir(), "arpent-web-"));
const SCRIPT = "export const words = 'les mêmes';";
mkdirSync(join(folder, "assets"));
writeFileSync(join(folder, "index.html"), "<title>home</title>");
writeFileSync(join(folder, "territory.html"), "<title>territory</title>");
writeFileSync(join(folder, "field.html"), "<title>phone</title>");
writeFileSync(join(folder, "assets/words-abc.js"), SCRIPT);
writeFileSync(join(folder, "assets/words-abc.js.gz"), gzipSync(SCRIPT));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const get = (address: string, headers: Record<string, string> = {}, isLetIn = async () => true) =>
  staticFiles(folder, isLetIn).request(address, { headers });

describe("the built application", () => {
  it("sends a script as it was compressed by the build, to who can unpack it", async () => {
    const packed = await get("/assets/words-abc.js", { "accept-encoding": "gzip, br" });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(packed.headers.get("content-type")).toContain("javascript");
    expect(gunzipSync(await packed.arrayBuffer()).toString()).toBe(SCRIPT);
    const plain = await get("/assets/words-abc.js");
    expect(plain.headers.get("content-encoding")).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
  });

  it("names what a workspace asks for first beside its page", async () => {
    const page = await get("/t/paris-republique");
    expect(await page.text()).toContain("territory");
    const link = page.headers.get("link") ?? "";
    expect(link).toContain("</api/territories/paris-republique/station-list>; rel=preload; as=fetch; crossorigin");
    expect(link).toContain("</api/me>");
  });

  it.each([
    ["who is not signed in", async () => false],
    ["anybody while the store is away", () => Promise.reject(new Error("no store"))],
  ])("names nothing to %s, and sends the page", async (_, isLetIn) => {
    const page = await get("/t/paris-republique", {}, isLetIn);
    expect(await page.text()).toContain("territory");
    expect(page.headers.get("link")).toBeNull();
  });

  it.each(["/", "/t/demo/sorties", "/w/abc", "/t/%3E%22", "/t/%E0%A4%A", "/t/a%0d%0aSet-Cookie:%20b"])(
    "names nothing beside %s, whose screen asks for other things",
    async (address) => {
      const page = await get(address);
      expect(page.status).toBe(200);
      expect(page.headers.get("link")).toBeNull();
    },
  );
});
