import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UnusableFile } from "../../geodata/readers/source-rows.ts";
import { partialPath, putInPlaceOnce } from "../../geodata/territory/partial-file.ts";
import { createSecretBox, type SecretBox } from "./secret-box.ts";

const FILE = "secret.key";
const KEY_BYTES = 32;
const OWNER_ALONE = 0o600;

export function secretKeyFile(home: string): string {
  return join(home, FILE);
}

/**
 * The box of this machine, for all its campaigns. Its key is `given` (ARPENT_SECRET_KEY), the same on every machine that serves a
 * campaign; else that of a file beside the campaigns, which is made when missing. A file that is there as well opens what it
 * sealed before the key was given. Throws RangeError when `given` is no key, and UnusableFile when the file is none.
 */
export function openSecretBox(home: string, given: string | undefined): SecretBox {
  const file = secretKeyFile(home);
  const key = given === undefined || given.trim() === "" ? null : readGivenKey(given.trim());
  if (key === null) return createSecretBox([existsSync(file) ? readKeyFile(file) : makeKeyFile(file)]);
  return createSecretBox(existsSync(file) ? [key, readKeyFile(file)] : [key]);
}

function readGivenKey(text: string): Uint8Array {
  const key = keyOf(text);
  if (key === null) {
    throw new RangeError(
      "ARPENT_SECRET_KEY is no key: expected 32 random bytes in base64 or hexadecimal, as `openssl rand -base64 32` prints them",
    );
  }
  return key;
}

function readKeyFile(file: string): Uint8Array {
  // A copy of it may have come with wider rights.
  chmodSync(file, OWNER_ALONE);
  const key = keyOf(readFileSync(file, "utf8").trim());
  if (key !== null) return key;
  throw new UnusableFile(file, {
    fr: "n’est pas une clé d’Arpent, ou est abîmé. Remettez-le depuis votre copie ; sans copie, retirez-le : une nouvelle clé est faite au démarrage, et les secondes étapes d’avant s’ouvrent par leurs codes de secours",
    en: "is no key of Arpent, or is damaged. Put your copy of it back; without one, move it away: a new key is made at the start, and second steps from before open by their recovery codes",
  });
}

/** Whole or not at all, and of two programs that make it at once both use the one that was first. */
function makeKeyFile(file: string): Uint8Array {
  // In containers that share a folder every process may have the same number.
  const partial = partialPath(`${file}.${randomBytes(4).toString("hex")}`);
  try {
    writeFileSync(partial, `${randomBytes(KEY_BYTES).toString("base64")}\n`, { flag: "wx", mode: OWNER_ALONE });
    putInPlaceOnce(partial, file);
  } finally {
    rmSync(partial, { force: true });
  }
  return readKeyFile(file);
}

/** 32 bytes in hexadecimal or base64 of either alphabet; null when it is anything else. */
function keyOf(text: string): Uint8Array | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, "hex");
  if (!/^[\w+/-]{43}=?$/.test(text)) return null;
  const key = Buffer.from(text, "base64");
  return key.length === KEY_BYTES ? key : null;
}
