import type { Sentence } from "../../server/contract/refusal.ts";

/** What is wrong, behind the place where it stands: "line 12 (station 75056_0309): …". */
export function placed(place: Sentence, what: Sentence): Sentence {
  return { fr: `${place.fr} : ${what.fr}`, en: `${place.en}: ${what.en}` };
}

export function atLine(line: number, what: Sentence): Sentence {
  return placed({ fr: `ligne ${line}`, en: `line ${line}` }, what);
}

/** `number` counts from 1. */
export function atFeature(number: number, what: Sentence): Sentence {
  return placed({ fr: `objet ${number}`, en: `feature ${number}` }, what);
}

/** The row of a station in one round, e.g. "line 12 (station 75056_0309, 2009_euro_t1)". */
export function rowOfStation(line: number, communeCode: string, number: string, electionId: string): Sentence {
  const station = `${communeCode}_${number}, ${electionId}`;
  return { fr: `ligne ${line} (bureau ${station})`, en: `line ${line} (station ${station})` };
}

export function wrongFieldCount(found: number, expected: number): Sentence {
  return { fr: `${found} champs ; il en faut ${expected}`, en: `${found} fields; expected ${expected}` };
}

/** Words of the file or of another program: they are the same in both languages. */
export function asItStands(words: string): Sentence {
  return { fr: words, en: words };
}
