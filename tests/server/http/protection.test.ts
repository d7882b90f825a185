import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChoiceStore } from "../../../server/campaign/choice-store.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";

let server: TestServer;
beforeEach(async () => {
  server = await makeServer();
});
afterEach(() => server.close());

const SCORES = "/api/territories/two-squares/scores";
const CHOICE = { name: "Nous", sides: { "2024_legi_t1-0": "ours" } };

function send(path: string, headers: Record<string, string>, body: string = JSON.stringify(CHOICE)) {
  return server.request(path, { method: "POST", headers, body });
}

describe("errors", () => {
  it("speak French by default, English when the address or the browser asks for it", async () => {
    const messages = await Promise.all(
      [
        server.request("/api/territories/nowhere"),
        server.request("/api/territories/nowhere", { headers: { "accept-language": "de, en-GB;q=0.8, fr;q=0.3" } }),
        server.request("/api/territories/nowhere?lang=en", { headers: { "accept-language": "fr" } }),
        server.request("/api/territories/nowhere?lang=fr", { headers: { "accept-language": "en" } }),
        server.request("/api/territories/nowhere", { headers: { "accept-language": "de" } }),
      ].map(async (response) => (await jsonOf<Problem>(response)).error.message.slice(0, 9)),
    );

    expect(messages).toEqual(["Il n’y a ", "There is ", "There is ", "Il n’y a ", "Il n’y a "]);
  });

  it("list every fault of a request with its path, the value and what was expected", async () => {
    const body = { selection: { kind: "zone" }, volunteers: 0, minutes: "60", speed: 4.5, seed: 1.5 };
    const response = await send("/api/territories/two-squares/plans", JSON_TYPE, JSON.stringify(body));

    const { error } = await jsonOf<Problem>(response);
    expect(response.status).toBe(400);
    expect(error.code).toBe("invalid-request");
    expect(error.details).toEqual([
      { path: "selection.geometry", message: "« selection.geometry » manque : il faut une valeur." },
      { path: "volunteers", message: "« volunteers » vaut 0 : il faut au moins 1." },
      { path: "minutes", message: '« minutes » vaut "60" : il faut un nombre.' },
      { path: "seed", message: "« seed » vaut 1.5 : il faut un nombre entier." },
    ]);
  });

  it("explain a choice between shapes in English too", async () => {
    const body = { selection: { kind: "circle" }, volunteers: 2, minutes: 60, start: "nowhere" };
    const response = await send("/api/territories/two-squares/plans?lang=en", JSON_TYPE, JSON.stringify(body));

    const { error } = await jsonOf<Problem>(response);
    expect(error.details).toEqual([
      {
        path: "selection.kind",
        message: '« selection.kind » is "circle": expected "stations" or "zone" or "addresses" or "best".',
      },
      {
        path: "start",
        message:
          '« start » is "nowhere": expected "lowest" or "highest" or "central" or "transit" or "anywhere" or an object.',
      },
    ]);
  });

  it("say that a body is not JSON", async () => {
    const broken = await send(SCORES, JSON_TYPE, "{");
    const form = await send(SCORES, { "content-type": "text/plain" });

    expect(broken.status).toBe(400);
    expect((await jsonOf<Problem>(broken)).error.code).toBe("unreadable-request");
    expect(form.status).toBe(415);
    expect((await jsonOf<Problem>(form)).error.code).toBe("not-json");
  });

  it("refuse a body of more than a megabyte", async () => {
    const response = await send(SCORES, JSON_TYPE, JSON.stringify({ name: "x".repeat(1_000_001), sides: {} }));

    expect(response.status).toBe(413);
    expect((await jsonOf<Problem>(response)).error.code).toBe("too-large");
  });

  it("let through the many addresses of a large town's zones, and no more than that", async () => {
    const asked = (letters: number) =>
      JSON.stringify({ zones: [{ zoneId: "a", addressIds: [] }], ignored: "x".repeat(letters) });

    expect((await send("/api/territories/two-squares/zone-figures", JSON_TYPE, asked(2_000_000))).status).toBe(200);
    expect((await send("/api/territories/two-squares/zone-figures", JSON_TYPE, asked(6_000_001))).status).toBe(413);
  });

  it("hide what went wrong inside behind a number that the log explains", async () => {
    const broken = await makeServer({
      choices: failingChoices(() => Promise.reject(new Error("secret detail"))),
    });

    const response = await broken.request("/api/territories/two-squares/choice?lang=en");

    const text = await response.text();
    const id = /number ([\w-]+)\./.exec(text)?.[1] ?? "none";
    expect(response.status).toBe(500);
    expect(text).not.toContain("secret");
    expect(broken.faults.join()).toContain("secret detail");
    expect(broken.faults.join()).toContain(id);
    await broken.close();
  });

  it.each(["/api", "/api/", "/api/nothing", "/api/plans/a/b/c"])(
    "answer unknown addresses as problems: %s",
    async (path) => {
      const response = await server.request(path);

      expect(response.status).toBe(404);
      expect((await jsonOf<Problem>(response)).error.code).toBe("unknown-address");
    },
  );
});

