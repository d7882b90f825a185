/** Room that a walk may still need: thousands of events are less than one megabyte. */
const LEAST_BYTES = 5_000_000;

/** Asks the browser not to clear this page's storage when it runs short; says whether there is room left at all. */
export async function holdStorage(): Promise<"fine" | "low"> {
  // Missing where the page came without https.
  const storage: StorageManager | undefined = navigator.storage;
  try {
    await storage?.persist?.();
    const { quota, usage } = (await storage?.estimate?.()) ?? {};
    return quota !== undefined && usage !== undefined && quota - usage < LEAST_BYTES ? "low" : "fine";
  } catch {
    return "fine";
  }
}
