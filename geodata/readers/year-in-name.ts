/** The one year in the name of a file, e.g. 2017 for "bureaux_2017.geojson.gz"; null when it holds none or several. */
export function yearInName(name: string): number | null {
  const years = new Set(name.match(/(?<!\d)20\d\d(?!\d)/g));
  const [year] = years;
  return years.size === 1 && year !== undefined ? Number(year) : null;
}
