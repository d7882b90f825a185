import { describe, expect, inject, it } from "vitest";
import { mulberry32 } from "../../geodata/numbers/mulberry32.ts";
import { openBenchStore } from "../../scripts/benches/field/bench-store.ts";
import { crashRun } from "../../scripts/benches/field/crash-run.ts";

const stores = [undefined, ...(inject("postgresUrl") === null ? [] : ["own"])];

// Most of it is waiting for a server that starts: both stores wait at the same time.
describe.concurrent.each(stores)("with --postgres %s", (postgres) => {
  it("stores exactly once what phones were told is stored, however often the server is killed", async () => {
    const store = await openBenchStore(postgres);

    const figures = await crashRun(store, {
      program: inject("program"),
      phones: 20,
      kills: 5,
      chance: mulberry32(7),
      progress: () => {},
    });
    await store.leave();

    expect(figures.made).toBeGreaterThan(50);
    expect(figures).toMatchObject({
      acknowledged: figures.made,
      stored: figures.made,
      lost: 0,
      duplicated: 0,
      unknown: 0,
      refused: 0,
      outingsWithGaps: 0,
      wrongReports: 0,
      kills: 5,
    });
    expect(figures.acknowledgedInALife.fewest).toBeGreaterThan(0);
    expect(figures.outstandingAtLastKill).toBeGreaterThan(0);
    expect(figures.acknowledgedAfterLastKill).toBeLessThan(figures.made / 2);
    expect(figures.killsWithRequestsUnderWay).toBeGreaterThan(0);
    expect(figures.postgresCrashes + figures.diskFilled).toBe(1);
  }, 180_000);
});
