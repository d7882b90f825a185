import { percent } from "../../../geodata/findings/finding.ts";
import { territoryPath } from "../../../geodata/territory/territory-folder.ts";
import { verifyTerritoryFile } from "../../../geodata/territory/verify-territory-file.ts";
import { EXIT, type ExitCode, type Terminal, UsageError } from "../../command.ts";
import { readOptions } from "../../command-options.ts";
import { openNamedTerritory } from "../../open-named-territory.ts";
import { englishJson } from "./english-json.ts";
import { findingLines, sourceLines, summaryLines } from "./report-lines.ts";

/** `territory check NAME`: that the file is sound, and what an organizer should know before anyone walks. */
export async function checkTerritory(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const options = readOptions(args, { flags: ["json"] });
  const [name, unexpected] = options.words;
  if (name === undefined) throw new UsageError("territory check needs the name of a territory.");
  if (unexpected !== undefined) throw new UsageError(`territory check takes one name, "${unexpected}" came after.`);
  const territory = openNamedTerritory(name);
  try {
    verifyTerritoryFile(territoryPath(name));
    const { summary } = territory;
    const elections = territory.elections();
    const findings = territory.findings();
    if (options.flag("json")) {
      terminal.out(englishJson({ summary, elections, findings }));
      return EXIT.done;
    }
    const rounds = elections.map(
      ({ id, joinRate, stations, contoursVintage }) =>
        `  ${id}: ${percent(joinRate)} joined${contoursVintage === null ? "" : ` to contours of ${contoursVintage}`}, ${stations} stations`,
    );
    terminal.out(
      [
        ...summaryLines(summary),
        "",
        "Files (read = accepted + rejected + outside):",
        ...summary.sources.flatMap(sourceLines),
        "",
        ...(rounds.length > 0 ? ["Rounds:", ...rounds, ""] : []),
        "Before anyone walks:",
        ...findings.flatMap(findingLines),
      ].join("\n"),
    );
    return EXIT.done;
  } finally {
    territory.close();
  }
}
