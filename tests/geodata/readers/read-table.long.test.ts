import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { createTally } from "../../../geodata/readers/read-facts.ts";
import { readTable } from "../../../geodata/readers/read-table.ts";
import { Cancelled, UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { englishExample } from "../../fixtures/english-examples.ts";
import { sourceFile } from "./source-file.ts";

async function tableOf(content: string | Uint8Array, name = "table.csv") {
  const path = await sourceFile(name, content);
  const tally = createTally(path);
  const rows: string[][] = [];
  let header: readonly string[] = [];
  const file = await readTable(path, tally, {}, (layout) => {
    header = layout.header;
    return (row) => {
      tally.accept();
      rows.push(Array.from({ length: row.fieldCount }, (_, column) => row.text(column)));
    };
  });
  return { header, rows, facts: tally.facts({ format: "test", ...file }) };
}

describe("reading a table", () => {
  const text = "Libellé;Œuvre\r\nL'Haÿ;12 €\r\n";

  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ["windows-1252", iconv.encode(text, "windows-1252")],
    ["gzip", gzipSync(text)],
  ])("reads %s", async (_, bytes) => {
    const { header, rows } = await tableOf(bytes);

    expect(header).toEqual(["Libellé", "Œuvre"]);
    expect(rows).toEqual([["L'Haÿ", "12 €"]]);
  });

  it("settles the encoding at the first byte that tells, far below the header", async () => {
    const plain = "a;b\n".repeat(200_000);

    const { rows } = await tableOf(Buffer.concat([Buffer.from(plain), iconv.encode("é;ü\n", "latin1")]));

    expect(rows).toHaveLength(200_000);
    expect(rows.at(-1)).toEqual(["é", "ü"]);
  });

  it("rejects a row in another encoding than the rows before", async () => {
    const { rows, facts } = await tableOf(
      Buffer.concat([Buffer.from("nom\né\n"), iconv.encode("è\n", "latin1"), Buffer.from("ê\n")]),
    );

    expect(rows).toEqual([["é"], ["ê"]]);
    expect(facts).toMatchObject({ read: 3, accepted: 2, rejected: 1 });
    expect(facts.rejects[0]).toMatchObject({ reason: "wrong-encoding", count: 1 });
    expect(englishExample(facts.rejects[0])).toContain("table.csv, line 3: holds bytes that are not UTF-8");
  });

  it.each([
    [";", "a;b,c;d\n1;2;3\n"],
    [",", 'a,"b;c;d;e",d\n1,2,3\n'],
    ["\t", "a\tb,c\td\n1\t2\t3\n"],
  ])("finds the separator %j", async (_, content) => {
    const { header, rows } = await tableOf(content);

    expect(header).toHaveLength(3);
    expect(rows).toEqual([["1", "2", "3"]]);
  });

  it("rejects a line of 10 MB and goes on after it", async () => {
    const { rows, facts } = await tableOf(`a;b\n1;2\n${"x".repeat(10_000_000)}\n3;4\n`);

    expect(rows).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(facts.rejects).toEqual([
      {
        reason: "line-too-long",
        count: 1,
        examples: [
          {
            fr: expect.stringMatching(/^table\.csv, ligne 3\s: dépasse 1 Mo/),
            en: "table.csv, line 3: is longer than 1 MB; expected one record per line",
          },
        ],
      },
    ]);
  });

  it("rejects a quote that swallows 10 MB, and loses that line only", async () => {
    const { rows, facts } = await tableOf(`a;b\n1;"2\n${"3;4\n".repeat(2_500_000)}`);

    expect(rows).toHaveLength(2_500_000);
    expect(englishExample(facts.rejects[0])).toContain('line 2: opens a quote (") that is never closed');
  });

  it.each([
    ["an empty table", "\n\n", "is empty"],
    ["one line of 10 MB", "x".repeat(10_000_000), "has a first line longer than 1 MB"],
    ["UTF-16", Buffer.from("\ufeffa;b\n1;2\n", "utf16le"), "is written in UTF-16"],
    ["binary content", Buffer.from([1, 2, 0, 3, 4, 10, 5]), "holds binary content"],
  ])("refuses %s", async (_, content, sentence) => {
    await expect(tableOf(content)).rejects.toThrow(UnusableFile);
    await expect(tableOf(content)).rejects.toThrow(sentence);
  });

  it("stops when it is cancelled", async () => {
    const path = await sourceFile("table.csv", "a;b\n1;2\n");
    const cancel = new AbortController();

    const reading = readTable(path, createTally(path), { signal: cancel.signal }, () => () => undefined);
    cancel.abort();

    await expect(reading).rejects.toThrow(Cancelled);
  });

  it("tells its progress in bytes of the file on disk", async () => {
    const bytes = gzipSync("a;b\n1;2\n".repeat(50_000));
    const path = await sourceFile("table.csv.gz", bytes);
    const tally = createTally(path);
    const shares: number[][] = [];

    await readTable(
      path,
      tally,
      { onProgress: (read, total) => shares.push([read, total]) },
      () => () => tally.accept(),
    );

    expect(shares.at(-1)).toEqual([bytes.length, bytes.length]);
  });
});

describe("the tally of a file", () => {
  it("throws when a record was lost, for that is a fault of the reader", () => {
    const tally = createTally("x.csv");
    tally.read();

    expect(() => tally.facts({ format: "test", sha256: "", bytes: 0 })).toThrow("1 records read, but 0 accepted");
  });
});
