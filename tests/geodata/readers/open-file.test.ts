import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { openFile } from "../../../geodata/readers/open-file.ts";
import { Cancelled, UnusableFile } from "../../../geodata/readers/source-rows.ts";

const folder = mkdtempSync(join(tmpdir(), "arpent-open-file-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TEXT = Array.from({ length: 200_000 }, (_, index) => `ligne ${index};été\n`).join("");
const BYTES = Buffer.from(TEXT);

/** "ligne 1;été" and "ligne 2", each with its end of line, made with bzip2 1.0.8: two streams in a row. */
const FIRST_BZIP2_STREAM = Buffer.from(
  "QlpoOTFBWSZTWWm7YTQAAAPZlAAQQAAgCAKlBAAAIAgAIAAiABpoQNA0OqJGjBpQnxdyRThQkGm7YTQ=",
  "base64",
);
const TWO_BZIP2_STREAMS = Buffer.concat([
  FIRST_BZIP2_STREAM,
  Buffer.from("QlpoOTFBWSZTWbkpnSIAAANZAAAQQAAQAAKlIAAxDAggaZqakQh4u5IpwoSFyUzpEA==", "base64"),
]);

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function readAll(path: string): Promise<{ text: string; sha256: string; name: string }> {
  const opened = await openFile(path);
  const chunks: Buffer[] = [];
  for await (const chunk of opened.stream) chunks.push(chunk);
  return { text: Buffer.concat(chunks).toString("utf8"), sha256: opened.sha256(), name: opened.name };
}

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("opening a source file", () => {
  it.each([
    ["plain.csv", BYTES, "plain.csv"],
    ["packed.csv.gz", gzipSync(BYTES), "packed.csv"],
    ["misnamed.csv", gzipSync(BYTES), "misnamed.csv"],
    [
      "two-members.csv.gz",
      Buffer.concat([gzipSync(TEXT.slice(0, 1000)), gzipSync(TEXT.slice(1000))]),
      "two-members.csv",
    ],
    ["one.zip", zipSync({ "dossier/dedans.csv": BYTES }), "dedans.csv"],
    ["stored.zip", zipSync({ "dedans.csv": [BYTES, { level: 0 }] }), "dedans.csv"],
    [
      "insee.zip",
      zipSync({ "data.csv": BYTES, "meta_data.csv": Buffer.from("x"), "__MACOSX/._data.csv": BYTES }),
      "data.csv",
    ],
  ])("gives the content of %s, with the checksum of the file on disk", async (fileName, bytes, name) => {
    const read = await readAll(written(fileName, bytes));

    expect(read.text === TEXT).toBe(true);
    expect(read.sha256).toBe(sha256(bytes));
    expect(read.name).toBe(name);
  });

  it("decompresses bzip2, several streams in a row included", async () => {
    expect((await readAll(written("deux.osm.bz2", TWO_BZIP2_STREAMS))).text).toBe("ligne 1;été\nligne 2\n");
  });

  it("takes a text that begins with BZh for a text", async () => {
    expect((await readAll(written("noms.csv", Buffer.from("BZh9;nom\n")))).text).toBe("BZh9;nom\n");
  });

  it("counts the bytes on disk up to the size of the file", async () => {
    const path = written("counted.gz", gzipSync(BYTES));
    const seen: number[] = [];

    const opened = await openFile(path, { onBytes: (bytes) => seen.push(bytes) });
    for await (const _ of opened.stream);

    expect(seen.at(-1)).toBe(opened.bytes);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it("refuses to give a checksum before the end", async () => {
    const opened = await openFile(written("early.csv", BYTES));

    expect(() => opened.sha256()).toThrow(/before the stream had ended/);
    opened.stream.destroy();
  });
});

describe("a file that cannot be read", () => {
  const GZIP = gzipSync(BYTES);
  const ZIP = Buffer.from(zipSync({ "a.csv": BYTES }));
  const damaged = (bytes: Buffer) => {
    const copy = Buffer.from(bytes);
    copy.fill(0x55, Math.floor(bytes.length / 3), Math.floor(bytes.length / 3) + 8);
    return copy;
  };

  it.each([
    ["empty.csv", Buffer.alloc(0), /is empty/],
    ["cut.csv.gz", GZIP.subarray(0, GZIP.length - 20), /ends before its content does: the download \(gzip\)/],
    ["head.csv.gz", GZIP.subarray(0, 5), /ends before its content does: the download \(gzip\)/],
    ["damaged.csv.gz", damaged(GZIP), /is damaged \(gzip/],
    [
      "cut.bz2",
      TWO_BZIP2_STREAMS.subarray(0, TWO_BZIP2_STREAMS.length - 12),
      /ends before its content does: the download \(bzip2\)/,
    ],
    ["damaged.bz2", damaged(TWO_BZIP2_STREAMS), /is damaged \(bzip2/],
    ["cut.zip", ZIP.subarray(0, ZIP.length - 40), /ends before its table of contents/],
    ["damaged.zip", damaged(ZIP), /is a damaged zip/],
    [
      "several.zip",
      zipSync({ "a.csv": BYTES, "b.csv": BYTES }),
      /is a zip of 2 files \(a\.csv, b\.csv\), expected one/,
    ],
    ["none.zip", zipSync({}), /is a zip without a file/],
    ["a.csv.xz", Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00, 1, 2, 3]), /compressed with xz/],
  ])("says what is wrong with %s", async (name, bytes, sentence) => {
    const path = written(name, bytes);

    const failure = await readAll(path).catch((error: unknown) => error);

    expect(failure).toBeInstanceOf(UnusableFile);
    expect(String(failure)).toMatch(sentence);
    expect(String(failure)).toContain(path);
  });

  it("says that a file is missing or is a folder", async () => {
    await expect(openFile(join(folder, "absent.csv"))).rejects.toThrow(/absent\.csv: no such file/);
    await expect(openFile(folder)).rejects.toThrow(/is a folder, expected a file/);
  });
});

describe("cancelling", () => {
  it.each([
    ["plain", BYTES],
    ["gzip", gzipSync(BYTES)],
    ["zip", zipSync({ "a.csv": BYTES })],
  ])("ends the reading of a %s file with Cancelled", async (name, bytes) => {
    const controller = new AbortController();
    const opened = await openFile(written(`cancelled-${name}`, bytes), { signal: controller.signal });

    const reading = (async () => {
      for await (const _ of opened.stream) controller.abort();
    })();

    await expect(reading).rejects.toBeInstanceOf(Cancelled);
  });
});
