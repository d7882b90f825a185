import { expect, it } from "vitest";
import { readChoiceFile, writeChoiceFile } from "../../../web/workspace/choice-file.ts";

const HERE = new Set(["a", "b"]);

it("reads what it has written, weights and assumptions with it, and writes nothing of versions", () => {
  const choice = {
    name: "Nous",
    sides: { a: "ours", b: "hostile" },
    assumptions: {
      conversationsPerDoor: 0.25,
      votersPerConversation: 1.5,
      mobilisationEffect: 0.03,
      persuasionEffect: 0.01,
    },
    mix: { mobilisation: 1, persuasion: 0.5, priority: 0.3, second: 0.6 },
  } as const;

  const text = writeChoiceFile({ ...choice, ...{ version: 3, savedAt: null } });

  expect(readChoiceFile(text, HERE)).toEqual({ ok: true, choice, known: 2, unknown: 0 });
  expect(JSON.parse(text)).toEqual(choice);
});

it("leaves out the candidates of other territories, and counts them", () => {
  const text = JSON.stringify({ name: "Ailleurs", sides: { a: "far", x: "ours", y: "near" } });

  expect(readChoiceFile(text, HERE)).toMatchObject({ choice: { sides: { a: "far" } }, known: 1, unknown: 2 });
});

it("says why a file cannot be used", () => {
  const reasonOf = (text: string) => {
    const reading = readChoiceFile(text, HERE);
    return reading.ok ? "ok" : reading.reason;
  };

  expect(reasonOf("not json")).toBe("unreadable");
  expect(reasonOf('{"type":"FeatureCollection"}')).toBe("other-shape");
  expect(reasonOf('{"name":"x","sides":{"a":"enemy"}}')).toBe("other-shape");
  expect(reasonOf('{"name":"x","sides":{"z":"ours"}}')).toBe("other-territory");
  expect(reasonOf('{"name":"x","sides":{}}')).toBe("ok");
});
