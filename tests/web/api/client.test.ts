import { afterEach, describe, expect, it, vi } from "vitest";
import { createClient } from "../../../web/api/client.ts";

function answerWith(status: number, body: unknown) {
  const sent: Request[] = [];
  vi.stubGlobal("fetch", (input: RequestInfo | URL, init?: RequestInit) => {
    sent.push(new Request(input, init));
    return Promise.resolve(new Response(body === null ? null : JSON.stringify(body), { status }));
  });
  return sent;
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("asking the server", () => {
  it("asks in the reader's language, with names escaped", async () => {
    const sent = answerWith(200, { hits: [] });

    await createClient(() => "en").search("a/b", "rue de l'Été & co");

    const address = new URL(sent[0]?.url ?? "");
    expect(address.pathname).toBe("/api/territories/a%2Fb/search");
    expect(address.searchParams.get("q")).toBe("rue de l'Été & co");
    expect(sent[0]?.headers.get("accept-language")).toBe("en");
  });

  it("sends what is chosen as the contract has it", async () => {
    const sent = answerWith(200, {});

    await createClient(() => "fr").selection("demo", { kind: "stations", stationIds: ["96001_0001"] });

    expect(sent[0]?.method).toBe("POST");
    expect(await sent[0]?.json()).toEqual({ selection: { kind: "stations", stationIds: ["96001_0001"] } });
  });

  it("repeats the server's sentence when it refuses", async () => {
    answerWith(422, { error: { code: "no-elevation", message: "Pas de relief ici." } });

    await expect(createClient(() => "fr").plans("demo")).rejects.toMatchObject({
      name: "ApiProblem",
      code: "no-elevation",
      message: "Pas de relief ici.",
    });
  });

  it("says which status came when the answer is not a problem it can read", async () => {
    answerWith(502, "<html>");

    await expect(createClient(() => "fr").plans("demo")).rejects.toMatchObject({
      code: "unreadable",
      message: "HTTP 502",
    });
  });

  it("tells no answer at all apart from a refusal", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));

    await expect(createClient(() => "fr").territories()).rejects.toMatchObject({ code: "offline" });
  });

  it("takes an empty answer to a deletion for success", async () => {
    const sent = answerWith(204, null);

    await createClient(() => "fr").removePlan("abc");

    expect(sent[0]?.method).toBe("DELETE");
    expect(new URL(sent[0]?.url ?? "").pathname).toBe("/api/plans/abc");
  });

  it("asks for sheets in the language of the page, of one route or of all", () => {
    const client = createClient(() => "en");

    expect(client.sheetAddress("p", "pdf", null)).toBe("/api/plans/p/sheets/pdf?lang=en");
    expect(client.sheetAddress("p", "gpx", "3")).toBe("/api/plans/p/sheets/gpx?lang=en&route=3");
  });
});
