import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSecretBox } from "../../../server/people/secret-box.ts";
import { openSecretBox, secretKeyFile } from "../../../server/people/secret-keys.ts";

const [KEY, OTHER] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
const SECRET = "JBSWY3DPEHPK3PXP";

describe("what is sealed", () => {
  const box = createSecretBox([KEY]);
  const sealed = box.seal(SECRET, "a1");

  it("opens for its owner with its key, and does not show", () => {
    expect(box.open(sealed, "a1")).toBe(SECRET);
    expect(Buffer.from(sealed.split(".")[2] ?? "", "base64url").toString("latin1")).not.toContain(SECRET);
    expect(box.seal(SECRET, "a1")).not.toBe(sealed);
  });

  it("opens for nobody else, and with no other key", () => {
    expect(box.open(sealed, "a2")).toBeNull();
    expect(createSecretBox([OTHER]).open(sealed, "a1")).toBeNull();
  });

  it.each(["", "1", SECRET, "1.short.AAAA", `${sealed}A`, sealed.slice(0, -2), sealed.slice(0, 20)])(
    "does not open when it is something else: “%s”",
    (text) => {
      expect(box.open(text, "a1")).toBeNull();
    },
  );

  it("does not open when any of its bytes was changed", () => {
    const [version, name, content = ""] = sealed.split(".");
    const bytes = Buffer.from(content, "base64url");
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(box.open(`${version}.${name}.${changed.toString("base64url")}`, "a1")).toBeNull();
    }
  });

  it("opens after a newer key has come, which seals from then on", () => {
    const both = createSecretBox([OTHER, KEY]);

    expect(both.open(sealed, "a1")).toBe(SECRET);
    expect([both.isNewest(sealed), both.isNewest(both.seal(SECRET, "a1"))]).toEqual([false, true]);
  });
});

describe("the key of a machine", () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), "arpent-key-"));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it("is made once, for its owner's eyes alone", () => {
    const sealed = openSecretBox(home, undefined).seal(SECRET, "a1");

    expect(openSecretBox(home, "").open(sealed, "a1")).toBe(SECRET);
    expect(statSync(secretKeyFile(home)).mode & 0o777).toBe(0o600);
    chmodSync(secretKeyFile(home), 0o644);
    openSecretBox(home, undefined);
    expect(statSync(secretKeyFile(home)).mode & 0o777).toBe(0o600);
  });

  it.each(["base64", "base64url", "hex"] as const)(
    "is the one that is given, in %s, and then no file is made",
    (form) => {
      const given = randomBytes(32).toString(form);
      const sealed = openSecretBox(home, ` ${given}\n`).seal(SECRET, "a1");

      expect(openSecretBox(mkdtempSync(join(home, "elsewhere-")), given).open(sealed, "a1")).toBe(SECRET);
      expect(() => readFileSync(secretKeyFile(home))).toThrow(/ENOENT/);
    },
  );

  it("opens what the file sealed before one was given", () => {
    const before = openSecretBox(home, undefined).seal(SECRET, "a1");
    const after = openSecretBox(home, randomBytes(32).toString("base64"));

    expect(after.open(before, "a1")).toBe(SECRET);
    expect(after.isNewest(before)).toBe(false);
  });

  it.each(["secret", "0".repeat(63), randomBytes(31).toString("base64"), randomBytes(33).toString("base64")])(
    "is refused with what to give instead: “%s”",
    (given) => {
      expect(() => openSecretBox(home, given)).toThrow(/openssl rand -base64 32/);
    },
  );

  it("is never replaced when its file is damaged", () => {
    writeFileSync(secretKeyFile(home), "half a k");

    expect(() => openSecretBox(home, undefined)).toThrow(/is no key of Arpent|n’est pas une clé/);
    expect(readFileSync(secretKeyFile(home), "utf8")).toBe("half a k");
  });
});
