import { describe, expect, it } from "vitest";
import type { Contact } from "../../../server/contract/contacts.ts";
import { changeOfContact, formOfContact } from "../../../web/screens/contacts/contact-form.ts";

const given = { textVersion: "1", givenAt: "2026-03-07T09:00:00Z", withdrawnAt: null };
const ANNE: Contact = {
  ...{ id: "c1", firstName: "Anne", lastName: "", email: "anne@example.org", phone: null },
  ...{ collectedBy: "Zoé", source: "door", collectedAt: given.givenAt, purgeAfter: "2026-12-31" },
  consents: [
    { ...given, purpose: "news", channel: "email" },
    { ...given, purpose: "events", channel: "email", withdrawnAt: "2026-03-08T09:00:00Z" },
  ],
};

describe("what is put right of a contact", () => {
  it("is only what was changed, without spaces around it", () => {
    const form = { ...formOfContact(ANNE), lastName: " Dias ", phone: "06 12 34 56 78" };

    expect(changeOfContact(form, ANNE)).toEqual({
      ok: true,
      change: { lastName: "Dias", phone: "06 12 34 56 78", withdrawn: [] },
      isSame: false,
    });
  });

  it("may be that an address goes, and that a consent is taken back, once", () => {
    const form = { ...formOfContact(ANNE), email: " ", withdrawn: ["news/email", "events/email"] };

    const read = changeOfContact(form, ANNE);

    expect(read).toMatchObject({
      change: { email: null, withdrawn: [{ purpose: "news", channel: "email" }] },
      isSame: false,
    });
  });

  it("is nothing when nothing was changed", () => {
    expect(changeOfContact(formOfContact(ANNE), ANNE)).toMatchObject({ ok: true, isSame: true });
  });

  it.each([
    [{ firstName: " " }, "firstName"],
    [{ email: "anne" }, "email"],
    [{ email: "anne@example" }, "email"],
    [{ phone: "demain" }, "phone"],
    [{ phone: "12" }, "phone"],
  ])("is refused with %o", (part, fault) => {
    expect(changeOfContact({ ...formOfContact(ANNE), ...part }, ANNE)).toEqual({ ok: false, faults: [fault] });
  });
});
