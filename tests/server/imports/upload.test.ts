import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ImportList } from "../../../server/contract/imports.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { safeFileName, shownFileName } from "../../../server/imports/safe-file-name.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { importing } from "./import-journey.ts";

let server: TestServer;
let user: ReturnType<typeof importing>;
beforeEach(async () => {
  server = await makeServer();
  user = importing(server);
});
afterEach(() => server.close());

const problemOf = async (answer: Promise<Response>) => {
  const response = await answer;
  const { error } = await jsonOf<Problem>(response);
  return { status: response.status, ...error };
};
const ADDRESSES = "numero;nom_voie;code_insee;lon;lat\n1;Rue Haute;21999;4;47\n2;Rue Haute;21999;4.1;47\n";

describe("a file that is sent", () => {
  it("is recognised once its last piece is there", async () => {
    const importId = await user.begin();
    const content = Buffer.from(ADDRESSES);
    const fileId = await user.announce(importId, "adresses.csv", content.length);

    await user.piece(importId, fileId, 0, content.subarray(0, 20));
    const half = await user.state(importId);
    await user.piece(importId, fileId, 20, content.subarray(20));
    const whole = await user.settled(importId);

    expect(half.files[0]).toMatchObject({ status: "uploading", receivedBytes: 20, description: null });
    expect(whole.files[0]).toMatchObject({ status: "ready", description: { role: "addresses", records: 2 } });
  });

  it("goes on where it broke off, and a piece for another place is refused with the right one", async () => {
    const importId = await user.begin();
    const fileId = await user.announce(importId, "adresses.csv", 100);

    await user.piece(importId, fileId, 0, Buffer.alloc(30));
    const twice = await problemOf(user.piece(importId, fileId, 0, Buffer.alloc(30)));
    const { files } = await user.state(importId);

    expect(twice).toMatchObject({ status: 409, code: "wrong-place" });
    expect(twice.message).toContain("30 octets");
    expect(files[0]?.receivedBytes).toBe(30);
  });

  it("is whole when two windows send it at once", async () => {
    const importId = await user.begin();
    const content = Buffer.from(ADDRESSES);
    const fileId = await user.announce(importId, "adresses.csv", content.length);
    const fromOneWindow = async () => {
      for (let at = 0; at < content.length; at = (await user.state(importId)).files[0]?.receivedBytes ?? 0) {
        await user.piece(importId, fileId, at, content.subarray(at, at + 20));
      }
    };

    await Promise.all([fromOneWindow(), fromOneWindow()]);
    const { files } = await user.settled(importId);

    expect(files[0]).toMatchObject({ status: "ready", description: { role: "addresses", records: 2 }, fault: null });
  });

  it("is refused before a byte of it is sent when it is too large, empty, or one too many", async () => {
    const importId = await user.begin();
    const announce = (name: string, bytes: number) =>
      problemOf(user.send("POST", `/imports/${importId}/files`, { name, bytes }));

    const large = await announce("france.osm.pbf", 6_000_000);
    const empty = await announce("vide.csv", 0);
    for (let count = 0; count < 12; count++) await user.announce(importId, `${count}.csv`, 10);
    const many = await announce("13.csv", 10);

    expect(large).toMatchObject({ status: 413, code: "file-too-large" });
    expect(large.message).toContain("« france.osm.pbf » fait 6 Mo ; ce serveur prend au plus 5 Mo");
    expect(empty).toMatchObject({ status: 422, code: "empty-file" });
    expect(many).toMatchObject({ code: "too-many-files" });
  });

  it("is refused when the disk is too full for it", async () => {
    await server.close();
    server = await makeServer({
      importBounds: { fileBytes: 1e18, pieceBytes: 1e6, reserveBytes: 1e17, files: 12, imports: 5 },
    });
    user = importing(server);
    const importId = await user.begin();

    const full = await problemOf(user.send("POST", `/imports/${importId}/files`, { name: "a.csv", bytes: 10 }));

    expect(full).toMatchObject({ status: 507, code: "disk-full" });
  });

  it("may not grow beyond what was announced, nor a piece beyond its limit", async () => {
    const importId = await user.begin();
    const small = await user.announce(importId, "a.csv", 10);
    const wide = await user.announce(importId, "b.csv", 3_000_000);

    const longer = await problemOf(user.piece(importId, small, 0, Buffer.alloc(11)));
    const huge = await problemOf(user.piece(importId, wide, 0, Buffer.alloc(1_000_001)));

    expect([longer.status, huge.status]).toEqual([413, 413]);
    expect((await user.state(importId)).files[0]?.receivedBytes).toBe(0);
  });

  it("can be taken back, with what had arrived", async () => {
    const importId = await user.begin();
    const fileId = await user.upload(importId, "adresses.csv", ADDRESSES);
    await user.settled(importId);

    const gone = await server.request(`/api/imports/${importId}/files/${fileId}`, { method: "DELETE" });

    expect(gone.status).toBe(204);
    expect((await user.state(importId)).files).toEqual([]);
    expect(readdirSync(join(server.folder, "imports", importId, "files"))).toEqual([]);
  });
});

