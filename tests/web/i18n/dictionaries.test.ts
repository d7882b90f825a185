import { describe, expect, it } from "vitest";
import { en } from "../../../web/i18n/en.ts";
import { enField } from "../../../web/i18n/en-field.ts";
import { fr } from "../../../web/i18n/fr.ts";
import { frField } from "../../../web/i18n/fr-field.ts";

type Words = ReadonlyMap<string, unknown>;

function wordsOf(dictionary: object, path = ""): Words {
  return new Map(
    Object.entries(dictionary).flatMap(([key, value]): [string, unknown][] =>
      typeof value === "object" && value !== null ? [...wordsOf(value, `${path}${key}.`)] : [[path + key, value]],
    ),
  );
}

const french = wordsOf(fr);
const english = wordsOf(en);
// Names, units and words that are the same in both languages.
const SHARED =
  /^(app\.name|tabs\.(camps|zones)|sources\.version|camps\.families\.(centre)|camps\.hostile|camps\.versions\.heading|routes\.(gpx|geojson)|measure\.(mobilisation|persuasion).*|camps\.basisPersuasion|help\.key\.(arrows|control)|map\.attribution|measure\.(classes|crossed\.scoreAxis|classCount\.\d)|hand\.(unit\.\w+|places\.(france|europe))|elections\.short\.(european|municipal)|print\.portrait|compare\.(xlsx|outing\.zones|unit\.minutes)|contacts\.title|progress\.column\.(zone|contact)|cut\.zones|plan\.\w+Suffix|zones\.(firstName|minutesSuffix|units\.area)|routes\.distance|search\.(command\.(english|french)|kindWords\.\w+|group\.\w+)|reliability\.research\.france\.source)$/;

describe("the two languages", () => {
  it("have the same words", () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted());
    expect(french.size).toBeGreaterThan(250);
  });

  it("have the same words on the phone page, which carries its own", () => {
    const [ofPhone, inEnglish] = [wordsOf(frField), wordsOf(enField)];

    expect([...inEnglish.keys()].toSorted()).toEqual([...ofPhone.keys()].toSorted());
    const same = [...ofPhone].filter(([key, value]) => typeof value === "string" && inEnglish.get(key) === value);
    expect(same.map(([key]) => key)).toEqual(["name", "themes.auto"]);
  });

  it("leave no word empty", () => {
    for (const words of [french, english]) {
      for (const [key, value] of words) if (typeof value === "string") expect(value.trim(), key).not.toBe("");
    }
  });

  it("say something different, but for names and units", () => {
    const same = [...french].filter(([key, value]) => typeof value === "string" && english.get(key) === value);

    expect(same.map(([key]) => key).filter((key) => !SHARED.test(key))).toEqual([]);
  });

  it("never let a French line begin with a sign", () => {
    const texts = [...french.values(), ...wordsOf(frField).values()].filter((value) => typeof value === "string");

    expect(texts.filter((text) => / [:;?!»]|« |\d %/.test(text))).toEqual([]);
    expect(fr.firstSteps.skipped).toContain("objet\u00a0: ");
    expect(fr.firstSteps.renamed("A", "B")).toBe("«\u00a0A\u00a0» s’appelle maintenant «\u00a0B\u00a0».");
    expect(texts.some((text) => text.includes("\u202f?"))).toBe(true);
  });

  it("send readers to tabs that there are, by the name that they have", () => {
    const named = (words: object, mention: RegExp) =>
      [...wordsOf(words).values()]
        .filter((value) => typeof value === "string")
        .flatMap((value) => [...value.matchAll(mention)].flatMap(([, tab]) => tab ?? []));
    const french = named(fr, /onglet (\p{Lu}\p{L}+)/gu);
    const english = named(en, /(\p{Lu}\p{L}+) tab(?!\p{L})/gu);

    expect(french.length).toBeGreaterThan(2);
    expect(english.length).toBe(french.length);
    expect(french.filter((tab) => !Object.values<unknown>(fr.tabs).includes(tab))).toEqual([]);
    expect(english.filter((tab) => !Object.values<unknown>(en.tabs).includes(tab))).toEqual([]);
  });

  it("count as their readers do: zero is singular in French and plural in English", () => {
    expect(fr.home.doors(0)).toBe("porte");
    expect(en.home.doors(0)).toBe("doors");
    expect(fr.home.doors(2)).toBe("portes");
    expect(en.home.doors(1)).toBe("door");
  });

  it("say one of a thing as one", () => {
    const said = [fr, en].map(({ contacts, progress, stations, outings, people, camps }) => [
      contacts.retention.dueContacts(1, "1"),
      progress.saidDoors(1, "1", "9"),
      progress.saidAddresses(1, "1", "9"),
      stations.doors(1, "1"),
      outings.freeAfter(1, "1", outings.doorsCount(1, "1")),
      people.limits.more(1, "1"),
      camps.versions.others(1, "1"),
    ]);

    expect(said[0]?.join(" | ")).toMatch(
      /^1 contact \| 1 porte frappée sur 9 \| 1 adresse faite sur 9 \| 1 porte \| .*\(1 porte\).* \| et 1 autre\s.* \| et 1 autre changement$/,
    );
    expect(said[1]?.join(" | ")).toMatch(
      /^1 contact \| 1 door tried of 9 \| 1 address done of 9 \| 1 door \| .*\(1 door\).* \| and 1 more.* \| and 1 other change$/,
    );
  });
});
