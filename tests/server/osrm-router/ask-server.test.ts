import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Cancelled } from "../../../geodata/readers/source-rows.ts";
import { createOsrmClient, type OsrmClientOptions } from "../../../server/osrm-router/osrm-client.ts";
import type { RouterServer } from "../../../server/osrm-router/parse-router-url.ts";
import { RouterFault } from "../../../server/osrm-router/router-fault.ts";
import { randomGridTown, seededRandom } from "../../fixtures/grid-town.ts";
import { OSRM_ERRORS, type OsrmServer, sendText, startOsrmServer } from "../../fixtures/osrm-server.ts";

let server: OsrmServer;
let pauses: number[];
beforeEach(async () => {
  server = await startOsrmServer(randomGridTown(4, 4, seededRandom(1)));
  pauses = [];
});
afterEach(() => server.close());

const HERE = [2.3512, 48.8605] as const;

function ask(changes: Partial<RouterServer> = {}, options: Partial<OsrmClientOptions> = {}): Promise<number> {
  const client = createOsrmClient(server.settings(changes), {
    signal: new AbortController().signal,
    pause: async (milliseconds) => void pauses.push(milliseconds),
    random: () => 0.5,
    ...options,
  });
  return client.nearestMetres(HERE);
}

async function faultOf(answer: Promise<unknown>): Promise<RouterFault> {
  const error = await answer.catch((thrown: unknown) => thrown);
  if (error instanceof RouterFault) return error;
  throw new Error(`expected a RouterFault, got ${String(error)}`);
}

describe("a request", () => {
  it("is written as OSRM v5 asks, on a connection of its own", async () => {
    await ask({ profile: "walking" });

    const [request] = server.requests;
    expect(request).toMatchObject({ service: "nearest", profile: "walking", coordinates: [HERE] });
    expect(request?.query.get("number")).toBe("1");
    expect(request?.connection).toBe("close");
  });

  it("follows no redirection to another server", async () => {
    server.instead = (response) => {
      response.writeHead(302, { location: `${server.address}/elsewhere` }).end();
      return true;
    };

    expect((await faultOf(ask())).reason.en).toBe("refused: HTTP 302");
    expect(server.requests).toHaveLength(1);
  });
});

describe("a failure that may pass", () => {
  it.each([500, 502, 503, 429])("is asked again: HTTP %i, then an answer", async (status) => {
    server.instead = (response, _, count) =>
      count === 1 && sendText(response, status, "<html>oops</html>", "text/html");

    expect(await ask()).toBeLessThan(500);
    expect(server.requests).toHaveLength(2);
    expect(pauses).toEqual([250]);
  });

  it("is given up after three attempts, with pauses that double", async () => {
    server.instead = (response) => sendText(response, 503, "");

    const fault = await faultOf(ask());

    expect(fault).toMatchObject({ code: "busy", reason: { fr: "réponse HTTP 503", en: "HTTP answer 503" } });
    expect(pauses).toEqual([250, 500]);
  });

  it("is left alone for as long as the server asks, up to ten seconds", async () => {
    server.instead = (response, _, count) => {
      if (count > 2) return false;
      response.setHeader("retry-after", count === 1 ? "3" : "3600");
      return sendText(response, 429, "");
    };

    await ask();

    expect(pauses).toEqual([3000, 10_000]);
  });

  it("is a connection refused", async () => {
    await server.close();

    expect(await faultOf(ask())).toMatchObject({
      code: "unreachable",
      reason: { fr: "connexion impossible : ECONNREFUSED", en: "no connection: ECONNREFUSED" },
    });
    expect(pauses).toHaveLength(2);
  });

  it("is an answer cut off, whether its length was announced or not", async () => {
    for (const announces of [true, false]) {
      server.instead = (response) => {
        if (announces) response.setHeader("content-length", 1000);
        response.write('{"code":"Ok","waypoints":[{"loca');
        setImmediate(() => (announces ? response.destroy() : response.end()));
        return true;
      };

      expect((await faultOf(ask())).code).toBe("cut-off");
    }
    expect(server.requests).toHaveLength(6);
  });

  it("is a server that never answers, asked twice", async () => {
    server.instead = () => true;

    const fault = await faultOf(ask({ timeoutSeconds: 0.1 }));

    expect(fault).toMatchObject({ code: "timeout", reason: { fr: "pas de réponse en 0,1 s" } });
    expect(server.requests).toHaveLength(2);
  });

  it("is a server that stops in the middle of its answer", async () => {
    server.instead = (response) => {
      response.write('{"code":"Ok",');
      return true;
    };

    expect((await faultOf(ask({ timeoutSeconds: 0.1 }))).code).toBe("timeout");
  });
});