describe("names", () => {
  it.each([
    ["../../../etc/passwd", "passwd", "passwd"],
    ["C:\\Windows\\bureaux 2022.geojson", "bureaux_2022.geojson", "bureaux 2022.geojson"],
    ["résultats\u0000\n2024.csv", "resultats_2024.csv", "résultats 2024.csv"],
    ["..", "file", ".."],
    [".htaccess", "htaccess", ".htaccess"],
    ["\u202egpj.exe", "gpj.exe", "gpj.exe"],
    ["-rf", "rf", "-rf"],
    ["N43E007.hgt.zip", "N43E007.hgt.zip", "N43E007.hgt.zip"],
    ["a/", "file", "?"],
  ])("%j are %j on disk and %j to people", (name, safe, shown) => {
    expect(safeFileName(name)).toBe(safe);
    expect(shownFileName(name)).toBe(shown);
  });

  it("are cut without losing their end, and never leave the folder of their file", async () => {
    const importId = await user.begin();
    const fileId = await user.announce(importId, `${"../".repeat(50)}${"x".repeat(400)}_2022.csv.gz`, 5);

    const [onDisk = ""] = readdirSync(join(server.folder, "imports", importId, "files", fileId));

    expect(onDisk).toMatch(/^x+_2022\.csv\.gz$/);
    expect(onDisk.length).toBeLessThanOrEqual(100);
  });

  it("of imports and files are ids, never paths", async () => {
    const answers = await Promise.all(
      ["/imports/..%2F..%2Fcampaign.sqlite", "/imports/%2e%2e", "/imports/aaaaaaaaaa/report"].map((path) =>
        server.request(`/api${path}`),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(server.faults).toEqual([]);
  });
});

describe("a file that cannot be used", () => {
  const faultOf = async (name: string, content: Uint8Array | string, language = "fr") => {
    const importId = await user.begin();
    await user.upload(importId, name, content);
    await user.settled(importId);
    return (await user.state(importId, language)).files[0]?.fault ?? null;
  };

  it("says so in both languages, under the name that its owner knows", async () => {
    const many = Array.from({ length: 500 }, (_, n) => `${n};Rue ${(n * 7919) % 4999};21999;4;47`);
    const cut = gzipSync(`${ADDRESSES}${many.join("\n")}`);

    expect(await faultOf("adresses (1).csv.gz", cut.subarray(0, 300))).toBe(
      "« adresses (1).csv.gz » s’arrête avant la fin de son contenu : le téléchargement (gzip) est incomplet. Téléchargez-le de nouveau.",
    );
    expect(await faultOf("adresses.csv.gz", cut.subarray(0, 300), "en")).toBe(
      "“adresses.csv.gz” ends before its content does: the download (gzip) is incomplete. Download it again.",
    );
    expect(await faultOf("a.csv", Buffer.from("\ufeffa;b\n1;2", "utf16le"))).toMatch(
      /^«\sa\.csv\s» est écrit en UTF-16/,
    );
    expect(await faultOf("bombe.csv.gz", bomb())).toMatch(/^«\sbombe\.csv\.gz\s» se décompresse à plus de 200 fois/);
    expect(await faultOf("longue.csv", "x".repeat(3_000_000))).toMatch(/première ligne de plus de 1 Mo/);
  });

  it("is not recognised without being a fault: its columns are shown", async () => {
    const importId = await user.begin();
    await user.upload(importId, "rues.csv", "voie;lng;lat\nRue Haute;4;47\n");

    const { files } = await user.settled(importId);

    expect(files[0]).toMatchObject({ status: "ready", fault: null, description: { role: null } });
    expect(files[0]?.description?.mappings[0]).toMatchObject({ role: "addresses" });
  });
});

describe("who may import", () => {
  it("is who sits at the machine", async () => {
    await server.close();
    server = await makeServer({ isAtMachine: () => false });

    const list = await problemOf(Promise.resolve(server.request("/api/imports?lang=en")));
    const removal = await problemOf(
      Promise.resolve(server.request("/api/territories/two-squares", { method: "DELETE" })),
    );

    expect(list).toMatchObject({ status: 403, code: "not-at-machine" });
    expect(removal.status).toBe(403);
    expect(existsSync(join(server.folder, "territories", "two-squares.territory"))).toBe(true);
  });

  it("is no page of another site", async () => {
    const importId = await user.begin();
    const fileId = await user.announce(importId, "a.csv", 10);
    const ten = Buffer.alloc(10);

    const strange = await user.piece(importId, fileId, 0, ten, { origin: "https://evil.example" });
    const fetched = await user.piece(importId, fileId, 0, ten, { "sec-fetch-site": "cross-site" });
    const form = await user.piece(importId, fileId, 0, ten, { "content-type": "text/plain" });
    const own = await user.piece(importId, fileId, 0, ten, { "sec-fetch-site": "same-origin" });

    expect([strange.status, fetched.status, form.status, own.status]).toEqual([403, 403, 415, 200]);
  });

  it("is told the limits before anything is sent", async () => {
    const { limits } = await jsonOf<ImportList>(server.request("/api/imports"));

    expect(limits).toMatchObject({ fileBytes: 5_000_000, pieceBytes: 1_000_000, files: 12 });
    expect(limits.freeBytes).toBeGreaterThan(0);
  });
});

/** A header, and then one line of nearly a gigabyte. */
function bomb(): Buffer {
  const member = gzipSync(Buffer.alloc(50_000_000, "x"), { level: 9 });
  return Buffer.concat([gzipSync(ADDRESSES), ...Array.from({ length: 18 }, () => member)]);
}
