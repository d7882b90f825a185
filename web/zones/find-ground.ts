import { foldedWords, type GroundIndex } from "./ground-index.ts";

/** Something on the ground that can be named: a station, a census area, a street, an address. */
export interface FoundGround {
  readonly kind: "station" | "area" | "street" | "address";
  readonly key: string;
  readonly name: string;
  readonly places: readonly number[];
}

/**
 * What a text may mean, stations and census areas first, then streets, then addresses when a house number is in it. Every word of the
 * text must begin a word of the name.
 *
 * @param stations their names, by their place in the ground's stations
 */
export function findGround(
  index: GroundIndex,
  stations: readonly { readonly place: number; readonly name: string }[],
  text: string,
  most: number,
): FoundGround[] {
  const words = foldedWords(text);
  if (words.length === 0) return [];
  const { ground } = index;
  const found: FoundGround[] = [];
  for (const { place, name } of stations) {
    if (!matches(words, foldedWords(name))) continue;
    found.push({ kind: "station", key: `station/${place}`, name, places: index.ofStation(place) });
  }
  ground.censusAreas?.names.forEach((name, area) => {
    const code = ground.censusAreas?.ids[area] ?? "";
    if (!matches(words, [...foldedWords(name), code, "iris"])) return;
    found.push({ kind: "area", key: `area/${area}`, name, places: index.ofArea(area) });
  });
  const number = words.find((word) => /^\d/.test(word));
  const rest = words.filter((word) => word !== number);
  const streets: FoundGround[] = [];
  const addresses: FoundGround[] = [];
  index.streetWords().forEach((own, place) => {
    const street = ground.streetNames[place] ?? "";
    if (matches(words, own)) {
      streets.push({ kind: "street", key: `street/${place}`, name: street, places: index.ofStreet(place) });
    }
    if (number === undefined || rest.length === 0 || !matches(rest, own)) return;
    for (const one of index.ofStreet(place)) {
      const house = ground.numbers[one] ?? "";
      if (foldedWords(house)[0] !== number) continue;
      addresses.push({ kind: "address", key: `address/${one}`, name: `${house} ${street}`, places: [one] });
    }
  });
  return [...found, ...addresses, ...streets].filter(({ places }) => places.length > 0).slice(0, most);
}

function matches(words: readonly string[], own: readonly string[]): boolean {
  return words.every((word) => own.some((one) => one.startsWith(word)));
}
