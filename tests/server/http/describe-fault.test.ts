import * as v from "valibot";
import { expect, it } from "vitest";
import { NewOutingSchema } from "../../../server/contract/outings.ts";
import { describeFault } from "../../../server/http/describe-fault.ts";

const OUTING = {
  name: "A",
  day: "2026-03-07",
  startsAt: "14:30",
  meetingPoint: { label: "Here", position: null },
  isPairs: false,
};

it.each([
  [{ day: "2026-13-45" }, "a date such as 2026-03-07"],
  [{ startsAt: "25:99" }, "a time such as 14:30"],
])("says what a text should look like, not by which pattern it was judged: %o", (changes, expected) => {
  const { issues = [] } = v.safeParse(NewOutingSchema, { ...OUTING, ...changes });

  const told = issues.map((issue) => {
    const path = issue.path?.map(({ key }) => String(key));
    return describeFault({ ...issue, path }, "en").message;
  });

  expect(told).toEqual([expect.stringContaining(`expected ${expected}.`)]);
});
