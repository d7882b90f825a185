import type { Random } from "../numbers/random.ts";
import { CAMP_LEANINGS, type Contender, ELECTIONS, type ElectionSpec } from "./election-calendar.ts";
import { createLayeredNoise } from "./noise.ts";
import type { BlockSociety } from "./society.ts";
import type { StationVintage } from "./stations.ts";
import type { Town } from "./town.ts";

export interface StationCount {
  readonly electionId: string;
  readonly number: string;
  readonly registered: number;
  readonly voters: number;
  readonly blank: number;
  readonly nullVotes: number;
  /** In the order of the ballot: contender and votes. */
  readonly votes: readonly { readonly contender: Contender; readonly panel: number; readonly votes: number }[];
}

/** What one block would do, in shares. */
interface BlockChoice {
  readonly registered: number;
  readonly turnout: number;
  /** Of expressed votes, one per contender. */
  readonly shares: readonly number[];
}

/**
 * Votes of every round, counted in the stations of their day. Blocks choose by who lives there; stations count
 * people, so that a small station strays further from its neighbourhood than a large one.
 */
export function holdElections(
  town: Town,
  society: readonly BlockSociety[],
  vintages: readonly StationVintage[],
  seed: number,
  random: Random,
): readonly StationCount[] {
  return ELECTIONS.flatMap((spec) => {
    const vintage = [...vintages].reverse().find(({ year }) => year <= spec.year) ?? vintages[0];
    if (!vintage) return [];
    const first = blockChoices(town, society, spec, seed);
    const firstCount = countRound(
      `${spec.id}_t1`,
      spec.contenders,
      first,
      vintage,
      random.fork(`${spec.id} 1`),
      BLANK_FIRST,
    );
    const [, secondTurnout] = spec.turnout;
    if (secondTurnout === null) return firstCount;
    const finalists = mostVoted(firstCount, spec);
    const second = secondChoices(first, spec, finalists, secondTurnout - spec.turnout[0]);
    const ballot = finalists.flatMap((index) => spec.contenders[index] ?? []);
    return [
      ...firstCount,
      ...countRound(
        `${spec.id}_t2`,
        ballot,
        second,
        vintage,
        random.fork(`${spec.id} 2`),
        ballot.length > 2 ? 0.025 : 0.055,
        spec,
      ),
    ];
  });
}

const BLANK_FIRST = 0.018;
const NULL_SHARE = 0.008;

function blockChoices(town: Town, society: readonly BlockSociety[], spec: ElectionSpec, seed: number): BlockChoice[] {
  const turnoutNoise = createLayeredNoise(seed + 1000, 500, 2);
  const tastes = spec.contenders.map(({ camp, lastName }) => {
    const lasting = createLayeredNoise(seed + 2000 + textNumber(camp), 650, 2);
    const passing = createLayeredNoise(seed + 3000 + textNumber(spec.id + lastName), 450, 2);
    return (point: readonly [number, number]) => 0.42 * lasting(point) + 0.22 * passing(point);
  });
  const lift = Math.log(spec.turnout[0] / (1 - spec.turnout[0]));
  return town.blocks.map(({ middle }, block) => {
    const people = society[block];
    if (!people) throw new RangeError(`no society for block ${block}`);
    const weights = spec.contenders.map(({ camp, strength }, i) => {
      const leaning = CAMP_LEANINGS[camp];
      const taste = tastes[i]?.(middle) ?? 0;
      return Math.exp(
        strength +
          leaning.wealth * people.wealth +
          leaning.centrality * (people.centrality - 0.4) +
          leaning.socialHousing * people.socialHousing +
          taste,
      );
    });
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const logit = lift + 0.3 * people.wealth - 0.62 * people.socialHousing + 0.3 * turnoutNoise(middle) + 0.08;
    const since2017 = (spec.year - 2017) / 7;
    return {
      registered: people.registered * (people.shareIn2017 + (1 - people.shareIn2017) * since2017),
      turnout: 1 / (1 + Math.exp(-logit)),
      shares: weights.map((weight) => weight / total),
    };
  });
}

