import { describe, expect, it } from "vitest";
import { Cancelled, UnusableFile } from "../../geodata/readers/source-rows.ts";
import { type Command, EXIT, type Terminal, UsageError } from "../../scripts/command.ts";
import { CANCELLED_EXIT, runCommandLine } from "../../scripts/command-line.ts";
import { Refusal } from "../../server/contract/refusal.ts";

describe("the command line", () => {
  it("suggests the nearest command for a slip of the pen, and exits 2", async () => {
    const terminal = recordingTerminal();

    const code = await runCommandLine(["territroy"], terminal);

    expect(code).toBe(EXIT.badInput);
    expect(terminal.said.join("\n")).toContain('Did you mean "territory"?');
  });

  it("prints a command's help without running it", async () => {
    const terminal = recordingTerminal();

    const code = await runCommandLine(["plan", "--help"], terminal, async () => command(() => Promise.reject()));

    expect(code).toBe(EXIT.done);
    expect(terminal.written).toEqual(["how to"]);
  });

  it.each([
    [new UsageError("--minutes is wrong."), EXIT.badInput, "--minutes is wrong."],
    [new UnusableFile("a.csv", { fr: "est vide", en: "is empty" }), EXIT.badInput, "a.csv: is empty"],
    [new Refusal("no-doors", { fr: "Aucune porte.", en: "No door." }), EXIT.badInput, "No door."],
    [new Refusal("nothing-found", { fr: "Rien.", en: "Nothing." }), EXIT.nothingFound, "Nothing."],
    [new Cancelled(), CANCELLED_EXIT, "Cancelled"],
    [new Error("boom"), EXIT.ourFault, "boom"],
  ])("turns %s into exit code %i and a sentence", async (error, expected, sentence) => {
    const terminal = recordingTerminal();

    const code = await runCommandLine(["plan"], terminal, async () => command(() => Promise.reject(error)));

    expect(code).toBe(expected);
    expect(terminal.said.join("\n")).toContain(sentence);
    expect(terminal.written).toEqual([]);
  });
});

function command(run: Command["run"]): Command {
  return { name: "plan", help: "how to", run };
}

function recordingTerminal(): Terminal & { readonly said: string[]; readonly written: string[] } {
  const said: string[] = [];
  const written: string[] = [];
  return {
    said,
    written,
    out: (text) => void written.push(text),
    say: (text) => void said.push(text),
    progress: () => undefined,
    signal: new AbortController().signal,
  };
}
