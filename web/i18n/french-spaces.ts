type Sentence = (...values: never[]) => string;
type Words = string | Sentence | { readonly [name: string]: unknown };

/**
 * The words of a dictionary spaced as French is printed: a narrow no-break space before ; ? and !, a no-break space before
 * a colon and inside « », and before %. They are written with plain spaces, which a line may break at: it would begin with
 * the sign.
 */
export function withFrenchSpaces<Dictionary extends { readonly [name: string]: unknown }>(
  words: Dictionary,
): Dictionary {
  return Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, spaced(value as Words)]),
  ) as unknown as Dictionary;
}

function spaced(words: Words): Words {
  if (typeof words === "string") return spacedText(words);
  if (typeof words === "function") return (...values: never[]) => spacedText(words(...values));
  return withFrenchSpaces(words);
}

function spacedText(text: string): string {
  return text.replace(/ (?=[;?!])/g, "\u202f").replace(/ (?=[:»])|(?<=«) |(?<=\d) (?=%)/g, "\u00a0");
}
