import { resolve } from "node:path";
import { expect, it } from "vitest";
import { fileOf } from "../../web/file-groups.ts";

const id = (path: string) => resolve("web", path);

/** An application of a few modules: what each imports at once, and what later. */
const MODULES: Readonly<Record<string, { readonly at: readonly string[]; readonly later?: readonly string[] }>> = {
  "main.tsx": { at: ["app.tsx", "solid.js"] },
  "app.tsx": { at: ["button.tsx"], later: ["screens/workspace/workspace-screen.tsx", "team.tsx"] },
  "button.tsx": { at: ["solid.js"] },
  "team.tsx": { at: ["table.tsx"] },
  "screens/workspace/workspace-screen.tsx": { at: ["table.tsx", "panel.tsx", "map.ts"], later: ["zones.tsx"] },
  "panel.tsx": { at: ["button.tsx"] },
  "zones.tsx": { at: ["panel.tsx", "zone.tsx"] },
  "field/field-main.tsx": { at: ["solid.js"], later: ["map.ts"] },
};

const bundling = {
  getModuleInfo: (asked: string) => {
    const found = Object.entries(MODULES).find(([path]) => id(path) === asked)?.[1];
    return { importedIds: (found?.at ?? []).map(id), dynamicallyImportedIds: (found?.later ?? []).map(id) };
  },
};
const fileOfPath = (path: string) => fileOf(id(path), bundling);

it("puts what every page begins with in one file, and the workspace with what it has for itself in another", () => {
  expect(["main.tsx", "app.tsx", "button.tsx"].map(fileOfPath)).toEqual(["start", "start", "start"]);
  expect(["screens/workspace/workspace-screen.tsx", "panel.tsx"].map(fileOfPath)).toEqual(["workspace", "workspace"]);
});

it("keeps what the workspace shares with other screens apart: they do not load it", () => {
  expect(fileOfPath("table.tsx")).toBe("shared");
});

it("leaves to the bundler what is loaded later, and everything the phone page needs", () => {
  expect(["team.tsx", "zones.tsx", "zone.tsx"].map(fileOfPath)).toEqual([null, null, null]);
  expect(["solid.js", "map.ts"].map(fileOfPath)).toEqual([null, null]);
});
