import { type BoundingBox, isInBox } from "../geometry/position.ts";
import { mappedHeader } from "./column-mapping.ts";
import { foldTitle, quoteHeader } from "./fold-header.ts";
import { banRowParser, reuRowParser, type SourceAddress } from "./parse-address-row.ts";
import { atLine, wrongFieldCount } from "./placed-sentence.ts";
import { createTally, type ReadFacts, type ReadOptions, refuseIfNothingIsGood } from "./read-facts.ts";
import { readTable } from "./read-table.ts";
import { recognising } from "./recognise-file.ts";
import { recogniseHeader } from "./recognise-header.ts";
import { UnusableFile } from "./source-rows.ts";

export type { SourceAddress } from "./parse-address-row.ts";

export interface SourceAddresses extends ReadFacts {
  readonly kind: "ban" | "reu";
  readonly addresses: readonly SourceAddress[];
}

export interface AddressesOptions extends ReadOptions {
  /** Addresses elsewhere are counted as `outside`. */
  readonly box?: BoundingBox | undefined;
  /** Addresses of other communes are counted as `outside`. Called with the code as the file writes it. */
  readonly keepCommune?: ((communeCode: string) => boolean) | undefined;
}

/**
 * Reads addresses with their positions: the national address base (BAN, CSV) or the electoral-roll addresses (REU).
 * An address without a position, street or station, outside France, or with an id already seen is rejected.
 * Throws UnusableFile when the header is of something else.
 */
export async function readAddresses(path: string, options: AddressesOptions = {}): Promise<SourceAddresses> {
  return recognising(path, "addresses", () => readAddressTable(path, options));
}

async function readAddressTable(path: string, options: AddressesOptions): Promise<SourceAddresses> {
  const tally = createTally(path);
  const addresses: SourceAddress[] = [];
  const firstLine = new Map<string, number>();
  let kind: SourceAddresses["kind"] = "ban";

  const file = await readTable(path, tally, options, (layout) => {
    const header = mappedHeader(path, "addresses", layout.header, options.columns);
    const table = recogniseHeader(header);
    if (table?.role !== "addresses" && !isMapped(header, options)) refuseHeader(path, header);
    kind = table?.format === "reu" ? "reu" : "ban";
    const parse = kind === "reu" ? reuRowParser(header) : banRowParser(header);
    return (row) => {
      if (row.fieldCount !== header.length) {
        tally.reject("wrong-field-count", atLine(row.line, wrongFieldCount(row.fieldCount, header.length)));
        return;
      }
      const parsed = parse(row, (communeCode) => options.keepCommune?.(communeCode) ?? true);
      if (parsed === "outside") return tally.outside();
      if ("reason" in parsed) return tally.reject(parsed.reason, atLine(row.line, parsed.sentence));
      if (options.box !== undefined && !isInBox(parsed.position, options.box)) return tally.outside();
      const first = firstLine.get(parsed.id);
      if (first !== undefined) {
        const sentence = {
          fr: `l’adresse ${parsed.id} se trouve déjà à la ligne ${first} ; il la faut une fois`,
          en: `the address ${parsed.id} already stands at line ${first}; expected it once`,
        };
        return tally.reject("duplicate-address", atLine(row.line, sentence));
      }
      firstLine.set(parsed.id, row.line);
      tally.accept();
      addresses.push(parsed);
    };
  });
  const facts = tally.facts({ format: kind, ...file });
  refuseIfNothingIsGood(path, facts);
  return { ...facts, kind, addresses };
}

/** A mapped file may lack house numbers or communes, never a street and a position. */
function isMapped(header: readonly string[], { columns }: AddressesOptions): boolean {
  const titles = header.map(foldTitle);
  return columns !== undefined && ["nom voie", "lon", "lat"].every((title) => titles.includes(title));
}

function refuseHeader(path: string, header: readonly string[]): never {
  const found = quoteHeader(header);
  const [ban, reu] = ["BAN (numero, nom_voie, code_insee, lon, lat)", "REU (id_brut_bv_reu, longitude, latitude)"];
  throw new UnusableFile(path, {
    fr: `a les colonnes ${found.fr}, qui ne sont pas celles d’un fichier d’adresses, ${ban} ou ${reu} : indiquez lesquelles contiennent quoi`,
    en: `has the columns ${found.en}; expected addresses: ${ban} or ${reu}`,
  });
}
