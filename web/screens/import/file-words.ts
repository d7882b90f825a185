import { roleOfFile } from "../../../server/contract/import-readiness.ts";
import type { ImportFile } from "../../../server/contract/imports.ts";
import type { ApiProblem } from "../../api/api-problem.ts";
import type { Formats } from "../../i18n/formats.ts";
import type { Translate } from "../../i18n/language.tsx";

/** What a file is, in one line: "Contours de bureaux de vote, 2022, 902 bureaux". */
export function fileWords(t: Translate, formats: Formats, file: Pick<ImportFile, "said" | "description">): string {
  const { said, description } = file;
  const role = roleOfFile(file);
  if (role === null || description === null) return t("imports.notRecognised");
  const isCommunes = description.format === "geojson-communes" && said.columns === null;
  const name = isCommunes
    ? t("imports.communes")
    : description.format === "reu"
      ? t("imports.roll")
      : t(`imports.role.${role}`);
  const vintage = said.vintage ?? description.vintage;
  const rounds = description.elections.length;
  return [
    name + halfWord(t, description.format),
    role === "stations" && vintage !== null ? String(vintage) : null,
    recordWords(t, formats, role, isCommunes, description.records),
    role === "results" && rounds > 1 ? t("imports.rounds", rounds, formats.integer(rounds)) : null,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

function halfWord(t: Translate, format: string): string {
  if (format === "data-gouv-general") return ` (${t("imports.counts")})`;
  return format === "data-gouv-candidates" ? ` (${t("imports.candidates")})` : "";
}

function recordWords(
  t: Translate,
  formats: Formats,
  role: NonNullable<ReturnType<typeof roleOfFile>>,
  isCommunes: boolean,
  records: number | null,
): string | null {
  if (records === null || role === "osm" || role === "elevation") return null;
  const key = isCommunes ? "communes" : role;
  return t(`imports.records.${key}`, records, formats.integer(records));
}

/** Why a file could not be sent, and what to do. */
export function sendingWords(t: Translate, { code, message }: ApiProblem): string {
  if (code === "offline") return t("app.offline");
  if (code === "empty-file") return t("imports.emptyFile");
  if (code === "file-changed") return t("imports.fileChanged");
  return message === "" ? t("imports.fileGone") : message;
}

/** Why a file is not recognised, and what to bring instead. */
export function foreignWords(t: Translate, { description }: Pick<ImportFile, "description">): string {
  switch (description?.format) {
    case "parquet":
    case "pdf":
    case "html":
    case "xml":
    case "json":
      return t(`imports.foreign.${description.format}`);
    case "text":
      return t("imports.foreign.text", description.columns[0] ?? "");
    default:
      return t((description?.columns.length ?? 0) > 1 ? "imports.foreign.columns" : "imports.foreign.other");
  }
}
