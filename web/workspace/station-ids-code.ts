/**
 * Station ids as a short text for the address bar. Ids of one commune share their prefix, written once:
 * "75056_0321", "75056_0322" → "75056_0321.0322". Groups are joined by "~".
 */
export function encodeStationIds(stationIds: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const id of stationIds) {
    const cut = id.lastIndexOf("_") + 1;
    const group = groups.get(id.slice(0, cut)) ?? [];
    group.push(escapeId(id.slice(cut)));
    groups.set(id.slice(0, cut), group);
  }
  return [...groups].map(([prefix, rest]) => `${escapeId(prefix)}${rest.join(".")}`).join("~");
}

export function decodeStationIds(text: string): string[] {
  if (text === "") return [];
  return text.split("~").flatMap((group) => {
    const cut = group.lastIndexOf("_") + 1;
    const prefix = unescapeId(group.slice(0, cut));
    return group
      .slice(cut)
      .split(".")
      .map((rest) => prefix + unescapeId(rest));
  });
}

// The separators may occur inside an id of an unusual contours file.
function escapeId(text: string): string {
  return text.replace(/[!.~]/g, (character) => `!${character.charCodeAt(0).toString(16)}`);
}
function unescapeId(text: string): string {
  return text.replace(/!(21|2e|7e)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
