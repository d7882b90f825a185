import type { Context } from "hono";
import * as v from "valibot";
import { NewZoningSchema, ZoneEditSchema } from "../contract/drawn-zones.ts";
import type { Limits } from "../contract/people.ts";
import { PlanRequestSchema } from "../contract/plan.ts";
import type { LimitRule } from "./access-table.ts";
import {
  type LimitsDeps,
  outingWithin,
  planWithin,
  selectionsWithin,
  zoneEditWithin,
  zoningWithin,
} from "./within-limits.ts";

const NewOutingPlan = v.object({ planId: v.string() });

export interface AskedEndpoint {
  readonly context: Context;
  /** Part of the address by its name in the endpoint's pattern. */
  readonly param: (name: string) => string;
}

/**
 * Whether what a request touches lies within the limits of whoever asks. A body that its endpoint cannot read either is left
 * for the endpoint to refuse.
 */
export async function liesWithin(
  { context, param }: AskedEndpoint,
  rule: LimitRule,
  limits: Limits,
  deps: LimitsDeps,
): Promise<boolean> {
  switch (rule) {
    case "everywhere":
      return false;
    case "new-plan": {
      const body = await bodyAs(context, PlanRequestSchema);
      if (body === null) return true;
      const [isWithin = false] = await selectionsWithin(limits, param("name"), [body.selection], deps);
      return isWithin;
    }
    case "plan":
      return planWithin(limits, param("planId"), deps);
    case "new-zoning": {
      const body = await bodyAs(context, NewZoningSchema);
      return body === null || body.copyOf === null || zoningWithin(limits, body.copyOf, deps);
    }
    case "zoning":
      return zoningWithin(limits, param("zoningId"), deps);
    case "zone-edit": {
      const body = await bodyAs(context, ZoneEditSchema);
      return body === null || zoneEditWithin(limits, param("zoningId"), body, deps);
    }
    case "new-outing": {
      const body = await bodyAs(context, NewOutingPlan);
      return body === null || planWithin(limits, body.planId, deps);
    }
    case "outing":
      return outingWithin(limits, param("outingId"), deps);
  }
}

async function bodyAs<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema> | null> {
  const body: unknown = await context.req.json().catch(() => null);
  const parsed = v.safeParse(schema, body);
  return parsed.success ? parsed.output : null;
}
