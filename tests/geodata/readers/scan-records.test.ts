import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRecordScanner, MAX_RECORD_BYTES } from "../../../geodata/readers/scan-records.ts";

function scan(bytes: Buffer, chunkBytes = bytes.length || 1, separator = ";") {
  const rows: string[][] = [];
  const lines: number[] = [];
  const broken: string[] = [];
  const scanner = createRecordScanner(separator.charCodeAt(0), (field) => field.toString("utf8"), {
    record: (record) => {
      rows.push(Array.from({ length: record.fieldCount }, (_, column) => record.text(column)));
      lines.push(record.line);
    },
    broken: (line, reason) => broken.push(`${line}: ${reason}`),
  });
  for (let at = 0; at < bytes.length; at += chunkBytes) scanner.push(bytes.subarray(at, at + chunkBytes));
  scanner.end();
  return { rows, lines, broken };
}

describe("scanning the records of a table", () => {
  it("reads what csv-parse reads, however the bytes are cut into chunks", () => {
    const field = fc.stringMatching(/^[a-zé0-9;,'" \n]{0,8}$/);
    const table = fc.array(fc.array(field, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(
        table,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom("\n", "\r\n"),
        (written, chunkBytes, lineEnd) => {
          const text = written
            .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
            .join(lineEnd);

          const { rows, broken } = scan(Buffer.from(text), chunkBytes);

          const expected: string[][] = parse(text, {
            delimiter: ";",
            record_delimiter: ["\r\n", "\n"],
            relax_column_count: true,
          });
          expect(rows).toEqual(expected.map((row) => row.map((cell) => cell.trim())));
          expect(broken).toEqual([]);
        },
      ),
      { seed: 7, numRuns: 300 },
    );
  });

  it("mixes plain and quoted fields and keeps the line of each record", () => {
    const { rows, lines } = scan(Buffer.from('a;b\r\n1;"two\nlines";3\r\n\r\n4;"5 ""five""";\r\n6'), 3);

    expect(rows).toEqual([["a", "b"], ["1", "two\nlines", "3"], ["4", '5 "five"', ""], ["6"]]);
    expect(lines).toEqual([1, 2, 5, 6]);
  });

  it("passes over a line longer than 1 MB without holding it, and reads the next", () => {
    const scanned: string[] = [];
    const broken: string[] = [];
    const scanner = createRecordScanner(59, String, {
      record: (record) => scanned.push(record.text(0)),
      broken: (line, reason) => broken.push(`${line}: ${reason}`),
    });
    const piece = Buffer.alloc(MAX_RECORD_BYTES / 4, "x");

    scanner.push(Buffer.from("first;1\n"));
    for (let count = 0; count < 40; count++) scanner.push(piece);
    scanner.push(Buffer.from("\nlast;3\n"));
    scanner.end();

    expect(scanned).toEqual(["first", "last"]);
    expect(broken).toEqual(["2: line-too-long"]);
  });

  it("gives up only the line of a quote that never closes", () => {
    const { rows, broken } = scan(Buffer.from('1;a\n2;"never\n3;c\n4;d\n'), 5);

    expect(rows).toEqual([
      ["1", "a"],
      ["3", "c"],
      ["4", "d"],
    ]);
    expect(broken).toEqual(["2: open-quote"]);
  });

  it("reads rows of thousands of fields", () => {
    const wide = Array.from({ length: 3000 }, (_, column) => String(column));

    const { rows } = scan(Buffer.from(`${wide.join(";")}\n`), 700);

    expect(rows).toEqual([wide]);
  });
});
