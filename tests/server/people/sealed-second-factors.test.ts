import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { sql } from "kysely";
import { Secret, TOTP } from "otpauth";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { restoreBackup } from "../../../server/backup/restore-backup.ts";
import { writeBackup } from "../../../server/backup/write-backup.ts";
import { type CampaignDatabase, openCampaignDatabase } from "../../../server/campaign/campaign-database.ts";
import type { RecoveryCodes, SecondFactorOffer } from "../../../server/contract/people.ts";
import type { Problem } from "../../../server/contract/problem.ts";
import { createPeopleStores } from "../../../server/people/create-people-stores.ts";
import { sealStoredSecrets } from "../../../server/people/seal-stored-secrets.ts";
import { createSecretBox } from "../../../server/people/secret-box.ts";
import { STORES, type StorePlace } from "../../fixtures/campaign-stores.ts";
import { jsonOf } from "../../fixtures/json-of.ts";
import { makeServer, type TestServer } from "../../fixtures/make-server.ts";
import { GOOD_PASSWORD, plainPasswords, type SignedIn, signInAs } from "../../fixtures/people.ts";

const [KEY, OTHER] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];

describe.each(STORES)("second factors in a campaign on $store", ({ newPlace }) => {
  let at: StorePlace;
  let database: CampaignDatabase;
  let server: TestServer;
  let person: SignedIn;
  let offer: SecondFactorOffer;
  let recovery: RecoveryCodes;
  let clock: Date;
  beforeEach(async () => {
    at = await newPlace();
    database = await openCampaignDatabase(at.place);
    clock = new Date("2026-03-07T09:00:00Z");
    server = await serverWith(KEY);
    person = await signInAs(server, "director");
    offer = await jsonOf<SecondFactorOffer>(person.send("POST", "/api/me/second-factor", { password: GOOD_PASSWORD }));
    const confirmed = await person.send("PUT", "/api/me/second-factor", { code: code() });
    recovery = await jsonOf<RecoveryCodes>(confirmed);
    clock = new Date("2026-03-07T09:05:00Z");
  });
  afterEach(async () => {
    await server.close();
    await database.destroy();
    await at.leave();
  });

  function serverWith(key: Uint8Array): Promise<TestServer> {
    const people = createPeopleStores(database);
    return makeServer({ people, passwords: plainPasswords, now: () => clock, secrets: createSecretBox([key]) });
  }
  const code = () => TOTP.generate({ secret: Secret.fromBase32(offer.secret), timestamp: clock.getTime() });
  const signIn = (on: TestServer, given: string) =>
    on.request("/api/session?lang=en", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email: person.email, password: GOOD_PASSWORD, code: given }),
    });
  const stored = () => database.selectFrom("accounts").selectAll().execute();

  it("are nowhere in a copy of the store or in a backup, and open with the key", async () => {
    const folder = mkdtempSync(join(tmpdir(), "arpent-copy-"));
    const backup = join(folder, "copy");
    await writeBackup(at.place, backup, { program: "1", now: clock });
    const said = JSON.stringify(await stored()) + gunzipSync(readFileSync(backup)).toString();
    rmSync(folder, { recursive: true });

    expect(said).toContain(person.accountId);
    expect(said).not.toContain(offer.secret);
    expect((await signIn(server, code())).status).toBe(204);
  });

  it("open nowhere else: that is said, recovery codes still let in, and it can be set anew there", async () => {
    const elsewhere = await serverWith(OTHER);
    const refused = await signIn(elsewhere, code());
    const { locked } = await sealStoredSecrets(database, createSecretBox([OTHER]));

    expect(refused.status).toBe(503);
    expect(await jsonOf<Problem>(refused)).toMatchObject({
      error: { code: "no-secret-key", message: /recovery codes.*ARPENT_SECRET_KEY/ },
    });
    expect(locked).toBe(1);
    expect((await signIn(elsewhere, recovery.codes[0] ?? "")).status).toBe(204);
    // The first machine, whose key it is, is as before.
    expect((await signIn(server, code())).status).toBe(204);
    clock = new Date("2026-03-07T09:06:00Z");
    const again = await signInWith(elsewhere, recovery.codes[1] ?? "");
    offer = await jsonOf<SecondFactorOffer>(again("POST", "/api/me/second-factor", { password: GOOD_PASSWORD }));
    expect((await again("PUT", "/api/me/second-factor", { code: code() })).status).toBe(200);
    await elsewhere.close();
  });

  it("that an earlier version stored as they are are sealed at the start, once, and leave nothing in the files", async () => {
    await database
      .updateTable("accounts")
      .set({ totp_secret: offer.secret, totp_sealed: null })
      .where("id", "=", person.accountId)
      .execute();
    const box = createSecretBox([KEY]);

    expect(await Promise.all([1, 2].map(() => sealStoredSecrets(database, box)))).toContainEqual({
      plain: 1,
      locked: 0,
    });
    expect(await sealStoredSecrets(database, box)).toEqual({ plain: 0, locked: 0 });

    expect(JSON.stringify(await stored())).not.toContain(offer.secret);
    expect((await signIn(server, code())).status).toBe(204);
    if (typeof at.place !== "string") return;
    const folder = join(at.place, "..");
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), "latin1"));
    expect(files.some((bytes) => bytes.includes(person.accountId))).toBe(true);
    expect(files.some((bytes) => bytes.includes(offer.secret))).toBe(false);
  });

  it("are sealed anew when the machine has a newer key, beside the one of before", async () => {
    const moved = createSecretBox([OTHER, KEY]);

    expect(await sealStoredSecrets(database, moved)).toEqual({ plain: 0, locked: 0 });

    const only = await serverWith(OTHER);
    expect((await signIn(only, code())).status).toBe(204);
    await only.close();
  });

  it("come back with a backup of an earlier version sealed, before anybody can reach them", async () => {
    const [folder, target] = [mkdtempSync(join(tmpdir(), "arpent-copy-")), await newPlace()];
    await database.updateTable("accounts").set({ totp_secret: offer.secret, totp_sealed: null }).execute();
    await writeBackup(at.place, join(folder, "copy"), { program: "1", now: clock });

    await restoreBackup(join(folder, "copy"), target.place, {
      replaces: false,
      settle: async (campaign) => void (await sealStoredSecrets(campaign, createSecretBox([KEY]))),
    });

    const restored = await openCampaignDatabase(target.place);
    const { rows } = await sql<object>`select * from accounts`.execute(restored);
    await restored.destroy();
    await target.leave();
    rmSync(folder, { recursive: true });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(offer.secret);
  });

  async function signInWith(on: TestServer, given: string) {
    const cookie = (await signIn(on, given)).headers.get("set-cookie")?.split(";")[0] ?? "";
    return (method: string, path: string, body: object) =>
      on.request(path, {
        method,
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify(body),
      });
  }
});
