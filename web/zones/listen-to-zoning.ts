import type { ZoneEditEvent } from "../../server/contract/drawn-zones.ts";

const LISTEN_AGAIN_MILLISECONDS = 1500;

interface Listening {
  readonly addressAfter: (revision: number) => string;
  /** What is known now: where to take up again. */
  readonly revision: () => number;
  readonly onEdit: (event: ZoneEditEvent) => void;
  readonly onRenamed: (name: string) => void;
  /** More was missed than the server keeps. */
  readonly onReload: () => void;
  readonly onRemoved: () => void;
  readonly onConnection: (isConnected: boolean) => void;
}

/** Hears of what others do to a zoning, and takes up again where it was when the connection breaks. */
export function listenToZoning(listening: Listening) {
  let events: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    events?.close();
    events = null;
  };
  const follow = (revision: number) => {
    stop();
    if (typeof EventSource === "undefined") return;
    const source = new EventSource(listening.addressAfter(revision));
    events = source;
    source.addEventListener("open", () => listening.onConnection(true));
    source.addEventListener("edit", (event) => listening.onEdit(JSON.parse(String(event.data)) as ZoneEditEvent));
    source.addEventListener("renamed", (event) =>
      listening.onRenamed((JSON.parse(String(event.data)) as { name: string }).name),
    );
    source.addEventListener("reload", () => {
      stop();
      listening.onReload();
    });
    source.addEventListener("removed", () => {
      stop();
      listening.onRemoved();
    });
    source.onerror = () => {
      stop();
      listening.onConnection(false);
      timer = setTimeout(() => follow(listening.revision()), LISTEN_AGAIN_MILLISECONDS);
    };
  };
  return { follow, stop };
}
