import { expect, it } from "vitest";
import { onRemembered } from "../../../web/design/remembered.ts";

const tell = (key: string, newValue: string | null) =>
  window.dispatchEvent(new StorageEvent("storage", { key, newValue }));

it("hears what another window remembers under the same key, until it stops", () => {
  const heard: (string | null)[] = [];
  const stop = onRemembered("language", (value) => heard.push(value));

  tell("arpent.language", "en");
  tell("arpent.theme", "dark");
  tell("arpent.language", null);
  stop();
  tell("arpent.language", "fr");

  expect(heard).toEqual(["en", null]);
});
