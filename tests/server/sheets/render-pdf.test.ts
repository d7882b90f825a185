import { describe, expect, it } from "vitest";
import { renderSheets } from "../../../server/sheets/render-sheets.ts";
import { readPdfInfo, readPdfText } from "../../fixtures/read-pdf-text.ts";
import { crossroads, planWith, routeWith } from "./sheet-fixture.ts";

const LONG = Array.from({ length: 70 }, (_, index) => ({ number: String(2 + 2 * index), doors: 1 + (index % 60) }));

async function pdfText(
  routes: readonly ReturnType<typeof routeWith>[],
  routeId: string | null = null,
): Promise<string | null> {
  const bytes = await renderSheets({
    plan: planWith(routes),
    territory: crossroads(),
    format: "pdf",
    language: "fr",
    routeId,
    routeUrl: (id) => `https://example.org/r/${id}`,
  });
  expect(Buffer.from(bytes.slice(0, 5)).toString()).toBe("%PDF-");
  return readPdfText(bytes);
}

describe("printed sheets", () => {
  it("say route, totals, street and side, numbers, directions and sources", async () => {
    const text = await pdfText([
      routeWith([{ number: "2" }, { number: "48" }], {
        profile: [
          [0, 30],
          [480, 62],
        ],
        ascentMetres: 32,
        report: {
          metresPerDoor: 80,
          crossings: { secondary: 1, residential: 5 },
          repeatedShare: 0,
          worstDetour: null,
          metresEquivalentPerDoor: 102.5,
        },
      }),
    ]);
    if (text === null) return;

    expect(text).toContain("Tournée 1");
    expect(text).toContain("2 arrêts");
    expect(text).toContain("6 portes");
    expect(text).toContain("dénivelé +32 m");
    expect(text).toContain("80 m par porte");
    expect(text).toContain("6 traversées, dont 1 grand axe");
    expect(text).toContain("Rue des Essais, côté pair, 2 → 48");
    expect(text).toContain("Marcher vers l'est sur Rue des Essais");
    expect(text).toContain("© les contributeurs d'OpenStreetMap (ODbL) · BAN, Licence Ouverte 2.0");
  });

  it("print what an address says and run nothing of it", async () => {
    const hostile = ")>> endobj /OpenAction<</S/JavaScript/JS(app.alert(1))>>";
    const street = "Rue <script>alert(1)</script>";
    const bytes = await renderSheets({
      plan: planWith([routeWith([{ number: "2", street, address: `2 ${street}` }], { startReason: hostile })]),
      territory: { ...crossroads(), summary: { ...crossroads().summary, title: hostile } },
      format: "pdf",
      language: "fr",
      routeId: null,
      routeUrl: (id) => `https://example.org/r/${id}`,
    });
    const [text, info] = [readPdfText(bytes), readPdfInfo(bytes)];
    if (text === null || info === null) return;

    expect(text).toContain(street);
    expect(info).toMatch(/^JavaScript:\s+no$/m);
    expect(info).toContain(hostile);
  });

  it("say the floors of a building with several doors, on one line with its number", async () => {
    const text = await pdfText([
      routeWith([{ number: "4", doors: 120, floors: 12 }, { number: "6", doors: 1, floors: 2 }, { number: "8" }]),
    ]);
    if (text === null) return;

    expect(text).toMatch(/n° 4 +120 portes, 12 niveaux\n/);
    expect(text).toMatch(/n° 6 +1 porte\n/);
    expect(text).toMatch(/n° 8 +3 portes\n/);
  });

  it("say on a line of its own how many doors ask for no more visits, and keep a box for each of the others", async () => {
    const text = await pdfText([
      routeWith([
        { number: "2", doors: 24 },
        { number: "114 quater", doors: 36, floors: 12, neverAskedDoors: 12 },
      ]),
    ]);
    if (text === null) return;

    expect(text).toMatch(/n° 114 quater +36 portes, 12 niveaux\n\s+ne plus passer : 12\n/);
  });

  it("shorten a long name of a street, and neither its side nor its numbers", async () => {
    const street = "Boulevard du Maréchal-de-Lattre-de-Tassigny-et-des-Anciens-Combattants-d’Afrique-du-Nord";
    const text = await pdfText([routeWith([2, 4].map((number) => ({ number: `${number}`, street })))]);
    if (text === null) return;

    expect(text).toMatch(/Boulevard du Maréchal-de-Lattre-de-Tassigny[^\n]*…, côté pair, 2 → 4 +6 portes/);
  });

  it("turn the page when the list is long, with the street's name again and no stop lost", async () => {
    const text = await pdfText([routeWith(LONG)]);
    if (text === null) return;

    expect(text.split("\f").filter((page) => page.trim() !== "").length).toBeGreaterThanOrEqual(3);
    expect(text).toContain("page 3 sur");
    for (const { number } of LONG) expect(text).toMatch(new RegExp(`n° ${number}\\s`));
    expect(text.match(/Rue des Essais, côté pair/g)?.length).toBeGreaterThanOrEqual(3);
  });

  it("begin each route on a page of its own, and print one alone when asked", async () => {
    const routes = [routeWith([{}]), routeWith([{}, {}], { id: "2" })];
    const both = await pdfText(routes);
    const second = await pdfText(routes, "2");
    if (both === null || second === null) return;

    expect(both).toContain("Tournée 1");
    expect(both).toContain("Tournée 2");
    expect(second).not.toContain("Tournée 1");
    expect(second).toContain("page 1 sur 1");
  });

  it("refuse a route that the plan does not have, naming those it has", async () => {
    await expect(pdfText([routeWith([{}])], "9")).rejects.toThrow("Routes of the plan: 1");
  });
});
