import { type Accessor, createEffect, createSignal, on } from "solid-js";
import type { ZoningListItem } from "../../server/contract/drawn-zones.ts";

interface FirstZoningSources {
  /** Of the territory, edited last first; null until they are known. */
  readonly list: Accessor<readonly Pick<ZoningListItem, "id">[] | null>;
  readonly zoningId: Accessor<string | null>;
  readonly open: (zoningId: string | null) => void;
}

/**
 * Opens what was edited last where the address names no zoning. One that it names and the territory does not have,
 * deleted or of another territory, gives way likewise, and that is to be told. One that is deleted later is left open:
 * its own page says so.
 */
export function createFirstZoning({ list, zoningId, open }: FirstZoningSources) {
  const [isLost, setIsLost] = createSignal(false);
  let isLinkChecked = false;
  createEffect(
    on([list, zoningId], ([known, id]) => {
      if (known === null) return;
      const isUnknown = !isLinkChecked && id !== null && known.every((one) => one.id !== id);
      isLinkChecked = true;
      if (isUnknown) setIsLost(true);
      if (isUnknown || id === null) open(known[0]?.id ?? null);
    }),
  );
  return { isLost, forgetLost: () => setIsLost(false) };
}
