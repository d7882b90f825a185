import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { FieldEventSchema } from "../../../server/contract/field-events.ts";
import { EMPTY_CONTACT, hasTick, readContact, withTick } from "../../../web/field/walk/contact-form.ts";
import { AT } from "./field-town.ts";

const filled = { ...EMPTY_CONTACT, firstName: "Andrée", email: "andree@example.org", phone: "06 12 34 56 78" };

describe("the consent form", () => {
  it("has nothing ticked before, and asks for a tick", () => {
    expect(EMPTY_CONTACT.consents).toEqual([]);
    expect(readContact(filled, "n1")).toEqual({ ok: false, need: "needTick" });
  });

  it("keeps a tick per purpose and channel apart", () => {
    const ticked = withTick(withTick(filled, "news", "email", true), "events", "text", true);

    expect(hasTick(ticked, "news", "email")).toBe(true);
    expect(hasTick(ticked, "events", "email")).toBe(false);
    expect(withTick(ticked, "news", "email", false).consents).toEqual([{ purpose: "events", channel: "text" }]);
  });

  it("writes only the details that a tick needs, in a shape the server takes", () => {
    const reading = readContact(withTick(filled, "news", "email", true), "n1");

    if (!reading.ok) throw new Error(reading.need);
    expect(reading.saying).toMatchObject({ email: "andree@example.org", phone: null, noticeVersion: "n1" });
    expect(v.is(FieldEventSchema, { ...reading.saying, id: "contact-00000000", at: AT })).toBe(true);
  });

  it("asks for what a ticked channel lacks", () => {
    const byText = withTick({ ...filled, phone: "12" }, "news", "text", true);
    const byEmail = withTick({ ...filled, email: "andree" }, "news", "email", true);

    expect(readContact(byText, "n1")).toEqual({ ok: false, need: "needPhone" });
    expect(readContact(byEmail, "n1")).toEqual({ ok: false, need: "needEmail" });
    expect(readContact({ ...byText, firstName: " " }, "n1")).toEqual({ ok: false, need: "needName" });
  });
});
