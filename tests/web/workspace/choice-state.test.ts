import { describe, expect, it } from "vitest";
import type { KeptChoice } from "../../../server/contract/choice-versions.ts";
import type { CampChoice } from "../../../server/contract/scores.ts";
import { type ChoiceAction, type ChoiceState, NO_CHOICE, reduceChoice } from "../../../web/workspace/choice-state.ts";

const kept = (version: number, sides: CampChoice["sides"], name = "Nous"): KeptChoice => ({
  name,
  sides,
  version,
  savedAt: "2026-03-07T09:00:00.000Z",
});
const reached = (actions: readonly ChoiceAction[], from: ChoiceState = NO_CHOICE) => actions.reduce(reduceChoice, from);
const set = (sides: CampChoice["sides"]): ChoiceAction => ({ type: "sides-set", sides });
const loaded: ChoiceAction = { type: "loaded", kept: kept(3, { a: "ours", b: "far" }) };

describe("a campaign's choice on the screen", () => {
  it("waits to be saved after a change, as a version after the one it began from", () => {
    const state = reached([loaded, set({ b: "hostile" })]);

    expect(state).toMatchObject({
      saving: "waiting",
      kept: { version: 3 },
      present: { sides: { a: "ours", b: "hostile" } },
    });
  });

  it("is saved as it is when somebody takes up the starting point, which nobody has saved yet", () => {
    const starting: ChoiceAction = { type: "loaded", kept: { ...kept(0, { a: "ours" }), savedAt: null } };
    const same: ChoiceAction = { type: "replaced", choice: { name: "Nous", sides: { a: "ours" } }, kind: "preset" };

    const state = reached([starting, same]);

    expect(state).toMatchObject({ saving: "waiting", kind: "preset", present: { sides: { a: "ours" } } });
    expect(state.history.past).toEqual([]);
    expect(reached([loaded, { ...same, choice: kept(3, { a: "ours", b: "far" }) }]).saving).toBe("saved");
  });

  it("is saved when the server has all of it, and else waits again", () => {
    const sent = reached([loaded, set({ b: "hostile" }), { type: "save-sent" }]);
    const answer: ChoiceAction = { type: "save-answered", kept: kept(4, { a: "ours", b: "hostile" }) };

    const changedMeanwhile = reached([set({ a: "near" }), answer], sent);

    expect(reached([answer], sent)).toMatchObject({ saving: "saved", kept: { version: 4 } });
    expect(reached([set({ a: "near" })], sent).saving).toBe("sending");
    expect(changedMeanwhile).toMatchObject({
      saving: "waiting",
      kept: { version: 4 },
      present: { sides: { a: "near" } },
    });
  });

  it("stays the same object while it says the same, so that nothing is computed again", () => {
    const sent = reached([loaded, set({ b: "hostile" }), { type: "save-sent" }]);

    const saved = reached([{ type: "save-answered", kept: kept(4, { b: "hostile", a: "ours" }) }], sent);

    expect(saved.present).toBe(sent.present);
    expect(reached([set({ b: "hostile" })], saved)).toBe(saved);
  });

  it("keeps what kind of change it was until that is sent", () => {
    const preset: ChoiceAction = { type: "replaced", choice: { name: "Gauche", sides: { a: "far" } }, kind: "preset" };

    expect(reached([loaded, preset, set({ b: "near" })]).kind).toBe("preset");
    expect(reached([loaded, preset, { type: "save-sent" }, set({ b: "near" })]).kind).toBe("edit");
    expect(reached([loaded, set({ b: "near" }), preset]).kind).toBe("preset");
  });

  it("goes back and forth, each step to be saved in turn", () => {
    const changed = reached([loaded, set({ a: "near" }), set({ a: "far" })]);

    const undone = reached([{ type: "undone" }, { type: "undone" }], changed);
    const redone = reached([{ type: "redone" }], undone);

    expect(undone.present?.sides.a).toBe("ours");
    expect(redone).toMatchObject({ saving: "waiting", present: { sides: { a: "near" } } });
    expect(reached([{ type: "undone" }], undone)).toBe(undone);
  });

  it("takes in what another organizer saved only while nothing waits here, and does not undo it", () => {
    const theirs: ChoiceAction = { type: "loaded", kept: kept(4, { a: "hostile" }) };
    const saved = reached([
      loaded,
      set({ a: "near" }),
      { type: "save-sent" },
      { type: "save-answered", kept: kept(4, { a: "near", b: "far" }) },
    ]);
    const newer = reached([{ type: "loaded", kept: kept(5, { a: "hostile" }) }], saved);

    expect(reached([loaded, set({ a: "near" }), theirs]).present?.sides.a).toBe("near");
    expect(newer.present?.sides).toEqual({ a: "hostile" });
    expect(reached([{ type: "undone" }], newer)).toBe(newer);
  });
});

describe("two choices at once", () => {
  const refused = reached([loaded, set({ b: "hostile" }), { type: "save-sent" }, { type: "save-refused" }]);
  const theirs = kept(5, { a: "near", b: "far", c: "ours" }, "Les autres");
  const known = reached([{ type: "theirs-known", theirs }], refused);

  it("wait for a decision, changes included", () => {
    expect(refused.saving).toBe("conflict");
    expect(reached([set({ a: "far" })], known)).toMatchObject({ saving: "conflict", theirs });
  });

  it("end with theirs, and undo brings mine back", () => {
    const taken = reached([{ type: "conflict-ended", by: "taking-theirs" }], known);

    expect(taken).toMatchObject({ saving: "saved", kept: { version: 5 }, present: { name: "Les autres" } });
    expect(reached([{ type: "undone" }], taken).present).toEqual({ name: "Nous", sides: { a: "ours", b: "hostile" } });
  });

  it("end with mine, saved after theirs", () => {
    const mine = reached([{ type: "conflict-ended", by: "keeping-mine" }], known);

    expect(mine).toMatchObject({
      saving: "waiting",
      kept: { version: 5 },
      present: { sides: { a: "ours", b: "hostile" } },
    });
  });

  it("end as theirs with what was changed here", () => {
    const joined = reached([{ type: "conflict-ended", by: "joining" }], known);

    expect(joined).toMatchObject({ saving: "waiting", kept: { version: 5 } });
    expect(joined.present).toEqual({ name: "Les autres", sides: { a: "near", b: "hostile", c: "ours" } });
  });

  it("are none when both say the same", () => {
    const same = reached([{ type: "theirs-known", theirs: kept(5, { b: "hostile", a: "ours" }) }], refused);

    expect(same).toMatchObject({ saving: "saved", kept: { version: 5 } });
  });
});
