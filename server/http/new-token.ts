import { randomBytes } from "node:crypto";

/** 128 random bits, written in 22 letters that an address can hold. Nobody finds one by trying. */
export function newToken(): string {
  return randomBytes(16).toString("base64url");
}