function mostVoted(count: readonly StationCount[], { contenders, finalists }: ElectionSpec): number[] {
  const totals = contenders.map((contender, index) => ({
    index,
    votes: count.reduce((sum, { votes }) => sum + (votes.find((each) => each.contender === contender)?.votes ?? 0), 0),
  }));
  const best = [...totals].sort((a, b) => b.votes - a.votes).slice(0, finalists);
  return best.map(({ index }) => index).sort((a, b) => a - b);
}

/** Voters of those who are out go to whoever stands nearest, or stay at home the farther away that is. */
function secondChoices(
  first: readonly BlockChoice[],
  spec: ElectionSpec,
  finalists: readonly number[],
  turnoutShift: number,
): BlockChoice[] {
  const place = (index: number) => CAMP_LEANINGS[spec.contenders[index]?.camp ?? "local"].place;
  const transfers = spec.contenders.map((_, from) =>
    finalists.map((to) => {
      if (from === to) return 1;
      return finalists.includes(from) ? 0 : Math.exp(-2.4 * Math.abs(place(from) - place(to)));
    }),
  );
  return first.map(({ registered, turnout, shares }) => {
    const gathered = finalists.map((_, f) =>
      shares.reduce((sum, share, from) => {
        const row = transfers[from] ?? [];
        const total = row.reduce((all, each) => all + each, 0);
        const staying = finalists.includes(from) ? 1 : Math.min(1, 0.35 + Math.max(...row));
        return sum + (share * staying * (row[f] ?? 0)) / total;
      }, 0),
    );
    const total = gathered.reduce((sum, each) => sum + each, 0);
    return {
      registered,
      turnout: Math.min(0.97, Math.max(0.05, turnout * (0.72 + 0.28 * total) + turnoutShift + 0.03)),
      shares: gathered.map((each) => each / total),
    };
  });
}

function countRound(
  electionId: string,
  ballot: readonly Contender[],
  choices: readonly BlockChoice[],
  vintage: StationVintage,
  random: Random,
  blankShare: number,
  firstRound?: ElectionSpec,
): StationCount[] {
  return vintage.stations.map(({ number }, station) => {
    const blocks = choices.filter((_, block) => vintage.stationOfBlock[block] === station);
    const registered = Math.round(blocks.reduce((sum, block) => sum + block.registered, 0));
    const expectedVoters = blocks.reduce((sum, block) => sum + block.registered * block.turnout, 0);
    const voters = drawCount(registered, expectedVoters / registered, random);
    const blank = drawCount(voters, blankShare, random);
    const nullVotes = drawCount(voters - blank, NULL_SHARE, random);
    const expected = ballot.map((_, i) =>
      blocks.reduce((sum, block) => sum + block.registered * block.turnout * (block.shares[i] ?? 0), 0),
    );
    let left = voters - blank - nullVotes;
    let expectedLeft = expected.reduce((sum, each) => sum + each, 0);
    const votes = ballot.map((contender, i) => {
      const mine = expected[i] ?? 0;
      const count = i === ballot.length - 1 ? left : drawCount(left, mine / expectedLeft, random);
      left -= count;
      expectedLeft -= mine;
      return { contender, panel: (firstRound?.contenders ?? ballot).indexOf(contender) + 1, votes: count };
    });
    return { electionId, number, registered, voters, blank, nullVotes, votes };
  });
}

/** A binomial count by its normal approximation, a little wider: people of one street talk to one another. */
function drawCount(trials: number, share: number, random: Random): number {
  const spread = Math.sqrt(Math.max(0, trials * share * (1 - share))) * 1.15;
  return Math.min(trials, Math.max(0, Math.round(trials * share + spread * random.normal())));
}

function textNumber(text: string): number {
  let number = 0;
  for (const letter of text) number = (number * 31 + (letter.codePointAt(0) ?? 0)) % 100_003;
  return number;
}
