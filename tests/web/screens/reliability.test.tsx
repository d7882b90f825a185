import { createRoot, type JSX } from "solid-js";
import { render } from "solid-js/web";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BackTest } from "../../../server/contract/back-test.ts";
import { LiftChart } from "../../../web/charts/lift-chart.tsx";
import { createLanguage, LanguageProvider } from "../../../web/i18n/language.tsx";
import { backTestCsv } from "../../../web/screens/reliability/back-test-csv.ts";
import { CoverageTable } from "../../../web/screens/reliability/coverage-table.tsx";
import { ElectionDetail } from "../../../web/screens/reliability/election-detail.tsx";
import { Glance } from "../../../web/screens/reliability/glance.tsx";
import { IndexTable } from "../../../web/screens/reliability/index-table.tsx";
import { LeftOutList } from "../../../web/screens/reliability/left-out-list.tsx";
import { SignalCards } from "../../../web/screens/reliability/signal-cards.tsx";
import { backTest, backTestReport } from "../workspace/back-test-fixture.ts";

let leave: () => void = () => undefined;
beforeEach(() => localStorage.setItem("arpent.language", "fr"));
afterEach(() => {
  leave();
  document.body.replaceChildren();
});

const NAMES = { name: (id: string) => `${id}, entier`, withoutRound: (id: string) => id };

function show(part: () => JSX.Element): HTMLElement {
  const page = document.createElement("div");
  document.body.append(page);
  leave = render(() => <LanguageProvider>{part()}</LanguageProvider>, page);
  return page;
}

const plain = (text: string | null) => (text ?? "").replace(/[\u00a0\u202f]/g, " ");
const rowsOf = (page: HTMLElement) =>
  [...page.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => plain(cell.textContent)).join(" | "));

describe("the verdict on both scores", () => {
  it("is a word, the server's sentence, and how often it worked", () => {
    const page = show(() => (
      <SignalCards
        report={backTestReport([backTest(), backTest({ rankCorrelation: 0.3, naiveAsGood: "lastResult" })])}
      />
    ));
    const [mobilisation, persuasion] = [...page.querySelectorAll("li")].map((card) => plain(card.textContent));

    expect(mobilisation).toContain("Fiable");
    expect(mobilisation).toContain("Signal fiable.");
    expect(mobilisation).toContain(
      "Sur 2 élections comparables, l’ordre annoncé était bon à 1, faible à 1. Un indice naïf aurait fait aussi bien à 1.",
    );
    expect(persuasion).toContain("Pas de signal");
    expect(persuasion).not.toContain("comparable");
  });
});

describe("all elections at a glance", () => {
  it("say the order in a number and a word, what is set aside, and what a naive index did", () => {
    const opened: string[] = [];
    const report = backTestReport([
      backTest({ target: "2024", isFair: false, rankCorrelation: -0.5, naiveAsGood: "lastResult" }),
      backTest({ target: "2022", naiveAsGood: "abstentionTimesOwn" }),
      backTest({ target: "2022", score: "persuasion", rankCorrelation: 0.1 }),
    ]);
    const page = show(() => (
      <Glance
        report={report}
        elections={NAMES}
        territoryName="demo"
        onOpen={(score, electionId) => opened.push(`${score} ${electionId}`)}
      />
    ));

    expect(rowsOf(page)).toEqual([
      "Élection | Mobilisation | Persuasion",
      "2024 | −0,50 à part Mobilisation, 2024 : voir le détail | non testé",
      "2022 | 0,70 bon naïf aussi bon Mobilisation, 2022 : voir le détail | 0,10 nul Persuasion, 2022 : voir le détail",
    ]);
    page.querySelectorAll("button")[2]?.click();
    expect(opened).toEqual(["persuasion 2022"]);
    expect(page.querySelector("a")?.getAttribute("download")).toBe("fiabilite-demo.csv");
  });
});

describe("one election in detail", () => {
  it("shows the latest of the chosen score until another is picked", () => {
    const tests = [backTest({ target: "2022" }), backTest({ target: "2017", isFair: false })];
    const shown = (electionId: string | null) =>
      plain(
        show(() => (
          <ElectionDetail
            tests={tests}
            elections={NAMES}
            chosen={{ score: "mobilisation", electionId }}
            onChoose={() => undefined}
          />
        )).textContent,
      );

    expect(shown(null)).not.toContain("n’a pas fait voter plus de monde");
    expect(shown("2017")).toContain("n’a pas fait voter plus de monde");
    expect(shown(null)).toContain("2017_pres_t1 et 2019_euro_t1");
  });
});

