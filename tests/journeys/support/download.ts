import type { Page } from "playwright-core";

/** Does what begins a download and waits until the file is whole. */
export async function download(
  page: Page,
  begin: () => Promise<void>,
): Promise<{ readonly name: string; readonly path: string }> {
  const [started] = await Promise.all([page.waitForEvent("download"), begin()]);
  return { name: started.suggestedFilename(), path: await started.path() };
}
