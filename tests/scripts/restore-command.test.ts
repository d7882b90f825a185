import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openCampaignDatabase } from "../../server/campaign/campaign-database.ts";
import { createPeopleStores } from "../../server/people/create-people-stores.ts";
import { openSecretBox } from "../../server/people/secret-keys.ts";
import { runArpent } from "../fixtures/run-arpent.ts";

const GIVEN = Buffer.alloc(32, 7).toString("base64");

let folder: string;
let backup: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "arpent-restore-"));
  backup = join(folder, "copy.arpent-backup");
  vi.stubEnv("DATABASE_URL", "");
  const home = at("old");
  await somebodyWithASecondStep(home);
  await runArpent("backup", "--out", backup);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe("arpent restore", () => {
  it("says how many second steps open nowhere on a new machine, and what helps", async () => {
    at("new");

    const { code, said } = await runArpent("restore", backup);

    expect(code).toBe(0);
    expect(said).toMatch(/second steps of 1 account were sealed with a key that is not here/);
    expect(said).toMatch(/secret\.key[\s\S]*recovery code[\s\S]*arpent people link/);
  });

  it("says nothing of them where the key is, whether it came as a file or by its variable", async () => {
    vi.stubEnv("ARPENT_SECRET_KEY", GIVEN);
    at("new");

    const { out, said } = await runArpent("restore", backup, "--json");

    expect(JSON.parse(out)).toMatchObject({ lockedSecondFactors: 0 });
    expect(said).not.toContain("second step");
  });

  it("touches nothing when the key is none", async () => {
    vi.stubEnv("ARPENT_SECRET_KEY", "a word");
    at("new");

    const refused = await runArpent("restore", backup);
    vi.stubEnv("ARPENT_SECRET_KEY", GIVEN);
    const after = await runArpent("restore", backup);

    expect([refused.code, after.code]).toEqual([2, 0]);
    expect(refused.said).toContain("openssl rand -base64 32");
  });
});

function at(name: string): string {
  const home = join(folder, name);
  mkdirSync(home, { recursive: true });
  vi.stubEnv("ARPENT_HOME", home);
  return home;
}

async function somebodyWithASecondStep(home: string): Promise<void> {
  const database = await openCampaignDatabase(join(home, "campaign.sqlite"));
  const { accounts, invitations } = createPeopleStores(database);
  const now = new Date("2026-03-07T09:00:00Z");
  const invitation = { id: "i", tokenHash: "t", role: "director", limits: null, name: "", madeBy: null } as const;
  await invitations.add({ ...invitation, madeAt: now.toISOString(), expiresAt: "2026-03-08T09:00:00.000Z" });
  await invitations.accept("t", { id: "a1", email: "a@example.org", name: "A", passwordHash: "" }, now);
  await accounts.offerSecondFactor("a1", openSecretBox(home, GIVEN).seal("JBSWY3DPEHPK3PXP", "a1"));
  await accounts.confirmSecondFactor("a1", now, []);
  await database.destroy();
}
