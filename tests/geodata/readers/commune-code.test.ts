import { describe, expect, it } from "vitest";
import { communeCode, constituencyCode, departmentCode } from "../../../geodata/readers/commune-code.ts";

describe("the five characters of a commune in result files", () => {
  it.each([
    ["75", "056", "75056"],
    ["1", "4", "01004"],
    ["2a", "004", "2A004"],
    ["75", "75056", "75056"],
    ["29", "29011", "29011"],
    ["", "1004", "01004"],
    ["75", "056SR01", "75056"],
    ["13", "13055AR08", "13055"],
    ["ZB", "209", "97209"],
    ["ZD", "416", "97416"],
    ["ZM", "508", "97608"],
    ["ZP", "14", "98714"],
    ["ZX", "701", "97701"],
    ["ZX", "801", "97801"],
    ["974", "416", "97416"],
    ["ZA", "ZA101", "97101"],
    ["75", "", ""],
  ])("department %j and commune %j make %j", (department, commune, code) => {
    expect(communeCode(department, commune)).toBe(code);
  });

  it("writes departments and constituencies in one manner", () => {
    expect(["1", "01", "2b", "ZN", "976"].map(departmentCode)).toEqual(["01", "01", "2B", "988", "976"]);
    expect(constituencyCode("75", "05")).toBe("7505");
    expect(constituencyCode("1", "4")).toBe("0104");
    expect(constituencyCode("75", "7505")).toBe("7505");
    expect(constituencyCode("ZA", "ZA01")).toBe("97101");
    expect(constituencyCode("75", "")).toBeNull();
  });
});
