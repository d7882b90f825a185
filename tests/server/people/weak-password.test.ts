import { describe, expect, it } from "vitest";
import { createPasswords } from "../../../server/people/passwords.ts";
import { weakPassword } from "../../../server/people/weak-password.ts";

const about = { name: "Camille Dupont-Aigle", email: "camille.d@example.org" };

describe("a password", () => {
  it.each(["court", "onze lettre"])("must have twelve characters: %s", (password) => {
    expect(weakPassword(password, about)?.fr).toContain("au moins 12");
  });

  it.each([
    "motdepasse2024",
    "MotDePasse!!!2027",
    "Passw0rd123456",
    "azertyuiop123",
    "aaaaaaaaaaaaaaaa",
    "123456789012345",
    "camilledupont75",
    "Dupont.Aigle.1987",
    "campagne-2027!!",
    "qsdfghjklm1234",
    "abcabcabcabcabc",
  ])("must be more than what everybody chooses: %s", (password) => {
    expect(weakPassword(password, about)?.en).toContain("too common");
  });

  it.each([
    "correct horse battery",
    "quatre mots sans lien",
    "Tr0ub4dor&3-piano",
    "ééààèèùùôôîîûû",
    "🦊🐢🦉🐙🦔🐌🦋🐞🐝🐬🦀🦑",
  ])("may be anything else: %s", (password) => {
    expect(weakPassword(password, about)).toBeNull();
  });

  it("is kept as Argon2id with the parameters of OWASP, and never found where there is no account", async () => {
    const passwords = createPasswords();
    const hash = await passwords.hash("quatre mots sans lien");

    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwords.isRight("quatre mots sans lien", hash)).toBe(true);
    expect(await passwords.isRight("quatre mots sans liens", hash)).toBe(false);
    expect(await passwords.isRight("nobody has this password", null)).toBe(false);
  });
});
