import { randomInt } from "node:crypto";
import { CODE_LENGTH, CODE_LETTERS } from "../contract/route-code.ts";

/** What leads a phone to its route: a secret for links and QR codes, and a code that can be read out. */
export interface RouteLink {
  readonly token: string;
  readonly code: string;
}

/** 30 letters to the power of 8 are 39 bits: trying codes is slowed down where they are typed. */
export function newRouteCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join("");
}

/** Path of the volunteer's page. */
export function linkPath(token: string): string {
  return `/w/${token}`;
}
