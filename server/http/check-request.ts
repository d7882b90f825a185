import { sValidator } from "@hono/standard-validator";
import type { ValidationTargets } from "hono";
import type { GenericSchema } from "valibot";
import { InvalidRequest } from "./invalid-request.ts";

/** Parses one part of a request with a schema, or throws InvalidRequest with every fault. */
export function check<Target extends keyof ValidationTargets, Schema extends GenericSchema>(
  target: Target,
  schema: Schema,
) {
  return sValidator(target, schema, (result): void => {
    if (!result.success) throw new InvalidRequest(result.error);
  });
}
