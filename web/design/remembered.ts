/**
 * Small choices kept on this device: language, theme. Storage may be refused (private window, policy); a choice that
 * cannot be kept still holds until the page closes.
 */
export function remember(key: string, value: string): void {
  try {
    window.localStorage.setItem(`arpent.${key}`, value);
  } catch {
    // Nothing is lost but the memory of a preference.
  }
}

export function remembered(key: string): string | null {
  try {
    return window.localStorage.getItem(`arpent.${key}`);
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    window.localStorage.removeItem(`arpent.${key}`);
  } catch {
    // What could not be kept need not be forgotten.
  }
}

/** Hears what another window of this device remembers from now on. Gives the way to stop. */
export function onRemembered(key: string, hear: (value: string | null) => void): () => void {
  const listener = (event: StorageEvent) => {
    if (event.key === `arpent.${key}`) hear(event.newValue);
  };
  window.addEventListener("storage", listener);
  return () => window.removeEventListener("storage", listener);
}
