import { expect, it } from "vitest";
import { createBellTower } from "../../../server/campaign/bells.ts";
import type { Actor } from "../../../server/people/actor.ts";
import { PEOPLE_BELL } from "../../../server/people/people-deps.ts";
import { untilRevoked } from "../../../server/people/until-revoked.ts";

const DIRECTOR: Actor = {
  ...{ kind: "account", accountId: "ana", sessionId: "session", name: "Ana", role: "director", limits: null },
};

it("a stream ends with its session, also when that ends while an earlier change is looked at", async () => {
  const bells = createBellTower();
  let isThere = true;
  let looks = 0;
  const sessions = {
    async exists() {
      const found = isThere;
      if (looks++ === 0) {
        isThere = false;
        bells.ring(PEOPLE_BELL);
      }
      return found;
    },
  };
  const people = { sessions, accounts: { exists: async () => true } };
  const ended = new AbortController();
  const revoked = untilRevoked(DIRECTOR, async () => {}, ended.signal, { bells, people });

  bells.ring(PEOPLE_BELL);
  await new Promise((resolve) => setTimeout(resolve, 20));

  expect([revoked.aborted, looks]).toEqual([true, 2]);
  ended.abort();
});
