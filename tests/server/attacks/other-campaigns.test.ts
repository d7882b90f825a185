import { describe, expect, it } from "vitest";
import { linkTokens } from "../../../server/campaign/campaign-slug.ts";
import { dispatchCampaigns } from "../../../server/campaign/dispatch-campaigns.ts";
import { newToken } from "../../../server/http/new-token.ts";
import { refuseRequest } from "../../../server/http/refuse-request.ts";
import { jsonOf } from "../../fixtures/json-of.ts";

const opened: string[] = [];
const campaigns = dispatchCampaigns({
  first: served("first"),
  list: async () => [
    { slug: "", name: "" },
    { slug: "nord", name: "Nord" },
  ],
  open: async ({ slug }) => {
    opened.push(slug);
    return served(slug);
  },
  refuse: (request, error) => refuseRequest(request, error, { isHttps: false, log: { error: () => {} } }),
  isHttps: false,
});

describe("campaigns on one machine", () => {
  it.each([
    ["/t/demo", "", "first"],
    ["/t/demo", "arpent_campaign=nord", "nord"],
    ["/t/demo", "other=1; arpent_campaign=nord; more=2", "nord"],
    ["/t/demo", "arpent_campaign=sud", "first"],
    ["/t/demo", "arpent_campaign=../../etc", "first"],
    ["/t/demo", "xarpent_campaign=nord", "first"],
    ["/w/nord.secrettoken", "", "nord"],
    ["/api/field/nord.secrettoken/events", "", "nord"],
    ["/api/field/secrettoken/events", "", "first"],
    ["/w/sud.secrettoken", "", "first"],
  ])("%s with “%s” is the one of %s", async (path, cookie, expected) => {
    const response = await campaigns.fetch(new Request(`http://localhost${path}`, { headers: { cookie } }));

    expect(await response.text()).toBe(expected);
  });

  it.each(["", "nord"])("is found by the links of its phones: “%s”", async (slug) => {
    const token = linkTokens(slug, newToken)();

    const answers = await Promise.all(
      [`/r/${token}`, `/api/routes/${token}`].map((path) => campaigns.fetch(new Request(`http://localhost${path}`))),
    );

    const names = await Promise.all(answers.map((answer) => answer.text()));
    expect(names).toEqual(slug === "" ? ["first", "first"] : ["nord", "nord"]);
  });

  it("is entered by its address, which the browser remembers", async () => {
    const response = await campaigns.fetch(new Request("http://localhost/c/nord/invitation?lang=en"));

    expect(response.status).toBe(302);
    expect(response.headers.get("location")).toBe("/invitation?lang=en");
    expect(response.headers.get("set-cookie")).toContain("arpent_campaign=nord; Path=/; HttpOnly; SameSite=Lax");
  });

  it.each([
    "/c/nord//evil.example",
    "/c/nord/\\evil.example",
    "/c/nord/%5C%5Cevil.example",
    "/c/nord/https://evil.example",
  ])("never sends a browser to another site: %s", async (path) => {
    const response = await campaigns.fetch(new Request(`http://localhost${path}`));

    const target = new URL(response.headers.get("location") ?? "", "http://localhost");
    expect(target.host).toBe("localhost");
  });

  it("whose store does not answer says so to its phones, and opens once it does", async () => {
    let isGone = true;
    const one = dispatchCampaigns({
      first: served("first"),
      async list() {
        if (isGone) throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
        return [{ slug: "nord", name: "Nord" }];
      },
      open: async ({ slug }) => served(slug),
      refuse: (request, error) => refuseRequest(request, error, { isHttps: false, log: { error: () => {} } }),
      isHttps: false,
    });
    const ask = () => one.fetch(new Request("http://localhost/api/field/nord.secrettoken/events?lang=en"));

    const gone = await ask();
    isGone = false;

    expect([gone.status, gone.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await jsonOf(gone)).toMatchObject({ error: { code: "store-gone", message: /Nothing is lost/ } });
    expect(await (await ask()).text()).toBe("nord");
  });

  it("opens nothing that is not listed, and each once", async () => {
    await Promise.all(
      ["/c/sud", "/c/nord/..%2f..%2fetc", "/c/NORD"].map((path) =>
        campaigns.fetch(new Request(`http://localhost${path}`)),
      ),
    );

    expect(opened).toEqual(["nord"]);
  });
});

function served(name: string) {
  return { fetch: async () => new Response(name), close: async () => {} };
}
