import { Hono } from "hono";
import { RetitleSchema } from "../contract/imports.ts";
import { type IsAtMachine, onlyAtMachine } from "../http/at-machine.ts";
import { check } from "../http/check-request.ts";
import { type FirstStepsDeps, firstSteps } from "./first-steps.ts";
import { notAtMachine } from "./import-words.ts";
import { deleteTerritory, renameTerritory, territoryHoldings, type UpkeepDeps } from "./territory-upkeep.ts";

export type UpkeepEndpointsDeps = UpkeepDeps & FirstStepsDeps & { readonly isAtMachine: IsAtMachine };

/** What is done to territories as a whole, and how far this installation is. */
export function upkeepEndpoints(deps: UpkeepEndpointsDeps) {
  const atMachine = onlyAtMachine(deps.isAtMachine, notAtMachine);
  return new Hono()
    .get("/first-steps", async (context) => {
      context.header("Cache-Control", "no-store");
      const steps = await firstSteps(deps);
      const { role, limits } = context.var.actor;
      // A plan may be one that they cannot see.
      const seesAll = limits === null && role !== "lead";
      return context.json(seesAll ? steps : { ...steps, planId: null });
    })
    .get("/territories/:name/holdings", async (context) => {
      context.header("Cache-Control", "no-store");
      return context.json(await territoryHoldings(context.req.param("name"), deps));
    })
    .put("/territories/:name/title", atMachine, check("json", RetitleSchema), async (context) => {
      const { title } = context.req.valid("json");
      return context.json({ summary: await renameTerritory(context.req.param("name"), title, deps) });
    })
    .delete("/territories/:name", atMachine, async (context) => {
      await deleteTerritory(context.req.param("name"), deps);
      return context.body(null, 204);
    });
}
