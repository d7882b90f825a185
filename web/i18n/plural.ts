/** In French, zero and what is less than two are singular. */
export function frenchPlural(count: number, one: string, many: string): string {
  return Math.abs(count) < 2 ? one : many;
}

/** In English, only one is singular. */
export function englishPlural(count: number, one: string, many: string): string {
  return Math.abs(count) === 1 ? one : many;
}
