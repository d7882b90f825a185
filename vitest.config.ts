import solid from "vite-plugin-solid";
import { defineConfig } from "vitest/config";
import { lettersBuild } from "./web/letters/letters-build.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          environment: "node",
          include: ["tests/{geodata,server,scripts,house}/**/*.test.ts"],
          // Two fifths of their time was the same imports for each file: a test file puts back what it changed.
          isolate: false,
          exclude: ["tests/**/*.long.test.ts"],
          globalSetup: ["tests/fixtures/postgres-for-all.ts"],
          testTimeout: 30_000,
        },
      },
      {
        // Seconds each: searches, threads, whole demo towns. Not part of "npm run check".
        test: {
          name: "long",
          environment: "node",
          include: ["tests/{geodata,server,scripts}/**/*.long.test.ts"],
          globalSetup: ["tests/fixtures/postgres-for-all.ts", "tests/fixtures/bundled-program.ts"],
          testTimeout: 30_000,
        },
      },
      {
        plugins: [solid(), lettersBuild()],
        test: {
          name: "web",
          environment: "happy-dom",
          include: ["tests/web/**/*.test.{ts,tsx}"],
          setupFiles: ["tests/web/fresh-page.ts"],
          // Most of their time was a new page and the same imports for each file: a test file takes its page down.
          isolate: false,
        },
      },
      {
        test: {
          name: "real",
          environment: "node",
          include: ["tests/real/**/*.test.ts"],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "journeys",
          environment: "node",
          include: ["tests/journeys/**/*.test.ts"],
          // One browser for each worker, and one reading of the libraries that drive it.
          isolate: false,
          globalSetup: ["tests/journeys/support/shared-program.ts"],
          testTimeout: 400_000,
          hookTimeout: 240_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
