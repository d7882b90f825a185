import type { Obstacle } from "../../../server/contract/import-readiness.ts";
import type { ImportState } from "../../../server/contract/imports.ts";
import type { Formats } from "../../i18n/formats.ts";
import type { Translate } from "../../i18n/language.tsx";

/** What passes by itself is told file by file only while it is few. */
const FEW = 2;
const PASSING = ["still-uploading", "still-reading"] as const;

/** What keeps an import from being built, a sentence each. */
export function obstacleWords(
  t: Translate,
  formats: Pick<Formats, "integer">,
  { files }: Pick<ImportState, "files">,
  obstacles: readonly Obstacle[],
): string[] {
  const counted = PASSING.map((code) => ({ code, count: obstacles.filter((one) => one.code === code).length }));
  const many = counted.filter(({ count }) => count > FEW);
  const grouped = many.map(({ code, count }) => t(`imports.obstacles.many.${code}`, formats.integer(count)));
  const single = obstacles.filter((one) => !many.some(({ code }) => code === one.code));
  return [
    ...grouped,
    ...single.map((one) =>
      "fileId" in one
        ? t(`imports.obstacles.${one.code}`, files.find(({ id }) => id === one.fileId)?.name ?? "?")
        : t(`imports.obstacles.${one.code}`),
    ),
  ];
}
