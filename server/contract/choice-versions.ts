import * as v from "valibot";
import { type CampChoice, CampChoiceSchema, type Side } from "./scores.ts";

const VersionSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Who edits: a random word of the page that sends it, so that one person's quick changes make one version. */
const EditorSchema = v.pipe(v.string(), v.maxLength(64));

/** PUT /api/territories/:name/choice */
export const ChoiceSaveSchema = v.object({
  ...CampChoiceSchema.entries,
  /** Version that the choice was made from, 0 when none was saved. Left out: whatever is the latest. */
  basedOn: v.optional(VersionSchema),
  editor: v.optional(EditorSchema),
  /** "edit" when left out. */
  kind: v.optional(v.picklist(["edit", "preset", "import"])),
});
export type ChoiceSave = v.InferOutput<typeof ChoiceSaveSchema>;

/** POST /api/territories/:name/choice/versions/:version/restore */
export const ChoiceRestoreSchema = v.object({ basedOn: v.optional(VersionSchema), editor: v.optional(EditorSchema) });
export type ChoiceRestore = v.InferOutput<typeof ChoiceRestoreSchema>;

/** GET /api/territories/:name/choice, and what saving and restoring answer. */
export interface KeptChoice extends CampChoice {
  /** Grows with every save; 0 while the campaign has saved none and this is the choice to start from. */
  readonly version: number;
  readonly savedAt: string | null;
}

/** How a version came to be; "restored" is an earlier one taken up again. */
export type ChoiceKind = "edit" | "preset" | "import" | "restored";

/** GET /api/territories/:name/choice/versions: latest first. */
export interface ChoiceVersion {
  readonly version: number;
  readonly name: string;
  readonly savedAt: string;
  readonly kind: ChoiceKind;
  /** The version it was restored from, null for every other kind. */
  readonly restoredFrom: number | null;
  /** Candidates on each side. */
  readonly counts: Readonly<Record<Side, number>>;
}
export interface ChoiceVersionsResponse {
  readonly versions: readonly ChoiceVersion[];
}

/** How many candidates stand on each side. */
export function countSides(sides: CampChoice["sides"]): Readonly<Record<Side, number>> {
  const counts = { ours: 0, near: 0, neutral: 0, far: 0, hostile: 0 };
  for (const side of Object.values(sides)) counts[side] += 1;
  return counts;
}

/** A choice alone, without what a version or a request says besides. */
export function choiceAlone({ name, sides, assumptions, mix }: CampChoice): CampChoice {
  return { name, sides, ...(assumptions ? { assumptions } : {}), ...(mix ? { mix } : {}) };
}

/** Whether two choices say the same of every candidate, under the same name, with the same assumptions and mix. */
export function sameChoice(one: CampChoice, other: CampChoice): boolean {
  const ids = Object.keys(one.sides);
  return (
    one.name === other.name &&
    sameNumbers(one.assumptions, other.assumptions) &&
    sameNumbers(one.mix, other.mix) &&
    ids.length === Object.keys(other.sides).length &&
    ids.every((id) => one.sides[id] === other.sides[id])
  );
}

function sameNumbers(one: object | undefined, other: object | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  const numbers = new Map<string, unknown>(Object.entries(other));
  return Object.entries(one).every(([name, value]) => numbers.get(name) === value);
}
