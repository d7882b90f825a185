import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";

/**
 * Seals what the store must be able to give back, so that the store alone gives nothing: AES-256-GCM (NIST SP 800-38D), a new
 * nonce for each, with a key that lies elsewhere. What is sealed for one owner opens for no other.
 */
export interface SecretBox {
  /** With the first key. `owner` is whose it is. */
  seal(secret: string, owner: string): string;
  /** Null when it was sealed with a key that is not here, for another owner, or was changed since. */
  open(sealed: string, owner: string): string | null;
  /** Whether it was sealed with the first key. */
  isNewest(sealed: string): boolean;
}

const ALGORITHM = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Layout, key, and what is sealed: nonce, tag, text. */
const SEALED = /^1\.([\w-]{11})\.([\w-]+)$/;

interface NamedKey {
  /** Tells keys apart, and says nothing of them. */
  readonly name: string;
  readonly key: Uint8Array;
}

/** @param keys of 32 bytes: the first one seals, all of them open */
export function createSecretBox([newest, ...older]: readonly [Uint8Array, ...Uint8Array[]]): SecretBox {
  const own = namedKey(newest);
  const keys = [own, ...older.map(namedKey)];
  return {
    seal(secret, owner) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, own.key, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return `1.${own.name}.${Buffer.concat([nonce, cipher.getAuthTag(), text]).toString("base64url")}`;
    },
    open(sealed, owner) {
      const [, name, content = ""] = SEALED.exec(sealed) ?? [];
      const known = keys.find((key) => key.name === name);
      return known ? opened(Buffer.from(content, "base64url"), owner, known.key) : null;
    },
    isNewest: (sealed) => SEALED.exec(sealed)?.[1] === own.name,
  };
}

function opened(bytes: Buffer, owner: string, key: Uint8Array): string | null {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  try {
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(owner));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString("utf8");
  } catch {
    // Too short, or not what was sealed.
    return null;
  }
}

/** The key that seals is derived from the one that is given (RFC 5869), so that its name gives nothing of it away. */
function namedKey(given: Uint8Array): NamedKey {
  const key = new Uint8Array(hkdfSync("sha256", given, new Uint8Array(), "arpent: secrets of the store", 32));
  const name = createHmac("sha256", given).update("arpent: name of the key").digest().subarray(0, 8);
  return { name: name.toString("base64url"), key };
}
