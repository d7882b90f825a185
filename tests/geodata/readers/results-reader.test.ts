import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readResults } from "../../../geodata/readers/results-reader.ts";
import { UnusableFile } from "../../../geodata/readers/source-rows.ts";
import { englishExample } from "../../fixtures/english-examples.ts";
import { sourceFile } from "./source-file.ts";

const GENERAL =
  "id_election;id_brut_miom;code_departement;code_commune;code_circonscription;code_bv;inscrits;abstentions;votants;blancs;nuls;exprimes";
const CANDIDATES =
  "id_election;id_brut_miom;code_departement;code_commune;code_bv;no_panneau;voix;nuance;nom;prenom;liste";
const MINISTRY_2017 =
  "Code du département;Libellé du département;Code de la circonscription;Libellé de la circonscription;Code de la commune;Libellé de la commune;Code du b.vote;Inscrits;Abstentions;% Abs/Ins;Votants;% Vot/Ins;Blancs;% Blancs/Ins;% Blancs/Vot;Nuls;% Nuls/Ins;% Nuls/Vot;Exprimés;% Exp/Ins;% Exp/Vot;N°Panneau;Sexe;Nom;Prénom;Voix;% Voix/Ins;% Voix/Exp";

function generalRow(counts: string, { election = "2014_euro_t1", commune = "75056", station = "0309" } = {}): string {
  return `${election};${commune}_${station};75;${commune};7501;${station};${counts}`;
}

async function resultsOf(lines: readonly string[], options = {}, name = "general_results.csv") {
  return readResults(await sourceFile(name, `${lines.join("\n")}\n`), options);
}

/** What is said of a bad row between two good ones. */
async function faultOf(counts: string, where = {}) {
  const good = generalRow("1532;729;803;3;3;797");
  const other = generalRow("100;50;50;0;0;50", { station: "0310" });
  const { rows, ...facts } = await resultsOf([GENERAL, good, generalRow(counts, { station: "0400", ...where }), other]);
  expect(rows.map(({ number }) => number)).toEqual(["0309", "0310"]);
  expect(facts).toMatchObject({ read: 3, accepted: 2, rejected: 1, outside: 0 });
  return englishExample(facts.rejects[0]);
}

describe("reading the aggregated results of data.gouv.fr", () => {
  it("reads the counts of stations; blank votes published with null ones stay unknown", async () => {
    const { kind, format, rows } = await resultsOf([GENERAL, generalRow("1532;729;803;;6;797")]);

    expect([kind, format]).toEqual(["general", "data-gouv-general"]);
    expect(rows).toEqual([
      {
        electionId: "2014_euro_t1",
        communeCode: "75056",
        number: "0309",
        constituency: "7501",
        registered: 1532,
        abstentions: 729,
        voters: 803,
        blank: null,
        nullVotes: 6,
        expressed: 797,
        candidates: [],
        file: "general_results.csv",
        line: 2,
      },
    ]);
  });

  it("reads the votes of candidates, and of lists without a name", async () => {
    const { kind, rows } = await resultsOf([
      CANDIDATES,
      '2017_legi_t1;75056_1701;75;75056;1701;7;15;DVD;"JAMIN\n Anne-Charlotte";;',
      "2019_euro_t1;75056_1701;75;75056;1701;1;12;;MACRON;Emmanuel;",
      "2019_euro_t1;75056_1701;75;75056;1701;2;3;LDIV;;;LISTE CITOYENNE",
      "2019_euro_t1;75056_1701;75;75056;1701;3;0;;;;",
    ]);

    expect(kind).toBe("candidates");
    expect(rows).toMatchObject([
      { name: "JAMIN Anne-Charlotte", panel: 7, votes: 15, nuance: "DVD", list: null, line: 2 },
      { name: "Emmanuel MACRON", votes: 12, nuance: null, line: 4 },
      { name: "LISTE CITOYENNE", list: "LISTE CITOYENNE", votes: 3 },
      { name: "n° 3", votes: 0 },
    ]);
  });

  it("reads the earlier titles of the same files", async () => {
    const header =
      "id_election;id_brut_miom;Code du département;Code de la commune;Code du b.vote;Inscrits;Abstentions;Votants;Blancs;Nuls;Exprimés";

    const { kind, rows } = await resultsOf([header, "2022_pres_t1;97101_0001;ZA;101;0001;500;100;400;5;5;390"]);

    expect(kind).toBe("general");
    expect(rows[0]).toMatchObject({ communeCode: "97101", number: "0001", registered: 500 });
  });

  it("counts the rows of other communes and rounds as outside, without looking at their figures", async () => {
    const lines = [
      GENERAL,
      generalRow("1532;729;803;;6;797"),
      generalRow("1532;729;803;;6;797", { election: "2012_pres_t1" }),
      generalRow("x;y;z;;;", { commune: "69123" }),
    ];

    const facts = await resultsOf(lines, {
      electionId: "2014_euro_t1",
      keepCommune: (code: string) => code === "75056",
    });

    expect(facts).toMatchObject({ read: 3, accepted: 1, rejected: 0, outside: 2 });
  });

  it.each([
    ["1532;729;80x;;6;797", 'column "votants" holds "80x"; expected a whole number'],
    ["1532;729;-803;;6;797", 'column "votants" holds "-803"'],
    [";729;803;;6;797", 'column "inscrits" holds ""'],
    ["1532;729;803;;n/a;797", 'column "nuls" holds "n/a"'],
    ["500;0;803;;6;797", "line 3 (station 75056_0400, 2014_euro_t1): 803 voters; expected at most the 500 registered"],
    ["1532;729;803;;6;900", "900 votes expressed; expected at most the 803 voters"],
    ["0;0;0;0;0;0", "0 registered voters"],
    ["1532;729;803", "general_results.csv, line 3: 9 fields; expected 12"],
  ])("rejects %s", async (counts, sentence) => {
    expect(await faultOf(counts)).toContain(sentence);
  });

  it("rejects a row whose election or station nobody can tell", async () => {
    expect(await faultOf("10;5;5;;0;5", { election: "2014" })).toContain(
      'names the election "2014"; expected year_type_round',
    );
    expect(await faultOf("10;5;5;;0;5", { station: "" })).toContain('station ""; expected both');
  });

  it("rejects a station that stands twice in a round, padded or not, and names the first line", async () => {
    const lines = [GENERAL, generalRow("10;5;5;;0;5"), generalRow("10;5;5;;0;5", { station: "309" })];

    const { rejects, accepted } = await resultsOf(lines);

    expect(accepted).toBe(1);
    expect(englishExample(rejects[0])).toContain(
      "line 3 (station 75056_309, 2014_euro_t1): the station already has line 2",
    );
  });

  it("keeps, and notes, counts that merely do not add up", async () => {
    const { accepted, notes } = await resultsOf([
      GENERAL,
      generalRow("1532;700;803;;6;797"),
      generalRow("1532;729;803;1;1;797", { station: "0310" }),
    ]);

    expect(accepted).toBe(2);
    expect(notes.map(({ reason }) => reason)).toEqual(["abstentions-do-not-add-up", "blank-and-null-do-not-add-up"]);
  });
});

