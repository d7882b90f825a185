import type { Page } from "playwright-core";
import { fr } from "../../../web/i18n/fr.ts";

/** What a page needs that copies links and reads what it copied. */
export const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** Opens the palette, types, and takes the first thing found. */
export async function command(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: fr.search.palette });
  await palette.getByRole("combobox").fill(text);
  await palette.getByRole("option", { selected: true }).filter({ hasText: /./ }).waitFor();
  await page.keyboard.press("Enter");
  await palette.waitFor({ state: "detached" });
}

/** Copies the link to what is seen, and reads it. */
export async function copiedLink(page: Page): Promise<string> {
  await command(page, "copier le lien");
  await page.getByText(fr.search.link.copied).waitFor();
  const link = await page.evaluate<string>("navigator.clipboard.readText()");
  await page.getByText(fr.search.link.copied).waitFor({ state: "detached" });
  return link;
}
