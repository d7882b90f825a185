/** The list in parts of at most so many, for statements that take no more values. */
export function inChunks<Item>(list: readonly Item[], most: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, part) => list.slice(part * most, (part + 1) * most));
}
