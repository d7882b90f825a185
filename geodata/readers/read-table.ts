import { isUtf8 } from "node:buffer";
import type { Sentence } from "../../server/contract/refusal.ts";
import { decodeWindows } from "./decode-windows.ts";
import { openSource } from "./open-source.ts";
import { atLine } from "./placed-sentence.ts";
import type { ReadOptions, Tally } from "./read-facts.ts";
import { createRecordScanner, MAX_RECORD_BYTES, type RecordScanner, type ScannedRecord } from "./scan-records.ts";
import { Cancelled, UnusableFile } from "./source-rows.ts";

/** One row below the header, valid only until the consumer returns. */
export interface TableRow {
  /** Line of the file, the header being 1. */
  readonly line: number;
  readonly fieldCount: number;
  /** The field without quotes and outer spaces; "" when the row has no such field. */
  text(column: number): string;
}

export interface TableLayout {
  /** As written, outer spaces removed. */
  readonly header: readonly string[];
  readonly separator: ";" | "," | "\t" | "|";
}

/**
 * Streams a separated-values file: separator, quotes, line ends and encoding (UTF-8 with or without a mark, else
 * windows-1252, which holds ISO-8859-1) are found in the content. `begin` is given the header, throws UnusableFile when
 * it cannot be used, and returns what to do with each row; it accepts, rejects or leaves out each through the tally.
 * Lines over 1 MB, quotes that never close and rows in another encoding are rejected here, in the tally.
 * Throws UnusableFile for a file without rows and columns, Cancelled when the signal is aborted.
 */
export async function readTable(
  path: string,
  tally: Tally,
  options: ReadOptions,
  begin: (layout: TableLayout) => (row: TableRow) => void,
): Promise<{ sha256: string; bytes: number }> {
  const file = await openSource(path, options);
  const reading = createTableReading(path, tally, begin);
  for await (const piece of file.stream) {
    if (options.signal?.aborted) throw new Cancelled();
    const chunk: Buffer = piece;
    reading.push(chunk);
  }
  reading.end();
  return { sha256: file.sha256(), bytes: file.bytes };
}

/** The rows of a table, read from the bytes that are pushed. */
export interface TableReading {
  push(chunk: Buffer): void;
  end(): void;
}

/** The file so far: first its beginning, until the header is whole and tells the separator, then its rows. */
export function createTableReading(
  path: string,
  tally: Tally,
  begin: (layout: TableLayout) => (row: TableRow) => void,
): TableReading {
  const decoder = createDecoder();
  let beginning: Buffer = Buffer.alloc(0);
  let scanner: RecordScanner | null = null;
  let consume: ((row: TableRow) => void) | null = null;
  let current: ScannedRecord | null = null;
  const row = {
    line: 0,
    fieldCount: 0,
    text: (column: number): string => current?.text(column) ?? "",
  };

  return {
    push: (chunk) => {
      if (scanner !== null) {
        scanner.push(chunk);
        return;
      }
      beginning = beginning.length === 0 ? chunk : Buffer.concat([beginning, chunk]);
      if (beginning.includes(10) || beginning.length > MAX_RECORD_BYTES) scanner = startScanning();
    },
    end: () => {
      scanner ??= startScanning();
      scanner.end();
      if (consume === null) {
        throw new UnusableFile(path, {
          fr: "est vide ; il faut une ligne d’en-tête et des lignes",
          en: "is empty; expected a header line and rows",
        });
      }
    },
  };

  function startScanning(): RecordScanner {
    const content = withoutMark(path, beginning);
    beginning = Buffer.alloc(0);
    const separator = separatorOf(firstLine(path, content));
    const started = createRecordScanner(separator.charCodeAt(0), decoder.text, {
      record: (record) => {
        if (consume === null) consume = begin({ header: headerOf(record, decoder), separator });
        else takeRow(record, consume);
      },
      broken: (line, reason) => {
        if (consume === null) throw new UnusableFile(path, unreadableHeader(reason));
        tally.read();
        tally.reject(reason, atLine(line, reason === "line-too-long" ? TOO_LONG : OPEN_QUOTE));
      },
    });
    started.push(content);
    return started;
  }

  function takeRow(record: ScannedRecord, consumeRow: (row: TableRow) => void): void {
    tally.read();
    if (!decoder.accepts(record)) {
      tally.reject("wrong-encoding", atLine(record.line, NOT_UNICODE));
      return;
    }
    current = record;
    row.line = record.line;
    row.fieldCount = record.fieldCount;
    consumeRow(row);
  }
}

