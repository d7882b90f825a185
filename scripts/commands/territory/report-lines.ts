import { percent } from "../../../geodata/findings/finding.ts";
import type { BuildReport } from "../../../geodata/territory/build-options.ts";
import type { Finding, Source, TerritorySummary } from "../../../geodata/territory/territory.ts";
import { exampleIn } from "../../../server/contract/example.ts";

/** A build in words: counts, files, join rates, findings, seconds and memory. */
export function reportLines(report: BuildReport): string[] {
  return [
    ...summaryLines(report.territory),
    "",
    "Files (read = accepted + rejected + outside):",
    ...report.sources.flatMap(sourceLines),
    "",
    ...electionLines(report),
    "Findings:",
    ...report.findings.flatMap(findingLines),
    "",
    "Seconds and peak memory by stage:",
    ...report.stages.map(
      ({ stage, seconds, peakMegabytes }) =>
        `  ${stage.padEnd(10)} ${seconds.toFixed(2).padStart(7)} s ${peakMegabytes.toFixed(0).padStart(6)} MB`,
    ),
    `Built in ${report.seconds.toFixed(1)} s, at most ${report.peakMegabytes.toFixed(0)} MB: ${report.path}`,
  ];
}

export function summaryLines({
  name,
  title,
  version,
  counts,
  hasElevation,
  stationKind,
  isInvented,
}: TerritorySummary): string[] {
  return [
    `${title} (${name}, version ${version}${isInvented ? ", invented" : ""})`,
    `  ${counts.stations} stations (from ${stationKind}), ${counts.elections} rounds of elections`,
    `  ${counts.addresses} addresses, ${counts.addressesOnStreet} on a street, ${counts.doors} doors`,
    counts.pieces === 0
      ? "  no streets: looking, comparing and scoring only; routes, zones and walking need --osm"
      : `  ${counts.walkableKilometres} km of streets, ${counts.nodes} nodes, ${counts.pieces} pieces, ${hasElevation ? "with" : "without"} elevation`,
  ];
}

export function findingLines({ level, text, examples }: Finding): string[] {
  return [
    `  ${level === "warning" ? "!" : "-"} ${text.en}`,
    ...examples.map((example) => `      ${exampleIn("en", example)}`),
  ];
}

export function sourceLines(source: Source): string[] {
  const { role, file, format, vintage, read, accepted, rejected, outside, rejects } = source;
  const when = vintage === null ? "" : ` @${vintage}`;
  return [
    `  ${role}: ${file}${when} (${format}): ${read} = ${accepted} + ${rejected} + ${outside}`,
    ...rejects.flatMap(({ reason, count, examples }) => [
      `      ${reason}: ${count}`,
      ...examples.map((example) => `        ${exampleIn("en", example)}`),
    ]),
  ];
}

function electionLines({ elections }: BuildReport): string[] {
  if (elections.length === 0) return [];
  return [
    "Rounds: rows that found their contour, stations with a result, lowest matched share:",
    ...elections.map(({ id, contoursVintage, rows, matched, joinRate, stations, lowestMatchedShare }) => {
      const rate = percent(joinRate).padStart(7);
      const vintage = contoursVintage === null ? "" : ` contours ${contoursVintage},`;
      return `  ${id.padEnd(14)}${vintage} ${matched}/${rows} ${rate}, ${stations} stations, ${lowestMatchedShare.toFixed(2)}`;
    }),
    "",
  ];
}