describe("reading the files of the Ministry", () => {
  const start =
    "75;Paris;01;1ère circonscription;056;Paris;0101;1079;153;14,18;926;85,82;6;0,56;0,65;6;0,56;0,65;914;84,71;98,70";
  const two = "1;M;DUPONT-AIGNAN;Nicolas;500;1,58;1,86;2;F;LE PEN;Marine;414;4,54;5,36";

  it("reads one block of candidates in the header and many in the rows, in ISO-8859-1 with CRLF", async () => {
    const path = await sourceFile(
      "PR17_BVot_T1.txt",
      iconv.encode(`${MINISTRY_2017}\r\n${start};${two}\r\n`, "latin1"),
    );

    const { kind, format, rows } = await readResults(path);

    expect([kind, format]).toEqual(["complete", "ministry-repeated-block"]);
    expect(rows[0]).toMatchObject({
      electionId: "2017_pres_t1",
      communeCode: "75056",
      number: "0101",
      constituency: "7501",
      registered: 1079,
      blank: 6,
      nullVotes: 6,
      candidates: [
        { panel: 1, name: "Nicolas DUPONT-AIGNAN", votes: 500 },
        { panel: 2, name: "Marine LE PEN", votes: 414 },
      ],
    });
  });

  it("reads the layout of 2022 with overseas letters and short codes", async () => {
    const row =
      "ZD;La Réunion;3;3ème circonscription;411;Saint-Denis;12A;100;20;20,00;80;80,00;1;1,00;1,25;1;1,00;1,25;78;78,00;97,50;1;F;ARTHAUD;Nathalie;78;78,00;100,00";
    const path = await sourceFile(
      "resultats-par-niveau-burvot-t1-france-entiere.txt",
      iconv.encode(`${MINISTRY_2017}\n${row}\n`, "latin1"),
    );

    const { rows } = await readResults(path, { electionId: "2022_pres_t1" });

    expect(rows[0]).toMatchObject({
      communeCode: "97411",
      number: "12A",
      constituency: "97403",
      electionId: "2022_pres_t1",
    });
  });

  it("reads numbered blocks with empty ones behind, quoted or not, with and without padding", async () => {
    const block = (n: number) =>
      `Numéro de panneau ${n};Nuance candidat ${n};Nom candidat ${n};Prénom candidat ${n};Sexe candidat ${n};Voix ${n};% Voix/inscrits ${n};% Voix/exprimés ${n};Elu ${n}`;
    const header = `Code département;Libellé département;Code commune;Libellé commune;Code BV;Inscrits;Votants;% Votants;Abstentions;% Abstentions;Exprimés;% Exprimés/inscrits;% Exprimés/votants;Blancs;% Blancs/inscrits;% Blancs/votants;Nuls;% Nuls/inscrits;% Nuls/votants;${block(1)};${block(2)};${block(3)}`;
    const plain = `29;Finistère;29011;Bohars;1;997;787;78,94%;210;21,06%;776;77,83%;98,60%;8;0,80%;1,02%;3;0,30%;0,38%;1;ENS;BRÉHIER;Tristan;MASCULIN;776;17,25%;22,16%;;${";".repeat(17)}`;
    const quoted = `"29";Finistère;"29011";Bohars;"0002";997;779;"78,13%";218;"21,87%";770;"77,23%";"98,84%";5;"0,50%";"0,64%";4;"0,40%";"0,51%";3;DVC;LARSONNEUR;"Jean-Charles";MASCULIN;400;"36,41%";"47,14%";;7;UG;CADALEN;"Pierre-Yves";MASCULIN;370;"26,08%";"33,77%";élu;;;;;;;;;`;

    const { format, rows, rejected } = await resultsOf([header, plain, quoted], {}, "legislatives_2024_t2.csv");

    expect(rejected).toBe(0);
    expect(format).toBe("ministry-numbered-blocks");
    expect(rows).toMatchObject([
      { number: "1", candidates: [{ name: "Tristan BRÉHIER", nuance: "ENS", votes: 776 }] },
      {
        number: "0002",
        candidates: [{ name: "Jean-Charles LARSONNEUR" }, { name: "Pierre-Yves CADALEN", votes: 370 }],
      },
    ]);
  });

  it.each([
    [
      "a block cut short",
      "1;M;DUPONT-AIGNAN;Nicolas;500;1,58;1,86;2;F;LE PEN",
      "31 fields; expected 21 and then 7 for each candidate",
    ],
    ["no candidate at all", "", "22 fields; expected 21 and then 7"],
    [
      "votes that are no number",
      "1;M;DUPONT-AIGNAN;Nicolas;cinq;1,58;1,86",
      '"Nicolas DUPONT-AIGNAN" has "cinq" votes',
    ],
    ["a candidate twice", "1;M;A;B;5;1;1;1;M;A;B;5;1;1", '"B A" stands twice'],
    ["votes for nobody", ";M;;;5;1;1", "5 votes for nobody"],
    [
      "more votes than were expressed",
      "1;M;A;B;900;1;1;2;F;C;D;15;1;1",
      "the candidates have 915 votes together; expected the 914 expressed",
    ],
  ])("rejects %s", async (_, candidates, sentence) => {
    const good = `${start.replace(";0101;", ";0102;")};${two}`;

    const { accepted, rejects } = await resultsOf(
      [MINISTRY_2017, good, `${start};${candidates}`],
      {},
      "2017_pres_t1.txt",
    );

    expect(accepted).toBe(1);
    expect(englishExample(rejects[0])).toContain("line 3 (station 75056_0101, 2017_pres_t1)");
    expect(englishExample(rejects[0])).toContain(sentence);
  });

  it("lets a voter of a small commune tick several names, before 2026", async () => {
    const several = `${start};1;M;A;B;900;1;1;2;F;C;D;800;1;1`;

    const before = await resultsOf([MINISTRY_2017, several], {}, "2014_muni_t1.txt");

    expect(before.accepted).toBe(1);
    await expect(resultsOf([MINISTRY_2017, several], {}, "2026_muni_t1.txt")).rejects.toThrow(
      "the candidates have 1700 votes",
    );
  });
});

describe("refusing a whole file of results", () => {
  it.each([
    ["whose round nobody can tell", `${MINISTRY_2017}\n`, "add it after the name, e.g. @2024_legi_t1"],
    [
      "with the header of another file",
      "id;numero;nom_voie;code_insee;lon;lat\n",
      "holds addresses (BAN or REU, CSV), format ban; expected election results",
    ],
    ["with an unknown header", "a;b;c\n1;2;3\n", 'has the columns "a, b, c"'],
    [
      "that is contours",
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"codeBureauVote":"75056_0101"}}]}',
      "holds the contours of polling stations",
    ],
    ["that is Parquet", "PAR1\0\0\0\0", "holds a Parquet file, which is not read; take the CSV"],
  ])("%s", async (_, content, sentence) => {
    const path = await sourceFile("given.csv", content);

    await expect(readResults(path)).rejects.toThrow(UnusableFile);
    await expect(readResults(path)).rejects.toThrow(sentence);
  });

  it("with an election that is none", async () => {
    await expect(resultsOf([MINISTRY_2017], { electionId: "2024" })).rejects.toThrow('"2024" names no round');
  });
});