describe("protection", () => {
  it("lets pages load nothing from elsewhere and be framed by nobody", async () => {
    const { headers } = await server.request("/api/health");

    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=(self)");
  });

  it.each([
    ["localhost", 200],
    ["localhost:4810", 200],
    ["LOCALHOST", 200],
    ["evil.example", 400],
    ["localhost.evil.example:4810", 400],
  ])("answers to the name %s with %i", async (host, status) => {
    const response = await server.request("/api/health", { headers: { host } });

    expect(response.status).toBe(status);
  });

  it("turns away forms and deletions that come from another site", async () => {
    const remove = (headers: Record<string, string>) =>
      server.request("/api/plans/none", { method: "DELETE", headers });

    const foreign = await remove({ origin: "https://evil.example", "sec-fetch-site": "cross-site" });
    const own = await remove({ origin: "http://localhost", "sec-fetch-site": "same-origin" });
    const program = await remove({});

    expect(foreign.status).toBe(403);
    expect((await jsonOf<Problem>(foreign)).error.code).toBe("other-site");
    expect([own.status, program.status]).toEqual([404, 404]);
  });

  it("allows no other site to read it", async () => {
    const { headers } = await server.request("/api/health", { headers: { origin: "https://evil.example" } });

    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("logs patterns of addresses, never what was searched or who holds which token", async () => {
    await server.request("/api/territories/two-squares/search?q=secretstreet");
    await server.request("/api/routes/secrettoken");

    const log = server.lines.join("\n");
    expect(log).toContain('"/api/territories/:name/search"');
    expect(log).toContain('"/api/routes/:token"');
    expect(log).not.toMatch(/secret|two-squares/);
  });
});

describe("the web application", () => {
  it("is missed in words until it is built, and served as soon as it is", async () => {
    const before = await server.request("/");
    build();
    const after = await server.request("/");

    expect(before.status).toBe(503);
    expect(await before.text()).toContain("npm run build");
    expect(after.status).toBe(200);
    expect(await after.text()).toContain("the application");
  });

  it("answers every screen's address with the application, and missing files with nothing", async () => {
    build();

    const screen = await server.request("/t/demo");
    const file = await server.request("/assets/missing-123.js");

    expect(await screen.text()).toContain("the application");
    expect(screen.headers.get("cache-control")).toBe("no-cache");
    expect(file.status).toBe(404);
  });

  it("answers a territory's address with the page that names what its screen needs, where the build has one", async () => {
    build();
    writeFileSync(join(server.folder, "web/territory.html"), "<!doctype html><p>the workspace");

    const territory = await server.request("/t/demo");
    const home = await server.request("/");

    expect(await territory.text()).toContain("the workspace");
    expect(territory.headers.get("cache-control")).toBe("no-cache");
    expect(await home.text()).toContain("the application");
  });

  it("lets browsers keep hashed files for ever and ask again for the rest", async () => {
    build();

    const hashed = await server.request("/assets/app-abc123.js");
    const entry = await server.request("/index.html");

    expect(hashed.headers.get("cache-control")).toContain("immutable");
    expect(hashed.headers.get("content-type")).toContain("javascript");
    expect(entry.headers.get("cache-control")).toBe("no-cache");
  });

  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/..\\secret.txt",
  ])("never leaves its folder: %s", async (path) => {
    build();
    writeFileSync(join(server.folder, "secret.txt"), "secret");

    const response = await server.request(path);

    expect(await response.text()).not.toContain("secret");
  });
});

const JSON_TYPE = { "content-type": "application/json" };

function build() {
  mkdirSync(join(server.folder, "web/assets"), { recursive: true });
  writeFileSync(join(server.folder, "web/index.html"), "<!doctype html><p>the application");
  writeFileSync(join(server.folder, "web/assets/app-abc123.js"), "export {};");
}

function failingChoices(fail: () => Promise<never>): ChoiceStore {
  return { latest: fail, find: fail, list: fail, append: fail, amend: fail };
}