describe("a failure that will not pass", () => {
  it.each([
    [OSRM_ERRORS.invalidQuery, "refused", "request refused: InvalidQuery, Query string malformed close to position 46"],
    [OSRM_ERRORS.noSegment, "not-covered", "no street near a point on its map: NoSegment, Could not find a matching"],
    [OSRM_ERRORS.noRoute, "no-way", "no way between two points on its map: NoRoute, Impossible route"],
    [OSRM_ERRORS.tableTooBig, "too-big", "request too big for this server: TooBig, Too many table coordinates"],
    [OSRM_ERRORS.invalidService("nearest"), "refused", "it lacks this service: InvalidService, Service nearest not"],
    [{ code: "InvalidUrl", message: "" }, "refused", "request refused: InvalidUrl"],
    [{ code: "NoTable" }, "no-way", "no way between two points on its map: NoTable"],
    [{ code: "SomethingNew", message: "a\nb" }, "refused", "refused: SomethingNew, a b"],
    [{ message: "Not Found" }, "refused", "refused: HTTP 400, Not Found"],
  ])("is told in words and asked once: %j", async (answer, code, words) => {
    server.instead = (response) => sendText(response, 400, JSON.stringify(answer));

    const fault = await faultOf(ask());

    expect(fault.code).toBe(code);
    expect(fault.reason.en).toContain(words);
    expect(fault.reason.fr.length).toBeGreaterThan(10);
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ["a web page", "<!doctype html><p>Welcome</p>", "no JSON, but <!doctype html>"],
    ["nothing", "", "no JSON, but ∅"],
    ["another JSON", '{"status":200}', "no “code”"],
    ["a list", "[]", "no “code”"],
    ["an Ok without the rest", '{"code":"Ok"}', "waypoints: "],
    ["a place off the globe", '{"code":"Ok","waypoints":[{"location":[200,48]}]}', "waypoints.0.location.0: "],
  ])("is %s instead of an answer", async (_, text, words) => {
    server.instead = (response) => sendText(response, 200, text, "text/html");

    const fault = await faultOf(ask());

    expect(fault.code).toBe("not-osrm");
    expect(fault.reason.en).toContain(words);
    expect(server.requests).toHaveLength(1);
  });

  it("is an error page that a proxy puts before the server", async () => {
    server.instead = (response) => sendText(response, 404, "<html>404</html>", "text/html");

    expect((await faultOf(ask())).reason.en).toBe("refused: HTTP 404");
  });

  it("is an answer too long to be one, read no further than the limit", async () => {
    let written = 0;
    server.instead = (response) => {
      const write = () => {
        while (!response.destroyed && response.write("x".repeat(50_000))) written += 50_000;
      };
      response.on("drain", write);
      write();
      return true;
    };

    const fault = await faultOf(ask({}, { answerBytes: 200_000 }));

    expect(fault).toMatchObject({
      code: "too-long-answer",
      reason: { fr: "réponse de plus de 0,2 Mo", en: "answer of more than 0.2 MB" },
    });
    expect(written).toBeLessThan(50_000_000);
    expect(server.requests).toHaveLength(1);
  });

  it("is something at the port that speaks no HTTP", async () => {
    const secureShell = createServer((socket) => {
      socket.on("error", () => {}).resume();
      socket.end("SSH-2.0-OpenSSH_9.6\r\n");
    });
    await new Promise<void>((resolve) => secureShell.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(secureShell.address() as AddressInfo).port}`;

    expect((await faultOf(ask({ address }))).code).toBe("unreachable");

    await new Promise((resolve) => secureShell.close(resolve));
  });
});

describe("cancelling", () => {
  it("ends a request under way", async () => {
    const controller = new AbortController();
    server.instead = () => {
      controller.abort();
      return true;
    };

    await expect(ask({}, { signal: controller.signal })).rejects.toThrow(Cancelled);
    expect(server.requests).toHaveLength(1);
  });

  it("ends a pause between two attempts", async () => {
    const controller = new AbortController();
    server.instead = (response) => sendText(response, 503, "");
    const pause = async () => controller.abort();

    await expect(ask({}, { signal: controller.signal, pause })).rejects.toThrow(Cancelled);
    expect(server.requests).toHaveLength(1);
  });

  it("asks nothing when it is too late", async () => {
    await expect(ask({}, { signal: AbortSignal.abort() })).rejects.toThrow(Cancelled);
    expect(server.requests).toHaveLength(0);
  });
});
