import { describe, expect, it } from "vitest";
import { closingTime, localInstant, shiftedClosing } from "../../../server/outings/outing-hours.ts";

describe("the hours of an outing", () => {
  it.each([
    ["2026-03-07", "14:30", "Europe/Paris", "2026-03-07T13:30:00.000Z"],
    ["2026-07-07", "14:30", "Europe/Paris", "2026-07-07T12:30:00.000Z"],
    ["2026-03-07", "14:30", "Indian/Reunion", "2026-03-07T10:30:00.000Z"],
    ["2026-03-07", "00:10", "America/Cayenne", "2026-03-07T03:10:00.000Z"],
    ["2026-03-29", "12:00", "Europe/Paris", "2026-03-29T10:00:00.000Z"],
  ])("reads %s %s on clocks of %s", (day, clock, zone, instant) => {
    expect(localInstant(day, clock, zone).toISOString()).toBe(instant);
  });

  it("closes some hours after the beginning, and as many when it is moved", () => {
    const closesAt = closingTime("2026-03-07", "14:30", 12, "Europe/Paris").toISOString();
    expect(closesAt).toBe("2026-03-08T01:30:00.000Z");

    const [before, after] = [
      { day: "2026-03-07", startsAt: "14:30" },
      { day: "2026-03-08", startsAt: "10:00" },
    ];
    expect(shiftedClosing(closesAt, before, after).toISOString()).toBe("2026-03-08T21:00:00.000Z");
  });
});