const TOO_LONG: Sentence = {
  fr: "dépasse 1 Mo ; il faut un enregistrement par ligne",
  en: "is longer than 1 MB; expected one record per line",
};

const OPEN_QUOTE: Sentence = {
  fr: 'ouvre un guillemet (") qui ne se ferme jamais',
  en: 'opens a quote (") that is never closed',
};

const NOT_UNICODE: Sentence = {
  fr: "contient des octets qui ne sont pas en UTF-8, à la différence des lignes précédentes ; enregistrez tout le fichier en UTF-8",
  en: "holds bytes that are not UTF-8, unlike the lines before; save the whole file as UTF-8",
};

function unreadableHeader(reason: "line-too-long" | "open-quote"): Sentence {
  return reason === "line-too-long"
    ? {
        fr: "a une première ligne de plus de 1 Mo ; il faut la ligne d’en-tête d’un CSV",
        en: "has a first line longer than 1 MB; expected the header line of a CSV file",
      }
    : {
        fr: "ouvre à la ligne 1 un guillemet qui ne se ferme jamais ; il faut la ligne d’en-tête d’un CSV",
        en: 'opens a quote (") on line 1 that is never closed; expected the header line of a CSV file',
      };
}

interface Decoder {
  /** Whether the record is in the encoding of the file, which its first byte above 127 decides. */
  accepts(record: ScannedRecord): boolean;
  text(bytes: Buffer): string;
}

function createDecoder(): Decoder {
  let encoding: "undecided" | "utf-8" | "windows-1252" = "undecided";
  return {
    accepts: (record) => {
      if (record.isAscii || encoding === "windows-1252") return true;
      const isUnicode = isUtf8(record.bytes());
      if (encoding === "undecided") encoding = isUnicode ? "utf-8" : "windows-1252";
      return isUnicode || encoding === "windows-1252";
    },
    text: (bytes) => (encoding === "windows-1252" ? decodeWindows(bytes) : bytes.toString("utf8")),
  };
}

function headerOf(record: ScannedRecord, decoder: Decoder): string[] {
  decoder.accepts(record);
  return Array.from({ length: record.fieldCount }, (_, column) => record.text(column));
}

function withoutMark(path: string, content: Buffer): Buffer {
  if (content[0] === 0xef && content[1] === 0xbb && content[2] === 0xbf) return content.subarray(3);
  if ((content[0] === 0xff && content[1] === 0xfe) || (content[0] === 0xfe && content[1] === 0xff)) {
    throw inUtf16(path);
  }
  return content;
}

function inUtf16(path: string): UnusableFile {
  return new UnusableFile(path, {
    fr: "est écrit en UTF-16 : enregistrez-le en UTF-8 (dans un tableur : « CSV UTF-8 »)",
    en: "is written in UTF-16; save it as UTF-8 (in a spreadsheet: CSV UTF-8)",
  });
}

function firstLine(path: string, content: Buffer): string {
  const lineEnd = content.indexOf(10);
  const line = content.subarray(0, lineEnd === -1 ? content.length : lineEnd);
  if (line.includes(0)) {
    // Western letters in UTF-16 are every second byte a zero; without a mark nothing else says so.
    const start = line.subarray(0, 64);
    if (start.length > 7 && start.filter((byte) => byte === 0).length * 2 >= start.length - 1) throw inUtf16(path);
    throw new UnusableFile(path, {
      fr: "contient du binaire là où il faut un tableau CSV ou du texte : ce n’est pas le bon fichier",
      en: "holds binary content; expected a CSV or text file: this is not the right one",
    });
  }
  return line.toString("latin1");
}

/** The separator that cuts the header into most fields; quoted text does not count. */
function separatorOf(header: string): TableLayout["separator"] {
  const bare = header.replace(/"[^"]*"/g, "");
  const separators = [";", "\t", ",", "|"] as const;
  let best: TableLayout["separator"] = ";";
  let most = 0;
  for (const separator of separators) {
    const count = bare.split(separator).length - 1;
    if (count > most) {
      most = count;
      best = separator;
    }
  }
  return best;
}
