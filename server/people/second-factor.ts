import { randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import QRCode from "qrcode";
import type { SecondFactorOffer } from "../contract/people.ts";
import type { AccountStore, StoredAccount } from "./account-store.ts";
import type { SecretBox } from "./secret-box.ts";
import { hashOfToken } from "./secret-token.ts";

/** Codes of six digits, a new one every 30 seconds (RFC 6238): what every authenticator application knows. */
const PERIOD_SECONDS = 30;
/** Steps before and after now that are taken: phones' clocks differ, and people type slowly. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
/** Without letters that are mistaken for others. */
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

export function newSecondFactor(label: string, issuer: string): SecondFactorOffer {
  const secret = new Secret({ size: 20 }).base32;
  const uri = totp(secret, label, issuer).toString();
  const { size, data } = QRCode.create(uri, { errorCorrectionLevel: "M" }).modules;
  const squares = Array.from(data, (isDark, at) => (isDark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : ""));
  return { secret, uri, path: squares.join(""), modules: size };
}

/** Ten codes of 50 bits each, to be written down. */
export function newRecoveryCodes(): readonly string[] {
  const letters = (count: number) => Array.from({ length: count }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  return Array.from({ length: RECOVERY_CODES }, () => `${letters(5)}-${letters(5)}`);
}

export function hashOfRecoveryCode(code: string): string {
  return hashOfToken(code.toLowerCase().replace(/[^a-z0-9]/g, ""));
}

/**
 * Whether the code is the application's of now, and was not used before. no-key: this machine has not the key that sealed the
 * secret, so no code can be right here.
 */
export async function takeCode(
  account: StoredAccount,
  code: string,
  now: Date,
  { accounts, secrets }: { readonly accounts: Pick<AccountStore, "useStep">; readonly secrets: SecretBox },
): Promise<"right" | "wrong" | "no-key"> {
  const digits = code.replace(/\s/g, "");
  if (account.sealedSecret === null || !/^\d{6}$/.test(digits)) return "wrong";
  const secret = secrets.open(account.sealedSecret, account.id);
  if (secret === null) return "no-key";
  const offset = totp(secret, "", "").validate({ token: digits, timestamp: now.getTime(), window: WINDOW });
  if (offset === null) return "wrong";
  const step = Math.floor(now.getTime() / 1000 / PERIOD_SECONDS) + offset;
  return (await accounts.useStep(account.id, step)) ? "right" : "wrong";
}

function totp(secret: string, label: string, issuer: string): TOTP {
  return new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS, digits: 6 });
}
