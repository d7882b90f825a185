import { describe, expect, it } from "vitest";
import { guessElectionId, parseElectionId } from "../../../geodata/readers/election-id.ts";

describe("naming a round", () => {
  it("reads the ids of data.gouv.fr and nothing else", () => {
    expect(parseElectionId("2024_legi_t1")).toEqual({ id: "2024_legi_t1", type: "legislative", year: 2024, round: 1 });
    expect(parseElectionId("2011_cant_t2")?.type).toBe("departmental");
    for (const id of ["2024_legi_t3", "24_legi_t1", "2024_xxxx_t1", "2024_legi", ""])
      expect(parseElectionId(id)).toBeNull();
  });

  it.each([
    ["PR17_BVot_T1_75056.txt.gz", "2017_pres_t1"],
    ["/data/Leg_2017_Resultats_BVT_T2_75056.txt.gz", "2017_legi_t2"],
    ["legislatives-2024-tour-2-bureaux.csv", "2024_legi_t2"],
    ["presidentielle_2022_1er_tour.txt", "2022_pres_t1"],
    ["élections-européennes-2019-bureaux.txt", "2019_euro_t1"],
    ["resultats_2020_muni_t1.csv", "2020_muni_t1"],
    ["2021_dpmt_t2.csv", "2021_dpmt_t2"],
  ])("guesses %s to be %s", (name, id) => {
    expect(guessElectionId(name)).toBe(id);
  });

  it.each([
    "resultats-par-niveau-burvot-t1-france-entiere.txt",
    "resultats_2024_t1.csv",
    "legislatives_2024.csv",
    "presidentielle_2022_t1_t2.csv",
    "presidentielle_legislatives_2022_t1.csv",
  ])("does not guess %s, which leaves something open", (name) => {
    expect(guessElectionId(name)).toBeNull();
  });
});
