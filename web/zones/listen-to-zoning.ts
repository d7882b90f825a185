import type { ZoneEditEvent } from "../../server/contract/drawn-zones.ts";

interface Listening {
  readonly addressAfter: (revision: number) => string;
  readonly onEdit: (event: ZoneEditEvent) => void;
  readonly onRenamed: (name: string) => void;
  /** The whole is to be read again before it goes on: more was missed than the server keeps, or the connection broke. */
  readonly onReload: (isBroken: boolean) => void;
  readonly onRemoved: () => void;
  readonly onConnected: () => void;
}

/** Hears of what others do to a zoning, until more has to be known before it can go on. */
export function listenToZoning(listening: Listening) {
  let events: EventSource | null = null;
  const stop = () => {
    events?.close();
    events = null;
  };
  const follow = (revision: number) => {
    stop();
    if (typeof EventSource === "undefined") return;
    const source = new EventSource(listening.addressAfter(revision));
    events = source;
    source.addEventListener("open", () => listening.onConnected());
    source.addEventListener("edit", (event) => listening.onEdit(JSON.parse(String(event.data)) as ZoneEditEvent));
    source.addEventListener("renamed", (event) =>
      listening.onRenamed((JSON.parse(String(event.data)) as { name: string }).name),
    );
    source.addEventListener("reload", () => {
      stop();
      listening.onReload(false);
    });
    source.addEventListener("removed", () => {
      stop();
      listening.onRemoved();
    });
    source.onerror = () => {
      stop();
      listening.onReload(true);
    };
  };
  return { follow, stop };
}
