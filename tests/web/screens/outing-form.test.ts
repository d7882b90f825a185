import { describe, expect, it } from "vitest";
import { nextSaturday, type OutingForm, readOutingForm } from "../../../web/screens/outings/outing-form.ts";
import { type ReplanForm, readReplanForm } from "../../../web/screens/outings/replan-form.ts";

const FORM: OutingForm = {
  ...{ name: " Samedi ", day: "2026-03-07", startsAt: "14:30:00", place: "", isPairs: true, script: "" },
  ...{ openHours: "1,5", leadAccountId: "anne" },
};

describe("the form of an outing", () => {
  it("is read as it is meant: spaces, seconds and a decimal comma forgiven", () => {
    expect(readOutingForm(FORM)).toMatchObject({
      ok: true,
      said: { name: "Samedi", startsAt: "14:30", openHours: 1.5, leadAccountId: "anne" },
    });
  });

  it.each([
    [{ name: "  " }, "missingName"],
    [{ day: "" }, "missingDay"],
    [{ startsAt: "" }, "missingDay"],
    [{ openHours: "" }, "invalidHours"],
    [{ openHours: "200" }, "invalidHours"],
    [{ openHours: "un" }, "invalidHours"],
  ])("says what is wrong with %o", (part, reason) => {
    expect(readOutingForm({ ...FORM, ...part })).toEqual({ ok: false, reason });
  });

  it("begins with the next Saturday, or today when it is one", () => {
    expect(nextSaturday(new Date(2026, 10, 26))).toBe("2026-11-28");
    expect(nextSaturday(new Date(2026, 10, 28, 23, 59))).toBe("2026-11-28");
    expect(nextSaturday(new Date(2026, 11, 27))).toBe("2027-01-02");
  });
});

describe("who goes on", () => {
  const form = (part: Partial<ReplanForm>): ReplanForm => ({
    present: new Set(["a", "b"]),
    ...{ newcomers: "0", minutes: "", minutesByRoute: {}, movesBegun: false },
    ...part,
  });

  it("is read with the minutes of those who go on alone", () => {
    const minutesByRoute = { a: "30", c: "45" };

    expect(readReplanForm(form({ minutesByRoute, newcomers: "2" }))).toEqual({
      ok: true,
      asked: { present: ["a", "b"], newcomers: 2, minutesByRoute: { a: 30 }, movesBegun: false },
    });
  });

  it.each([
    [{ present: new Set<string>() }, "nobody"],
    [{ newcomers: "-1" }, "newcomers"],
    [{ newcomers: "1,5" }, "newcomers"],
    [{ minutes: "1" }, "minutes"],
    [{ minutesByRoute: { b: "dix" } }, "minutes"],
  ])("says what is wrong with %o", (part, reason) => {
    expect(readReplanForm(form(part))).toEqual({ ok: false, reason });
  });

  it("may be newcomers alone", () => {
    expect(readReplanForm(form({ present: new Set(), newcomers: "1" }))).toMatchObject({ ok: true });
  });
});
