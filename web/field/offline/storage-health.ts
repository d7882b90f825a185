/** Room that a walk may still need: thousands of events are less than one megabyte. */
const LEAST_BYTES = 5_000_000;

export interface StorageHealth {
  readonly room: "fine" | "low";
  /**
   * Whether the browser promises to clear nothing by itself. No private window does, and few browsers promise it to a page that
   * was opened for the first time.
   */
  readonly isPromised: boolean;
}

/** Asks the browser not to clear this page's storage when it runs short; says whether it promises that, and whether there is room. */
export async function holdStorage(): Promise<StorageHealth> {
  // Missing where the page came without https.
  const storage: StorageManager | undefined = navigator.storage;
  try {
    const isPromised = (await storage?.persist?.()) ?? false;
    const { quota, usage } = (await storage?.estimate?.()) ?? {};
    const isLow = quota !== undefined && usage !== undefined && quota - usage < LEAST_BYTES;
    return { room: isLow ? "low" : "fine", isPromised };
  } catch {
    return { room: "fine", isPromised: false };
  }
}