describe("the table of indexes", () => {
  it("puts the score beside three naive indexes and the best possible", () => {
    expect(rowsOf(show(() => <IndexTable test={backTest()} />))).toEqual([
      "Indice | Ordre | 20 % premiers | Erreur",
      "Le score | 0,70 | 25 %+5,0 pt | 1,2",
      "Dernier résultat | 0,30 | 22 %+2,0 pt | 1,2",
      "Abstention × notre part | 0,50 | 23 %+3,0 pt | 1,2",
      "Même évolution partout | aucun ordre | 20 %0,0 pt | 1,2",
      "Qui saurait tout | 1,00 | 40 %+6,0 pt | 0,0",
    ]);
  });

  it("tells points alone where the camp lost", () => {
    const page = show(() => <IndexTable test={backTest({ meanGain: -0.02 })} />);

    expect(rowsOf(page)[1]).toBe("Le score | 0,70 | +5,0 pt | 1,2");
    expect(plain(page.textContent)).toContain("une part du gain n’a pas de sens ici");
  });

  it("tells the order within constituencies where there are several", () => {
    const test: BackTest = {
      ...backTest(),
      indexes: backTest().indexes.map((result) => ({ ...result, withinConstituency: -0.1 })),
    };

    expect(rowsOf(show(() => <IndexTable test={test} />))[1]).toContain("0,70−0,10 par circo.");
  });
});

describe("the lift curve", () => {
  it("says in words and in a table what it draws", () => {
    const page = show(() => <LiftChart test={backTest()} />);

    expect(plain(page.querySelector("[role=img]")?.getAttribute("aria-label") ?? null)).toContain(
      "le score +5,0 ; dernier résultat +2,0 ; abstention × notre part +3,0 ; qui saurait tout +6,0.",
    );
    expect(rowsOf(page)).toHaveLength(11);
    expect(rowsOf(page)[1]).toBe("10 % | +5,4 | +1,8 | +2,7 | +7,2");
  });
});

describe("the coverage of the intervals", () => {
  it("is told by size of station, with what to make of it", () => {
    expect(rowsOf(show(() => <CoverageTable coverage={backTest().coverage} />))).toEqual([
      "Taille du bureau | Bureaux | Dedans",
      "300 à 599 inscrits | 20 | 70 %trop peu de bureaux pour dire",
      "600 à 899 inscrits | 400 | 81 %tient",
      "900 inscrits et plus | 447 | 70 %trop étroit",
    ]);
  });

  it("is not measured with too few stations", () => {
    expect(plain(show(() => <CoverageTable coverage={null} />).textContent)).toContain("Trop peu de bureaux");
  });
});

describe("results that do not add up", () => {
  it("are listed by election with their station and reason", () => {
    const reason = { fr: "12 voix pour 10 exprimés", en: "12 votes for 10 expressed" };
    const leftOut = [
      { electionId: "2020", stationId: "1", reason },
      { electionId: "2014", stationId: "2", reason },
      { electionId: "2020", stationId: "3", reason },
    ];
    const page = show(() => <LeftOutList leftOut={leftOut} elections={NAMES} stationName={(id) => `École ${id}`} />);

    expect([...page.querySelectorAll("summary")].map(({ textContent }) => plain(textContent))).toEqual([
      "2020, entier : 2 bureaux",
      "2014, entier : 1 bureau",
    ]);
    expect(page.querySelector("li")?.textContent).toBe("École 112 voix pour 10 exprimés");
  });

  it("leave a sentence when there are none", () => {
    expect(show(() => <LeftOutList leftOut={[]} elections={NAMES} stationName={String} />).textContent).toContain(
      "Tous les résultats s’additionnent.",
    );
  });
});

describe("the table to take away", () => {
  it("has a line per election and score, in points, and defuses nothing that is a number", () => {
    const csv = createRoot((dispose) => {
      const { t } = createLanguage();
      const text = backTestCsv([backTest({ meanGain: -0.0123 })], NAMES.name, t, "fr");
      dispose();
      return text;
    });
    const [header, line] = csv.replace("\uFEFF", "").split("\r\n");

    expect(header?.split(";")).toHaveLength(line?.split(";").length ?? 0);
    expect(line).toMatch(/^2022_pres_t1, entier;Mobilisation;oui;2019_euro_t1, entier;867;-1,23;0,7;0,3;0,5;;/);
    expect(line).toContain(";6;1,2;1,2;1,2;1,2;0,8;;");
  });
});
