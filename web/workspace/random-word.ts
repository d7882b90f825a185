/** 24 letters and digits that nobody else has. Not randomUUID, which browsers refuse to pages of a local network without a certificate. */
export function randomWord(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
