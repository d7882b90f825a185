import { hash, verify } from "@node-rs/argon2";

/**
 * Argon2id with 19 MiB, 2 passes and 1 lane: what OWASP's Password Storage Cheat Sheet asks for at least (2025). The salt
 * is of the package's own making, 16 random bytes.
 */
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False with null, for an account that does not exist, after the same time. */
  isRight(password: string, passwordHash: string | null): Promise<boolean>;
}

export function createPasswords(): Passwords {
  // Of nobody's password: what is compared where there is no account takes as long as where there is one.
  let nobodys: Promise<string> | null = null;
  return {
    hash: (password) => hash(password.normalize("NFKC"), ARGON2ID),
    async isRight(password, passwordHash) {
      nobodys ??= hash("nobody has this password", ARGON2ID);
      const isRight = await verify(passwordHash ?? (await nobodys), password.normalize("NFKC"));
      return passwordHash !== null && isRight;
    },
  };
}
