import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for sessions and invitations, in letters that an address and a cookie can hold. */
export function newSecretToken(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * What the store keeps of a secret: who reads the store cannot act with it. A plain hash is enough, because the secret is
 * random and long (OWASP ASVS 4.0.3, 2.9 and 3.2: at least 64 bits of entropy).
 */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
