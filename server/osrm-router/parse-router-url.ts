import { Refusal } from "../contract/refusal.ts";

/** An OSRM v5 server that measures and draws walks instead of our own engine. Plain, so that threads can be handed it. */
export interface RouterServer {
  /** Where its services begin, without a slash at the end: http://osrm:5000 or https://example.org/foot. */
  readonly address: string;
  /** The word between version and coordinates; osrm-routed ignores it, other servers choose by it. */
  readonly profile: string;
  /** At which the profile walks on the flat: durations are scaled from it to the speed of the plan. */
  readonly speedKilometresPerHour: number;
  /** Rows and columns of a table that the server gives at once (osrm-routed --max-table-size). */
  readonly tableSize: number;
  /** How long one request may take. */
  readonly timeoutSeconds: number;
}

const DEFAULTS = { speed: 5, table: 100, timeout: 10 } as const;
const LIMITS = {
  speed: { min: 0.5, max: 30, isWhole: false },
  table: { min: 2, max: 10_000, isWhole: true },
  timeout: { min: 0.1, max: 600, isWhole: false },
} as const;
type Option = keyof typeof LIMITS;

/**
 * Reads ROUTER_URL: `osrm+http[s]://host[:port][/prefix]/profile?speed=5&table=100&timeout=10`, all after the host
 * optional. Null when it is unset or empty: Arpent walks by itself. Throws Refusal "router-url" on anything else.
 */
export function parseRouterUrl(text: string | undefined): RouterServer | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "") return null;
  const scheme = /^osrm\+(?=https?:\/\/)/i.exec(trimmed);
  if (!scheme) throw unusable(trimmed, { fr: "le début est inconnu", en: "its beginning is unknown" });
  const address = trimmed.slice(scheme[0].length);
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null) throw unusable(trimmed, { fr: "l’adresse est illisible", en: "its address cannot be read" });
  if (url.username !== "" || url.password !== "") {
    // The value itself would put the password on the screen.
    throw unusable(`osrm+${url.protocol}//…@${url.host}`, {
      fr: "un nom et un mot de passe n’y ont pas leur place",
      en: "a name and a password have no place in it",
    });
  }
  const path = url.pathname.split("/").filter((part) => part !== "");
  const profile = path.pop() ?? "foot";
  const options = readOptions(trimmed, url.searchParams);
  return {
    address: [url.origin, ...path].join("/"),
    profile,
    speedKilometresPerHour: options.speed,
    tableSize: options.table,
    timeoutSeconds: options.timeout,
  };
}

function readOptions(text: string, given: URLSearchParams): Record<Option, number> {
  const options: Record<Option, number> = { ...DEFAULTS };
  for (const [name, value] of given) {
    if (!isOption(name)) {
      throw unusable(text, { fr: `l’option « ${name} » est inconnue`, en: `its option “${name}” is unknown` });
    }
    const { min, max, isWhole } = LIMITS[name];
    const number = value.trim() === "" ? Number.NaN : Number(value);
    if (!(number >= min && number <= max) || (isWhole && !Number.isInteger(number))) {
      throw unusable(text, {
        fr: `« ${name} » vaut « ${value} » au lieu d’un nombre ${isWhole ? "entier " : ""}de ${min} à ${max}`,
        en: `“${name}” is “${value}” instead of a ${isWhole ? "whole " : ""}number from ${min} to ${max}`,
      });
    }
    options[name] = number;
  }
  return options;
}

function isOption(name: string): name is Option {
  return Object.hasOwn(LIMITS, name);
}

function unusable(text: string, why: { readonly fr: string; readonly en: string }): Refusal {
  return new Refusal("router-url", {
    fr: `ROUTER_URL vaut « ${text} » : ${why.fr}. Attendu : ${FORM.fr}, par exemple ${EXAMPLE}.`,
    en: `ROUTER_URL is “${text}”: ${why.en}. Expected: ${FORM.en}, e.g. ${EXAMPLE}.`,
  });
}

const FORM = {
  fr: "osrm+http://hôte:port/profil ou osrm+https://…, avec speed (km/h), table et timeout (s) si besoin",
  en: "osrm+http://host:port/profile or osrm+https://…, with speed (km/h), table and timeout (s) where needed",
} as const;
const EXAMPLE = "osrm+http://localhost:5000/foot?speed=5";
