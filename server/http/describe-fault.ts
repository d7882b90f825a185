import type { Language } from "../contract/plan.ts";
import type { RequestFault } from "./invalid-request.ts";

/** Where a fault of a request is ("selection.stationIds"), and a sentence with the value received and what was expected. */
export function describeFault(
  fault: RequestFault,
  language: Language,
): { readonly path: string; readonly message: string } {
  const path = (fault.path ?? []).map(keyOf).join(".");
  const words = WORDS[language];
  const received = text(fault.received);
  const expected = expectation(fault, language);
  if (received === "undefined") return { path, message: words.missing(path, expected) };
  return { path, message: words.wrong(path, received.slice(0, 80), expected) };
}

const WORDS = {
  fr: {
    missing: (path: string, expected: string) => `${name(path, "La valeur")} manque : il faut ${expected}.`,
    wrong: (path: string, received: string, expected: string) =>
      `${name(path, "La valeur")} vaut ${received} : il faut ${expected}.`,
  },
  en: {
    missing: (path: string, expected: string) => `${name(path, "The value")} is missing: expected ${expected}.`,
    wrong: (path: string, received: string, expected: string) =>
      `${name(path, "The value")} is ${received}: expected ${expected}.`,
  },
} as const;

function name(path: string, otherwise: string): string {
  return path === "" ? otherwise : `« ${path} »`;
}

/** What the schema asks for, in words: bounds as they are, kinds of value by name. */
function expectation(fault: RequestFault, language: Language): string {
  const expected = text(fault.expected);
  const size = /^(>=|<=)(.+)$/.exec(expected);
  if (size) {
    const isLength = typeof fault.type === "string" && fault.type.endsWith("_length");
    const bound = BOUNDS[language][size[1] === ">=" ? "least" : "most"];
    return `${bound} ${size[2] ?? ""}${isLength ? ` ${BOUNDS[language].entries}` : ""}`;
  }
  const kinds = KINDS[language];
  if (fault.type === "integer") return kinds.integer;
  const form = FORMS[language][text(fault.type)];
  if (form !== undefined) return form;
  // A missing key is reported with its own name as the expectation.
  if (text(fault.received) === "undefined" && expected.startsWith('"')) return kinds.value;
  return expected
    .replaceAll(/[()]/g, "")
    .replaceAll(" | ", ` ${BOUNDS[language].or} `)
    .replaceAll(/\b(Array|Object|number|string|boolean)\b/g, (kind) => kinds[kind as keyof typeof kinds]);
}

const BOUNDS = {
  fr: { least: "au moins", most: "au plus", entries: "éléments ou caractères", or: "ou" },
  en: { least: "at least", most: "at most", entries: "entries or characters", or: "or" },
} as const;

/** Texts of a form, by valibot's name of the check: a pattern is no expectation that anybody could read. */
const FORMS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  fr: {
    iso_date: "une date comme 2026-03-07",
    iso_time: "une heure comme 14:30",
    iso_timestamp: "un instant comme 2026-03-07T14:30:00.000Z",
    email: "une adresse e-mail",
    regex: "une autre forme",
    check: "autre chose",
  },
  en: {
    iso_date: "a date such as 2026-03-07",
    iso_time: "a time such as 14:30",
    iso_timestamp: "a moment such as 2026-03-07T14:30:00.000Z",
    email: "an e-mail address",
    regex: "another form",
    check: "something else",
  },
};

const KINDS = {
  fr: {
    Array: "une liste",
    Object: "un objet",
    number: "un nombre",
    string: "un texte",
    boolean: "vrai ou faux",
    integer: "un nombre entier",
    value: "une valeur",
  },
  en: {
    Array: "a list",
    Object: "an object",
    number: "a number",
    string: "a text",
    boolean: "true or false",
    integer: "a whole number",
    value: "a value",
  },
} as const;

function keyOf(segment: PropertyKey | { readonly key: PropertyKey }): string {
  return String(typeof segment === "object" ? segment.key : segment);
}

function text(value: unknown): string {
  return typeof value === "string" ? value : value === null ? "null" : String(value);
}
